import BillingAPI
import TerminalUI
import Testing

@testable import Dashboard

struct DeletingTests {
  private static func deletion(typed: String? = nil) -> Deletion {
    Deletion(kind: .invoices, id: 1, title: "invoice INV-000001", losses: ["Its 3 lines go with it."], typed: typed)
  }

  private static func isDeletion(_ effect: Effect) -> Bool {
    if case .write(let request) = effect { request.action == .delete(id: 1) } else { false }
  }

  @Test func `X reads what would be lost, y deletes, Enter never does`() {
    var state = Given.invoices(3)
    #expect(state.press("X") == [.prepareDeletion(.invoices, id: 1)])
    state.take(.deletion(Self.deletion()))
    #expect(state.press("Enter") == [])
    #expect(state.overlays.count == 1)
    #expect(state.press("y").contains(where: Self.isDeletion))
  }

  @Test func `where payments hang on it the number must be typed, and nothing else confirms`() {
    var state = Given.invoices(3)
    state.take(.deletion(Self.deletion(typed: "INV-000001")))
    state.press("y", "Enter")
    #expect(state.overlays.count == 1)
    state.press("Backspace")
    #expect(!state.type("INV-00000").contains(where: Self.isDeletion))
    #expect(state.type("1").contains(where: Self.isDeletion))
    #expect(state.overlays.isEmpty)
  }

  @Test(arguments: [Section.customers, .payments])
  func `customers and payments say that the API has no deletion`(section: Section) {
    var state = Given.state(section)
    state.lists[section.kind ?? .customers]?.selectedID = 1
    #expect(!state.press("X").contains { if case .prepareDeletion = $0 { true } else { false } })
    #expect(state.notice?.text.contains("The API has no deletion") == true)
  }

  @Test func `u makes a deleted record again after a question, and ^R deletes it again after another`() {
    var state = Given.invoices(3)
    state.hear(
      .written(
        WriteReport(
          draftID: "x", title: "deletion of invoice INV-000001", step: .deleted(intent: "i1", .invoices))))
    #expect(state.notice?.text.contains("Deleted invoice INV-000001.") == true)
    state.press("u")
    #expect(state.press("Enter") == [])
    #expect(state.press("y").contains { if case .recreate("i1", .invoices, _, _) = $0 { true } else { false } })
    let record = RecordReference(kind: .invoices, id: 77, title: "INV-000001")
    state.hear(.written(WriteReport(draftID: "draft-1", title: "", step: .done(record, notKept: []))))
    #expect(state.notice?.text.contains("#77: a new id") == true)
    #expect(state.press("^R") == [.prepareDeletion(.invoices, id: 77)])
  }

  @Test func `a deletion that the service did not do is told, and nothing is to be made again`() {
    var state = Given.invoices(3)
    let step = WriteReport.Step.stillThere(.invoices, sentence: "It has it all the same.")
    let effects = state.hear(.written(WriteReport(draftID: "x", title: "deletion of invoice INV-000001", step: step)))
    #expect(effects.contains(.refresh(.invoices)))
    #expect(state.notice == Notice(.problem, "It has it all the same."))
    #expect(state.undos.isEmpty)
  }

  @Test func `a key that may not write deletes nothing`() {
    var state = Given.invoices(3)
    state.session.scopes = [Scope(rawValue: "invoices:read")]
    #expect(!state.press("X").contains { if case .prepareDeletion = $0 { true } else { false } })
    #expect(state.notice?.text == "The key lacks invoices:write.")
  }

  @Test(arguments: [("2026-03-18", "ends today"), ("2026-04-01T00:00:00+00:00", "ends 2026-04-01, in 14 days")])
  func `a key that ends within 14 days is announced`(end: String, words: String) {
    #expect(KeyExpiry(end, today: Given.today)?.words == words)
    #expect(KeyExpiry("2026-04-02", today: Given.today) == nil)
    #expect(KeyExpiry(nil, today: Given.today) == nil)
  }
}
