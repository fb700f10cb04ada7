import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

@Suite struct `Rows of a bank` {
  private static let invoice = PayableInvoice(
    id: 1, number: "INV-000001", customer: "Acme Harbour", balance: Money(cents: 10_000), currencyID: Identifier(1))

  private func page() -> State {
    var state = Given.invoices(3)
    state.press("g", "b")
    return state
  }

  /// Two rows: the first pays INV-000001, the second nothing.
  private func found() -> State {
    var state = page()
    state.paste("INV-000001;100;2026-03-02;thanks\nINV-000009;5;;")
    let row = StatementRow(
      line: 1, number: "INV-000001", amount: Money(cents: 10_000), date: CalendarDate(iso: "2026-03-02"), note: "thanks"
    )
    state.take(.bulk(.matched([.pays(Self.invoice, row, .number), .missed(.unknown)], generation: 1)))
    return state
  }

  @Test func `pasted lines become rows, and what they pay is looked for`() {
    var state = page()
    let effects = state.paste("INV-1;100\nINV-2;7.50;2026-03-01;wire\n")
    let entries = [
      StatementEntry(number: "INV-1", amount: "100.00"),
      StatementEntry(number: "INV-2", amount: "7.50", date: "2026-03-01", note: "wire"),
    ]
    #expect(state.bankRowsPage?.entries == entries)
    #expect(effects.contains(.bulk(.match(entries, generation: 1))))
  }

  @Test func `n types rows one after another until Enter on nothing`() {
    var state = page()
    state.press("n")
    state.type("INV-1;20")
    state.press("Enter")
    state.type("35.10")
    state.press("Enter", "Enter")
    #expect(state.bankRowsPage?.entries.map(\.text) == ["INV-1;20", ";35.10"])
    #expect(state.bankRowsPage?.isTyping == false)
  }

  @Test func `a paste of one line goes into the row that is typed, one of several becomes rows`() {
    var state = page()
    state.press("n")
    state.paste("INV-1;20")
    #expect(state.bankRowsPage?.entries.isEmpty == true)
    #expect(state.bankRowsPage?.typed?.field.text == "INV-1;20")
    state.paste("INV-2;1\nINV-3;2")
    #expect(state.bankRowsPage?.entries.count == 2)
  }

  @Test func `each row says what it pays, and what pays nothing is counted and can be seen alone`() {
    var state = found()
    let screen = view(state).characters.joined(separator: "\n")
    #expect(screen.contains("✓ 1 pay $100.00") && screen.contains("▲ 1 pay nothing"))
    #expect(screen.contains("✓ INV-000001 Acme Harbour") && screen.contains("pays no open invoice"))
    state.press("f")
    #expect(state.bankRowsPage?.list.rows?.map(\.id) == [1])
    state.press("a")
    #expect(state.bankRowsPage?.list.count == 2)
  }

  @Test func `findings of rows that were changed since are not taken`() {
    var state = found()
    state.press("X")
    state.take(.bulk(.matched([.missed(.unknown), .missed(.unknown)], generation: 1)))
    #expect(state.bankRowsPage?.list.rows?.map(\.finding) == [nil])
  }

  @Test func `Enter offers the invoices that a row may mean, and the one picked stands in it`() {
    var state = found()
    let miss = StatementEntry(number: "INV-000009", amount: "5.00")
    #expect(state.press("Enter") == [.bulk(.candidates(miss, place: 1))])
    state.take(.bulk(.candidates([Self.invoice], place: 1)))
    state.press("Enter")
    #expect(state.overlays.isEmpty)
    #expect(state.bankRowsPage?.entries[1].number == "INV-000001")
  }

  @Test func `X takes a row out and u brings it back`() {
    var state = found()
    state.press("k", "X")
    #expect(state.bankRowsPage?.entries.map(\.number) == ["INV-000009"])
    state.press("u")
    #expect(state.bankRowsPage?.entries.map(\.number) == ["INV-000001", "INV-000009"])
  }

  @Test func `^S asks for day and method, and plans what matches with amount, day and note of its row`() {
    var state = found()
    #expect(state.press("^S").contains(.bulk(.methods)))
    #expect(state.notice?.text.contains("1 rows pay nothing") == true)
    let target = BulkTarget(
      1, amount: Money(cents: 10_000), date: CalendarDate(iso: "2026-03-02"), note: "thanks")
    let action = BulkAction.pay(on: Given.today, method: nil, note: nil)
    #expect(state.press("^S").contains(.bulk(.plan(BulkRequest(action, .invoices, targets: [target])))))
  }

  @Test func `rows whose payments are begun leave the page; the others stay, also when it is left`() {
    var state = found()
    var run = Given.plannedRun
    run.plan.rows = Array(run.plan.rows.prefix(1))
    run.rows = Array(run.rows.prefix(1))
    state.take(.bulk(.planned(run, BulkRequest(run.plan.action, .invoices, [1]))))
    state.press("^S", "y")
    state.take(.bulk(.failed("The disk is full.")))
    #expect(state.bankRows.entries.count == 2, "what is not in the journal is not on its way")
    state.press("^S", "y")
    run.phase = .running
    let rest = [StatementEntry(number: "INV-000009", amount: "5.00")]
    #expect(state.take(.bulk(.begun(run))).contains(.keep(.bankRows(rest))))
    state.press("Esc", "Esc")
    #expect(state.pages.isEmpty)
    state.press("g", "b")
    #expect(state.bankRowsPage?.entries == rest)
  }

  @Test func `rows are kept whenever they change, and those of an earlier program stand before new ones`() {
    var state = page()
    let rows = [StatementEntry(number: "INV-1", amount: "100.00")]
    #expect(state.paste("INV-1;100\n").contains(.keep(.bankRows(rows))))
    #expect(state.press("X").contains(.keep(.bankRows([]))))
    let earlier = [StatementEntry(number: "INV-0", amount: "7.00")]
    state.paste("INV-1;100\n")
    #expect(state.take(.bankRows(earlier)).contains(.keep(.bankRows(earlier + rows))))
    #expect(state.bankRowsPage?.entries == earlier + rows)
  }

  @Test func `all rows are taken out together, and come back one after another in their order`() {
    var state = found()
    let entries = state.bankRows.entries
    #expect(state.removeAllBankRows().contains(.keep(.bankRows([]))))
    state.press("u", "u")
    #expect(state.bankRowsPage?.entries == entries)
  }

  @Test func `a file that cannot be read is said below its name, which stays`() {
    var state = page()
    state.press("o")
    state.type("bank.csv")
    #expect(state.press("Enter") == [.bulk(.readBankRows(path: "bank.csv"))])
    state.take(.pathRefused("bank.csv cannot be read: it is no file. Nothing was taken from it."))
    guard case .path(let prompt) = state.overlays.last else {
      Issue.record("the field is gone")
      return
    }
    #expect(prompt.field.text == "bank.csv" && prompt.problem?.contains("no file") == true)
    state.take(.bulk(.bankRows([StatementEntry(number: "A", amount: "1")], path: "bank.csv")))
    #expect(state.overlays.isEmpty && state.bankRowsPage?.entries.count == 1)
  }

  @Test func `a key that may write no payments says so`() {
    var state = Given.invoices(3)
    state.session.isReadOnly = true
    state.press("g", "b")
    #expect(state.pages.isEmpty && state.notice?.text.hasPrefix("Read-only") == true)
  }
}
