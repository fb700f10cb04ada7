import Billing
import BillingAPI
import Store
import TerminalUI

extension State {
  var bankRowsPage: BankRowsPage? {
    if case .bankRows(let page) = pages.last { page } else { nil }
  }

  /// Shows the rows that are kept, or none yet.
  mutating func openBankRows() -> [Effect] { open(.bankRows(bankRows)) }

  /// Changes the page of bank rows wherever it lies, and has found anew what they pay where they are others now.
  mutating func changeBankRows(_ change: (inout BankRowsPage, _ height: Int) -> Void) -> [Effect] {
    let height = BankRowsLayout(self).listHeight
    for index in pages.indices {
      guard case .bankRows(var page) = pages[index] else { continue }
      let before = page.generation
      change(&page, height)
      pages[index] = .bankRows(page)
      bankRows = page
      return page.generation == before ? [] : page.reading + [.keep(.bankRows(page.entries))]
    }
    return []
  }

  /// What earlier runs left stands before what came since.
  mutating func takeKeptBankRows(_ rows: [StatementEntry]) -> [Effect] {
    bankRows.restore(rows)
    return changeBankRows { page, height in
      page.restore(rows)
      page.move(.first, height: height)
    }
  }

  /// Payments are on their way: their rows are done, wherever the person is now.
  mutating func removeBankRows(paidBy run: RunSnapshot) -> [Effect] {
    let going = zip(run.plan.rows, run.rows).filter { $1.state.isGoing }.map(\.0.record)
    guard case .pay = run.plan.action, !bankRows.entries.isEmpty else { return [] }
    let height = BankRowsLayout(self).listHeight
    let before = bankRows.generation
    bankRows.remove(paying: Set(going), height: height)
    let isShown = pages.contains { if case .bankRows = $0 { true } else { false } }
    if isShown { return changeBankRows { $0.remove(paying: Set(going), height: $1) } }
    return bankRows.generation == before ? [] : [.keep(.bankRows(bankRows.entries))]
  }

  mutating func removeAllBankRows() -> [Effect] {
    let count = bankRowsPage?.entries.count ?? 0
    return changeBankRows { $0.removeAll(height: $1) }
      + inform(
        .information,
        "\(figures.count(count)) \(count == 1 ? "row is" : "rows are") taken out; u brings one back after another.")
  }

  mutating func moveInBankRows(_ move: Move) -> [Effect] { changeBankRows { $0.move(move, height: $1) } }

  mutating func takeFindings(_ findings: [BankRowFinding], generation: Int) -> [Effect] {
    changeBankRows { $0.take(findings, generation: generation, height: $1) }
  }

  /// Rows of a file, behind those that are there.
  mutating func takeBankRows(_ entries: [StatementEntry], path: String) -> [Effect] {
    guard !entries.isEmpty else { return refusePath("\(path) holds no rows: number;amount;date;note.") }
    closePathPrompt()
    return changeBankRows { $0.add(entries, height: $1) } + sayAdded(entries.count, "from \(path)")
  }

  mutating func sayAdded(_ count: Int, _ origin: String) -> [Effect] {
    inform(.done, "\(figures.count(count)) \(count == 1 ? "row" : "rows") \(origin): nothing is sent.")
  }

  /// Records changed: what the rows pay is looked for again.
  func readBankRowsAgain() -> [Effect] {
    pages.flatMap { page -> [Effect] in
      if case .bankRows(let rows) = page { rows.reading } else { [] }
    }
  }

  // MARK: One row

  mutating func typeBankRow(_ place: Int?) -> [Effect] {
    let text = place.flatMap { bankRowsPage?.entries[$0].text } ?? ""
    return changeBankRows { page, _ in page.typed = BankRowsPage.TypedRow(place: place, field: TextField(text)) }
  }

  mutating func removeBankRow() -> [Effect] {
    guard let row = bankRowsPage?.list.selected else { return [] }
    return changeBankRows { $0.remove(row.id, height: $1) }
      + inform(.information, "Row \(row.id + 1) is taken out; u brings it back.")
  }

  mutating func bringBackBankRow() -> [Effect] {
    changeBankRows { page, height in _ = page.bringBack(height: height) }
  }

  mutating func askForCandidates() -> [Effect] {
    bankRowsPage?.list.selected.map { [.bulk(.candidates($0.entry, place: $0.id))] } ?? []
  }

  /// The invoices that a row may mean, to pick one.
  mutating func pickInvoice(among invoices: [PayableInvoice], place: Int) -> [Effect] {
    guard let page = bankRowsPage, page.entries.indices.contains(place) else { return [] }
    guard !invoices.isEmpty else { return inform(.information, "No invoice that is loaded awaits money.") }
    overlays.append(.invoicePicker(InvoicePicker(place: place, invoices: invoices, figures: figures)))
    return []
  }

  // MARK: The plan

  var canPlanBankRows: Availability {
    guard let page = bankRowsPage else { return .absent }
    if case .unavailable(let reason) = canWrite(.payments) { return .unavailable(reason) }
    guard !page.entries.isEmpty else {
      return .unavailable("There are no rows: paste them, n types one, o reads a file.")
    }
    return page.targets.isEmpty ? .unavailable("No row pays an open invoice: ⏎ picks one.") : .available
  }

  /// Asks for what the rows do not say, then plans their payments; rows that pay nothing stay.
  mutating func planBankRows() -> [Effect] {
    guard let page = bankRowsPage else { return [] }
    let words =
      page.missCount == 0
      ? [] : inform(.warning, "\(figures.count(page.missCount)) rows pay nothing and are left out: they stay here.")
    var values = BulkValues(.pay, .invoices, page.targets, today: figures.today)
    values.title = "Payments from bank rows"
    return words + ask(values)
  }
}
