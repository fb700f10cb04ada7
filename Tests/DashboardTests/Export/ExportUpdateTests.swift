import Billing
import BillingAPI
import BillingExport
import Store
import Testing
import TerminalUI

@testable import Dashboard

@Suite struct `Exporting` {
  private func menu(_ state: State) -> ExportMenu? {
    if case .export(let menu) = state.overlays.last { menu } else { nil }
  }

  private func columns(_ state: State) -> [ShownColumn] {
    state.invoices.shownColumns.map { ShownColumn(id: $0.id, title: $0.title) }
  }

  @Test func `x writes the list as it is shown: its order, its columns, to a file of today's name`() {
    var state = Given.invoices(3)
    state.press("x", "Enter", "Enter")
    let effects = state.press("Enter")
    let request = ExportRequest(
      .list(.invoices, ids: [1, 2, 3], columns: columns(state)), as: .csv,
      to: .file("invoices-\(Given.today.iso).csv", replacing: false))
    #expect(effects.contains(.export(request)))
    #expect(state.overlays.isEmpty)
  }

  @Test func `marks come first where there are any, in the order of the list, hidden ones at the end`() {
    var state = Given.invoices(3)
    _ = state.mark([99, 3, 2], in: .invoices)
    state.press("x")
    #expect(menu(state)?.contents.map(\.title) == ["what is marked (3)", "the list as shown (3: all)"])
    guard case .list(_, let ids, _)? = menu(state)?.contents.first?.content else { return }
    #expect(ids == [2, 3, 99])
  }

  @Test func `the proposed name follows the format, a name that was typed does not`() {
    var state = Given.invoices(3)
    state.press("x", "Right")
    #expect(menu(state)?.field.text == "invoices-\(Given.today.iso).jsonl")
    state.press("Down", "Down")
    state.type("x")
    state.press("Up", "Up", "Left")
    #expect(menu(state)?.field.text == "invoices-\(Given.today.iso).jsonlx")
  }

  @Test func `a journal is offered of what has transactions, and of nothing else`() {
    var state = Given.invoices(3)
    state.press("x")
    #expect(menu(state)?.formats == [.csv, .jsonLines, .ledger])
    var customers = Given.state(.customers)
    _ = customers.mark([1], in: .customers)
    customers.press("x")
    #expect(menu(customers)?.formats == [.csv, .jsonLines])
  }

  @Test func `a file that is there is replaced on a person's word only, and Enter is none`() {
    var state = Given.invoices(3)
    let request = ExportRequest(
      .list(.invoices, ids: [1], columns: []), as: .csv, to: .file("a.csv", replacing: false))
    state.take(.exported(.exists(request, path: "/home/a.csv")))
    #expect(state.press("Enter") == [])
    #expect(state.press("y") == [.export(request.replacing)])
    state.take(.exported(.exists(request, path: "/home/a.csv")))
    #expect(state.press("n") == [])
  }

  @Test func `the clipboard gets the text, and one that is too long says the limit`() {
    var state = Given.invoices(3)
    let effects = state.take(.exported(.text("a,b\r\n", rows: 1, leftOut: "")))
    #expect(effects.contains(.copy("a,b\r\n")))
    state.take(.exported(.tooLong(bytes: 200_000, limit: 74_994)))
    #expect(state.notice?.text.contains("200 kB") == true && state.notice?.text.contains("74 kB") == true)
  }

  @Test func `a command is asked for where none is named`() {
    var state = Given.invoices(3)
    state.press("x", "Down", "Right", "Right", "^S")
    #expect(menu(state)?.problem == "Name a command." && menu(state)?.focus == .field)
    state.type("wc -l")
    guard case .export(let request)? = state.press("Enter").last else {
      Issue.record("nothing is exported")
      return
    }
    #expect(request.target == .command("wc -l"))
  }

  @Test func `a plan is saved as a file, its run as a report`() {
    var plan = Given.bulk()
    plan.press("x")
    #expect(menu(plan)?.formats == [.plan, .csv, .jsonLines])
    #expect(menu(plan)?.field.text == "plan-pay-\(Given.today.iso).json")
    var run = Given.bulk(Given.movingRun)
    run.press("x")
    #expect(menu(run)?.field.text == "report-pay-\(Given.today.iso).csv")
  }

  @Test func `outbox and activity are written as they are shown`() {
    var outbox = Given.invoices(3)
    outbox.press("O")
    outbox.press("x")
    #expect(outbox.overlays.isEmpty && outbox.notice?.text == "There is nothing to export.")
    outbox.take(.outbox([Given.outboxRow("PAY-000214")]))
    outbox.press("x")
    #expect(menu(outbox)?.contents.map(\.title) == ["the outbox (1 row)"])
    guard case .shown(let table)? = menu(outbox)?.contents.first?.content else {
      Issue.record("no table")
      return
    }
    #expect(table.columns.map(\.name) == ["write", "state", "key_made", "sent", "why", "intent"])
    #expect(table.rows.first?.prefix(2) == [.text("payment PAY-000214"), .text("queued")])
  }

  @Test func `a plan of a file is shown, an edited one only on a person's word`() {
    var state = Given.invoices(3)
    state.take(.bulk(.read(Given.plan, isEdited: true, path: "plan.json")))
    #expect(state.press("Enter") == [])
    #expect(state.press("y") == [.bulk(.preview(Given.plan))])
    #expect(state.take(.bulk(.read(Given.plan, isEdited: false, path: "plan.json"))) == [.bulk(.preview(Given.plan))])
    state.take(.bulk(.run(Given.plannedRun)))
    #expect(state.bulkPage?.run == Given.planID)
  }

  @Test(arguments: ResourceKind.allCases)
  func `every column of the screen can be exported`(kind: ResourceKind) {
    for column in AnyResource.of(kind).columns {
      let shown = ShownColumn(id: column.id, title: column.title)
      #expect(ExportText.headings(kind, [shown]).first == column.title)
    }
  }

  @Test func `Tab completes a file's name and offers what it may go on with`() {
    var state = Given.invoices(3)
    state.press("x", "Enter", "Enter", "^U")
    state.type("/tm")
    #expect(state.press("Tab") == [.completePath("/tm")])
    state.take(.pathOffers(PathOffers(typed: "/tm", completed: "/tmp/", names: [])))
    #expect(menu(state)?.field.text == "/tmp/")
  }
}
