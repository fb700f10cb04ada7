import Billing
import BillingAPI
import Store
import TerminalUI

extension Registry {
  static let actCommands: [Command] = [
    Command(
      "record.new", "New…", help: "Opens a form for a new record of this section: an invoice, a customer.",
      group: .act, modes: [.list], keys: ["n"], hint: .init("new", 85), availability: { $0.canMakeRecord }
    ) { state, environment in state.openForm(.new(state.section.kind ?? .invoices), environment) },
    Command(
      "invoice.new", "New invoice", help: "Opens a form for an invoice, from anywhere.", group: .act, modes: [.list],
      keys: [], availability: { $0.canWrite(.invoices) }
    ) { state, environment in state.openForm(.new(.invoices), environment) },
    Command(
      "customer.new", "New customer", help: "Opens a form for a customer, from anywhere.", group: .act,
      modes: [.list], keys: [], availability: { $0.canWrite(.customers) }
    ) { state, environment in state.openForm(.new(.customers), environment) },
    Command(
      "payment.record", "Record payment", help: "Opens a form for a payment of the selected invoice or customer.",
      group: .act,
      modes: [.list], keys: ["p"], hint: .init("payment", 80), isRecordAction: true,
      availability: { $0.canRecordPayment }
    ) { state, environment in
      state.paymentKind.map { state.openForm($0, environment) } ?? []
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
  /// What `n` can make here.
  var canMakeRecord: Availability {
    switch section {
    case .start, .invoices: canWrite(.invoices)
    case .customers: canWrite(.customers)
    case .payments, .estimates, .expenses, .items: section.kind.map(canWrite) ?? .absent
    }
  }

  /// The number or name of the selected record.
  var selectedTitle: String? {
    guard let kind = section.kind, let row = selectedRow else { return nil }
    return AnyResource.of(kind).title(row)
  }

  /// The customer of the selected record, as far as its detail is known.
  var selectedContact: Customer? {
    switch selectedList?.selectedDetail?.content {
    case .customer(let customer, _, _): customer
    case .invoice(_, let surroundings): surroundings.customer
    default: nil
    }
  }

  /// Whether records of a kind can be written with this key in this session, and if not, why.
  func canWrite(_ kind: ResourceKind) -> Availability {
    session.writeRefusal(kind).map(Availability.unavailable) ?? .available
  }

  /// The form of a payment of what is selected: an invoice, or whatever a customer owes.
  var paymentKind: FormKind? {
    switch selectedRow {
    case .invoice(let row): .payment(invoice: row.id.value)
    case .customer(let row): .receipt(customer: row.id.value)
    default: nil
    }
  }

  /// A payment needs an invoice with a balance, or somebody who pays.
  var canRecordPayment: Availability {
    if case .customer = selectedRow { return canWrite(.payments) }
    guard section == .invoices else { return .absent }
    guard let row = selectedInvoiceRow else { return .unavailable("No invoice is selected.") }
    guard let balance = row.balance, balance > .zero else {
      return .unavailable("\(row.number) has no balance: there is nothing to pay.")
    }
    return canWrite(.payments)
  }
}
