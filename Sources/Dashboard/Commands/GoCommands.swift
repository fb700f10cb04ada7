import BillingAPI
import TerminalUI

extension Registry {
  static let goCommands: [Command] =
    Section.allCases.map { section in
      Command(
        "go.\(section)", section.title, help: "Opens the section \(section.title).", group: .go, modes: Mode.browsing,
        keys: [KeySequence([.character(Character(String(section.digit)))])]
      ) { state, _ in state.show(section) }
    } + [
      quickFilter("drafts", "Draft invoices", "Shows the invoices that were never sent.", "d", .invoices, "is:draft"),
      quickFilter("open", "Open invoices", "Shows what is still to be paid.", "o", .invoices, "is:open"),
      quickFilter("late", "Late invoices", "Shows what is past its due date.", "l", .invoices, "is:late"),
      Command(
        "go.estimates-all", "All estimates", help: "Opens the estimates without a filter.", group: .go,
        modes: Mode.browsing, keys: ["g e"]
      ) { state, _ in state.show(.estimates) + setFilter("", &state) },
      Command(
        "go.customer", "This customer", help: "Opens the page of the selected record's customer.", group: .go,
        modes: [.list], keys: ["g c"],
        availability: { $0.selectedCustomer == nil ? .unavailable("No customer belongs to this row.") : .available }
      ) { state, _ in
        guard let customer = state.selectedCustomer else { return [] }
        return state.openCustomer(customer)
      },
      Command(
        "go.statement", "Statement", help: "Opens the statement of the selected record's customer.", group: .go,
        modes: [.list], keys: ["g s"],
        availability: { $0.selectedCustomer == nil ? .unavailable("No customer belongs to this row.") : .available }
      ) { state, _ in
        guard let customer = state.selectedCustomer else { return [] }
        return state.openCustomer(customer) + state.showTab(.statement)
      },
      Command(
        "go.invoice", "This invoice", help: "Opens the invoice that the selected payment pays.", group: .go,
        modes: [.list], keys: ["g i"],
        availability: { $0.selectedInvoice == nil ? .unavailable("No invoice belongs to this row.") : .available }
      ) { state, _ in
        guard let invoice = state.selectedInvoice else { return [] }
        return state.show(.invoices, selecting: invoice)
      },
      Command(
        "go.customer-payments", "This customer's payments",
        help: "Opens the payments of the selected record's customer.",
        group: .go, modes: [.list], keys: ["g p"],
        availability: { $0.selectedCustomerName == nil ? .unavailable("No customer belongs to this row.") : .available }
      ) { state, _ in
        guard let name = state.selectedCustomerName else { return [] }
        return state.show(.payments) + setFilter(customerFilter(name), &state)
      },
    ]

  private static func quickFilter(
    _ id: String, _ title: String, _ help: String, _ letter: Character, _ section: Section, _ filter: String
  ) -> Command {
    Command(
      "go.\(id)", title, help: help, group: .go, modes: Mode.browsing,
      keys: [KeySequence([.character("g"), .character(letter)])]
    ) { state, _ in state.show(section) + setFilter(filter, &state) }
  }

  /// A filter for one customer's records: each word of the name on its own, because a value ends at a blank.
  private static func customerFilter(_ name: String) -> String {
    name.split { !$0.isLetter && !$0.isNumber }.map { "cust:\($0)" }.joined(separator: " ")
  }
}
