import Billing
import BillingAPI
import Store
import TerminalUI

extension Registry {
  static let actCommands: [Command] = [
    Command(
      "invoice.new", "New invoice", help: "Opens a form for an invoice.", group: .act, modes: [.list], keys: ["n"],
      hint: .init("new invoice", 85),
      availability: { state in
        state.section == .start || state.section == .invoices ? state.canWrite(.invoices) : .absent
      }
    ) { state, environment in state.openForm(.invoice, environment) },
    Command(
      "customer.new", "New customer", help: "Opens a form for a customer.", group: .act, modes: [.list], keys: [],
      availability: { $0.canWrite(.customers) }
    ) { state, environment in state.openForm(.customer, environment) },
    Command(
      "payment.record", "Record payment", help: "Opens a form for a payment of the selected invoice.", group: .act,
      modes: [.list], keys: ["p"], hint: .init("payment", 80), availability: { $0.canRecordPayment }
    ) { state, environment in
      guard let row = state.selectedInvoiceRow else { return [] }
      return state.openForm(.payment(invoice: row.id.value), environment)
    },
    Command(
      "copy.number", "Copy number", help: "Puts the number or name of the selected record on the clipboard.",
      group: .act, modes: [.list], keys: ["y n"],
      availability: { $0.selectedRow == nil ? .absent : .available }
    ) { state, _ in
      guard let kind = state.section.kind, let row = state.selectedRow else { return [] }
      let title = AnyResource.of(kind).title(row)
      return state.inform(.done, "Copied \(title).") + [.copy(title)]
    },
    Command(
      "drafts.show", "Drafts", help: "Lists what was begun and not saved, to resume or discard it.", group: .act,
      modes: [.list], keys: []
    ) { state, _ in
      state.overlays.append(.drafts(DraftList()))
      return [.loadDrafts]
    },
  ]
}

extension State {
  /// Whether records of a kind can be written with this key in this session, and if not, why.
  func canWrite(_ kind: ResourceKind) -> Availability {
    session.writeRefusal(kind).map(Availability.unavailable) ?? .available
  }

  /// A payment needs an invoice with a balance.
  var canRecordPayment: Availability {
    guard section == .invoices else { return .absent }
    guard let row = selectedInvoiceRow else { return .unavailable("No invoice is selected.") }
    guard let balance = row.balance, balance > .zero else {
      return .unavailable("\(row.number) has no balance: there is nothing to pay.")
    }
    return canWrite(.payments)
  }
}
