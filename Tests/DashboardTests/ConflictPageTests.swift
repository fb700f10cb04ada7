import TerminalUI
import Testing

@testable import Dashboard

struct ConflictPageTests {
  private static func conflict() -> State {
    var state = Given.invoices(3)
    state.press("O")
    state.take(.outbox([Given.outboxRow("a", .conflict)]))
    state.press("Enter")
    state.take(.conflict(Given.conflict()))
    return state
  }

  @Test func `a conflict opens from the outbox and reads both sides`() {
    var state = Given.invoices(3)
    state.press("O")
    state.take(.outbox([Given.outboxRow("a", .conflict)]))
    #expect(state.press("Enter") == [.readConflict("a")])
    #expect(state.mode == .conflict)
  }

  @Test func `nothing is sent before a side is picked for every field`() {
    var state = Self.conflict()
    #expect(!state.press("^S").contains { if case .handle = $0 { true } else { false } })
    #expect(state.notice?.text.contains("“Due”") == true)
    state.press("h")
    #expect(state.conflictPage?.list.selected?.name == "notes")
    state.press("^S")
    #expect(state.conflictPage != nil)
    state.press("l")
    #expect(state.press("^S").contains(.handle(.resolve("a", ["due_date": .mine, "notes": .theirs]))))
    #expect(state.outboxPage != nil)
  }

  @Test func `Esc leaves it in the outbox`() {
    var state = Self.conflict()
    state.press("h")
    #expect(!state.press("Esc").contains { if case .handle = $0 { true } else { false } })
    #expect(state.outboxPage?.list.count == 1)
  }

  @Test func `what others changed once more must be picked again, what reads the same stands`() {
    var state = Self.conflict()
    state.press("h", "l")
    state.take(.conflict(Given.conflict(theirNotes: "third")))
    #expect(state.conflictPage?.picks == ["due_date": .mine])
  }

  @Test func `a conflict that is gone closes and says so`() {
    var state = Self.conflict()
    state.take(.conflict(nil))
    #expect(state.conflictPage == nil)
    #expect(state.notice?.text.hasPrefix("Nothing is left to pick") == true)
  }
}
