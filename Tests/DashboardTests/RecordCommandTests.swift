import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

/// Keys that do something with the selected record: jump to it, copy of it, do the same again.
@Suite struct RecordCommandTests {
  // MARK: Jumping

  @Test func `f puts letters beside the rows on the screen, and a letter selects its row`() {
    var state = Given.invoices(30)
    state.press("f")
    #expect(state.overlays.last == .jump(JumpLabels(rows: 0..<state.listHeight)))
    state.press("d")
    #expect(state.overlays.isEmpty)
    #expect(state.invoices.selectedID == 3)
  }

  @Test func `letters belong to what is on the screen, however far the list is scrolled`() {
    var state = Given.invoices(300)
    state.press("G", "f", "a")
    #expect(state.invoices.selectedIndex == 300 - state.listHeight)
  }

  @Test(arguments: ["Esc", "q", "j"]) func `a key that stands beside no row leaves the selection`(key: String) {
    var state = Given.invoices(3)
    state.press("j", "f", key)
    #expect(state.overlays.isEmpty)
    #expect(state.invoices.selectedIndex == 1)
  }

  @Test func `the letters are seen in the gutter of their rows`() {
    var state = Given.invoices(3, width: 80, height: 24)
    state.press("f")
    let rows = view(state).characters.filter { $0.contains("INV-00000") }.prefix(3).map { $0.prefix(3) }
    #expect(rows == [" a ", " s ", " d "])
  }

  // MARK: Copying

  @Test func `yr copies the row as it is shown, its columns apart by tabs`() {
    var state = Given.invoices(2, width: 80, height: 24)
    let copied = state.press("y", "r").compactMap { if case .copy(let text) = $0 { text } else { nil } }
    let cells = copied.first?.split(separator: "\t").map(String.init) ?? []
    #expect(cells.prefix(2) == ["INV-000001", "Acme Harbour"])
    #expect(cells.contains("100.00"))
  }

  @Test(arguments: [("j", CopyForm.json), ("c", .curl)])
  func `JSON and the curl line are read from the mirror, then copied`(key: String, form: CopyForm) {
    var state = Given.invoices(2)
    #expect(state.press("y", key).contains(.readForCopy(.invoices, id: 1, form, title: "INV-000001")))
    let effects = state.take(.toCopy("{}", form, title: "INV-000001"))
    #expect(effects.contains(.copy("{}")))
    #expect(state.notice?.text == "Copied the \(form.rawValue) of INV-000001.")
  }

  @Test func `an address that is not known is not copied, and the reason is said`() {
    var state = Given.invoices(1)
    #expect(!state.press("y", "a").contains { if case .copy = $0 { true } else { false } })
    #expect(state.notice?.text == "No address is known here.")
  }

  // MARK: Again

  @Test func `. does with the next record what was done with the last one`() {
    var state = Given.invoices(3)
    state.press("y", "n", "j")
    #expect(state.press(".").contains(.copy("INV-000002")))
  }

  @Test func `. opens the same form for another record`() {
    var state = Given.invoices(3)
    state.press("D", "Esc", "j", ".")
    #expect(state.form?.kind == .copy(.invoices, of: 2))
  }

  @Test func `. says so where there is nothing to repeat, or not with this record`() {
    var state = Given.invoices(1)
    state.press(".")
    #expect(state.notice?.text == "Nothing was done with a record yet.")
    state.press("p", "Esc")
    state.section = .items
    state.press(".")
    #expect(state.notice?.text == "Record payment is not for this record.")
  }

  // MARK: Text

  @Test func `E opens the form of a record and, once it is read, the editor with all of it`() throws {
    var state = Given.invoices(3)
    let opening = state.press("E")
    #expect(opening.contains(.prepareForm(.edit(.invoices, id: 1), draft: "draft-1")))
    let source = FormSource(record: Given.invoiceRecord, asOf: "14:20")
    let effects = state.take(.source(source, draft: "draft-1"))
    let text = FormText(form: try #require(state.form)).text
    #expect(effects.contains(.editText(draft: "draft-1", text)))
    #expect(state.take(.source(source, draft: "draft-1")).contains { $0 == .editText(draft: "draft-1", text) } == false)
  }

  // MARK: Statement

  @Test func `gs opens the statement of the record's customer`() {
    var state = Given.invoices(1)
    state.press("g", "s")
    #expect(state.customerPage?.id == 1)
    #expect(state.customerPage?.tab == .statement)
  }
}
