import BillingAPI
import TerminalUI

/// The form on top; a small one stands over the form that it was opened from.
struct FormView {
  let picture: FormPicture
  /// The form underneath, which goes on when this one is done.
  let under: Form?
  let state: State
  /// The record of the section's list as lines.
  let record: DetailPage?

  private var form: Form { picture.form }

  func draw(in rect: Rect, on frame: inout Frame) {
    if let under {
      FormView(picture: FormPicture(under, state.figures), under: nil, state: state, record: record)
        .draw(in: rect, on: &frame)
      frame.dim(rect)
      frame.caret = nil
    }
    switch form.kind {
    case .payment(let invoice): drawPayment(of: invoice, in: rect, on: &frame)
    case _ where form.hasLines: DocumentFormView(picture).draw(in: rect, on: &frame)
    default: FieldsFormView(picture: picture, isOver: under != nil).draw(in: rect, on: &frame)
    }
    if frame.caret == nil, form.isEditable { LoneFieldView(form: form).draw(in: rect.bottom(1), on: &frame) }
  }

  /// Below the form there is room for the invoice that is paid.
  private func drawPayment(of invoice: Int64, in rect: Rect, on frame: inout Frame) {
    let below = rect.below(PaymentFormView.height)
    if below.height >= 4, let list = state.lists[.invoices], let detail = list.detail, detail.id == invoice {
      let page = state.section == .invoices ? record : DetailPage(detail, state.figures)
      RecordView(state: state, list: list, record: page).draw(in: below, on: &frame)
    }
    PaymentFormView(picture).draw(in: rect, on: &frame)
  }
}
