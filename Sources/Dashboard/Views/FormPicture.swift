import Billing
import TerminalUI

/// A form with what its text means, worked out once for a frame and handed down to all that draws it.
struct FormPicture {
  let form: Form
  let reading: FormReading
  let figures: Figures

  init(_ form: Form, _ figures: Figures) {
    self.form = form
    self.figures = figures
    reading = form.reading(figures)
  }

  /// One of its fields; nil where it has none of that name.
  func field(_ name: String, width: Int, label: Int) -> FormFieldView? {
    form.index(of: name).map { FormFieldView(picture: self, index: $0, labelWidth: label, valueWidth: width) }
  }

  /// The currency that its amounts are in.
  var currency: Identifier<Currency>? {
    let id = form.field("currency_id")?.reference?.id ?? form.context.currencyID
    return id.map { Identifier($0) } ?? figures.homeCurrency
  }
}
