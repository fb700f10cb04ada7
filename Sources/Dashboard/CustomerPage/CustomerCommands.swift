import Billing
import BillingAPI
import TerminalUI

extension Registry {
  static let customerCommands: [Command] =
    customerTabCommands + timelineCommands + statementCommands + customerActCommands + customerCopyCommands

  private static let customerTabCommands: [Command] = [
    Command(
      "customer.open", "Open", help: "Shows the document of the selected row, or changes the note.", group: .move,
      modes: [.customer], keys: ["Enter"], hint: .init("open", 90),
      availability: { $0.customerPage?.list.selected?.kind == nil ? .absent : .available }
    ) { state, _ in state.openTimelineRow() },
    Command(
      "customer.next-tab", "Next tab", help: "Shows the tab right of this one.", group: .move, modes: [.customer],
      keys: ["}", "Tab", "l", "Right"], hint: .init("tabs", 60)
    ) { state, _ in state.stepTab(1) },
    Command(
      "customer.previous-tab", "Previous tab", help: "Shows the tab left of this one.", group: .move,
      modes: [.customer], keys: ["{", "S-Tab", "h", "Left"]
    ) { state, _ in state.stepTab(-1) },
    Command(
      "customer.refresh", "Refresh", help: "Asks the service for this customer's records again.", group: .view,
      modes: [.customer], keys: ["R", "r"], hint: .init("refresh", 20)
    ) { state, _ in state.customerPage.map { [.refreshCustomer(id: $0.id)] } ?? [] },
  ]

  private static let timelineCommands: [Command] =
    TimelineKind.allCases.map { kind in
      Command(
        "customer.toggle-\(kind.word)", "Show or hide \(kind.word)s",
        help: "Leaves \(kind.word)s out of the timeline, or shows them again.", group: .view, modes: [.customer],
        keys: [KeySequence([.character("t"), .character(kind.rawValue)])]
      ) { state, _ in state.toggle(kind) }
    } + [
      Command(
        "customer.currency", "Next currency", help: "Shows what this customer has in another currency.",
        group: .view, modes: [.customer], keys: ["t c"]
      ) { state, _ in state.stepCustomerCurrency(1) }
    ]

  private static let statementCommands: [Command] =
    [
      Command(
        "customer.statement", "Statement", help: "Shows the statement of a month, quarter or year.", group: .go,
        modes: [.customer], keys: ["g s"], hint: .init("statement", 65)
      ) { state, _ in state.showTab(.statement) },
      Command(
        "customer.payments", "This customer's payments", help: "Shows what this customer has paid.", group: .go,
        modes: [.customer], keys: ["g p"]
      ) { state, _ in state.showTab(.payments) },
      Command(
        "customer.period-earlier", "Earlier statement", help: "Shows the statement of the time before.", group: .view,
        modes: [.customer], keys: ["t Left", "t h"]
      ) { state, _ in state.changePeriod { $0.back += 1 } },
      Command(
        "customer.period-later", "Later statement", help: "Shows the statement of the time after.", group: .view,
        modes: [.customer], keys: ["t Right", "t l"]
      ) { state, _ in state.changePeriod { $0.back -= 1 } },
    ]
    + [("m", "month", ChartSpan.month), ("q", "quarter", .quarter), ("y", "year", .year)].map { key, word, span in
      Command(
        "customer.period-\(word)", "Statement of a \(word)", help: "Shows the statement of this \(word).",
        group: .view, modes: [.customer], keys: [KeySequence(stringLiteral: "t \(key)")]
      ) { state, _ in
        state.changePeriod { period in
          period.span = span
          period.back = 0
        }
      }
    }

  private static let customerActCommands: [Command] = [
    Command(
      "customer.invoice", "New invoice for this customer", help: "Opens the form of an invoice, the customer picked.",
      group: .act, modes: [.customer], keys: ["n"], hint: .init("new invoice", 80),
      availability: { $0.customerPage?.facts == nil ? .absent : $0.canWrite(.invoices) }
    ) { state, environment in state.invoiceCustomer(environment) },
    Command(
      "customer.pay", "Record payment",
      help: "Opens a form for a payment of the selected invoice, else of all that this customer owes.", group: .act,
      modes: [.customer], keys: ["p"], hint: .init("payment", 75), availability: { $0.canPayForCustomer }
    ) { state, environment in state.payForCustomer(environment) },
    Command(
      "customer.edit", "Edit", help: "Opens this customer in a form; only what is changed is sent.", group: .act,
      modes: [.customer], keys: ["e"], hint: .init("edit", 68), availability: { $0.canWrite(.customers) }
    ) { state, environment in state.editCustomer(environment) },
    Command(
      "customer.note", "Write a note",
      help: "Puts a note beside the selected invoice, else the customer; it stays on this machine.", group: .act,
      modes: [.customer], keys: ["N"], hint: .init("note", 70)
    ) { state, _ in state.customerPage.map { state.writeNote($0.noteSubject) } ?? [] },
    Command(
      "customer.remove-note", "Delete the note", help: "Deletes the selected note from this machine; asks first.",
      group: .change, modes: [.customer], keys: ["X"],
      availability: { $0.customerPage?.list.selected?.note == nil ? .unavailable("No note is selected.") : .available }
    ) { state, _ in
      guard let note = state.customerPage?.list.selected?.note else { return [] }
      state.overlays.append(.question(.removeNote(note.note)))
      return []
    },
  ]

  private static let customerCopyCommands: [Command] = [
    copy("name", "n") { $0.name },
    copy("mail", "m") { $0.facts?.customer?.email },
    copy("phone", "p") { $0.facts?.customer?.phone },
    copy("address", "a") { $0.facts?.customer?.billing?.lines.joined(separator: "\n") },
    copy("number", "r") { $0.list.selected?.number },
  ]

  /// A command that puts a part of the page on the clipboard.
  private static func copy(
    _ what: String, _ key: String, text: @escaping @Sendable (CustomerPage) -> String?
  ) -> Command {
    let known: @Sendable (State) -> String? = { state in
      state.customerPage.flatMap(text).flatMap { $0.isEmpty ? nil : $0 }
    }
    return Command(
      "customer.copy-\(what)", "Copy \(what)", help: "Puts the \(what) on the clipboard.", group: .act,
      modes: [.customer], keys: [KeySequence(stringLiteral: "y \(key)")],
      availability: { known($0) == nil ? .unavailable("No \(what) is known here.") : .available }
    ) { state, _ in
      guard let text = known(state) else { return [] }
      let shown = text.split(separator: "\n").joined(separator: ", ")
      return state.inform(.done, "Copied \(shown).") + [.copy(text)]
    }
  }
}

extension Address {
  /// As on an envelope; the telephone number is not part of it.
  var lines: [String] {
    let place = [city, state, zip].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
    let country = countryID.flatMap { Country.with(id: $0) }?.name
    return [name, street, place, country].compactMap { $0 }.filter { !$0.isEmpty }
  }
}
