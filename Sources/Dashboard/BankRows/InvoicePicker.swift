import Billing
import TerminalUI

/// The invoices that a bank row may pay, the likeliest first.
package struct InvoicePicker: Sendable, Equatable {
  /// The row's place on its page.
  let place: Int
  var picker: PickerState<String>

  init(place: Int, invoices: [PayableInvoice], figures: Figures) {
    self.place = place
    picker = PickerState(
      items: invoices.map { invoice in
        PickerItem(
          id: invoice.number, title: "\(invoice.number)  \(invoice.customer)",
          detail: figures.full(invoice.balance, invoice.currencyID))
      })
  }
}

/// Keys while the invoice of a row is picked: Enter puts its number into the row.
func handleInvoicePickerKey(_ key: Key, _ picking: InvoicePicker, _ state: inout State) -> [Effect] {
  var picking = picking
  switch picking.picker.handle(key) {
  case .picked(let number):
    state.overlays.removeLast()
    return state.changeBankRows { page, height in
      guard page.entries.indices.contains(picking.place) else { return }
      var entry = page.entries[picking.place]
      entry.number = number
      page.replace(picking.place, with: entry, height: height)
    }
  case .cancelled: state.overlays.removeLast()
  default: state.replaceOverlay(.invoicePicker(picking))
  }
  return []
}
