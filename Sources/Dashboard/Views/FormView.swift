import BillingAPI
import TerminalUI

/// The form on top; a small one stands over the form that it was opened from.
struct FormView {
  let picture: FormPicture
  /// The form underneath, which goes on when this one is done.
  let under: Form?
  let state: State

  private var form: Form { picture.form }

  func draw(in rect: Rect, on frame: inout Frame) {
    if let under {
      FormView(picture: FormPicture(under, state.figures), under: nil, state: state)
        .draw(in: rect, on: &frame)
      frame.dim(rect)
      frame.caret = nil
    }
    switch form.kind {
    case _ where form.isNewPayment:
      PaymentFormView(picture, sitting: state.sitting).draw(in: rect, on: &frame)
    case _ where form.hasLines: DocumentFormView(picture).draw(in: rect, on: &frame)
    default: FieldsFormView(picture: picture, isOver: under != nil).draw(in: rect, on: &frame)
    }
    // A field that cannot be changed has no caret, but stands on the screen all the same.
    guard frame.caret == nil, form.isEditable, form.focusedField?.lock == nil else { return }
    LoneFieldView(form: form).draw(in: rect.bottom(1), on: &frame)
  }
}
