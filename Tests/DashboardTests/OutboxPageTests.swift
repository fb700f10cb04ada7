import TerminalUI
import Testing

@testable import Dashboard

struct OutboxPageTests {
  private static func outbox(_ rows: OutboxRow...) -> State {
    var state = Given.invoices(3)
    state.press("O")
    state.take(.outbox(rows))
    return state
  }

  @Test func `what was never sent goes with ^S, and is given up with X and y, never with Enter`() {
    var state = Self.outbox(Given.outboxRow("a"))
    #expect(state.press("^S") == [.handle(.send("a"))])
    #expect(state.press("X") == [])
    #expect(state.press("Enter") == [])
    #expect(state.overlays.count == 1)
    #expect(state.press("y") == [.handle(.giveUp("a"))])
  }

  @Test func `what may have been performed can be looked up but not edited, and giving it up says what that means`() {
    var state = Self.outbox(Given.outboxRow("a", .waiting(until: "14:33", mayBePerformed: true), mayBePerformed: true))
    #expect(state.press("r").contains(.handle(.lookUp("a"))))
    #expect(!state.press("e").contains(.openDraft("a")))
    #expect(state.notice?.text == "It may have been performed: it cannot be edited until that is known.")
    state.press("X")
    guard case .question(let question) = state.overlays.last else { return #expect(Bool(false), "nothing is asked") }
    #expect(question.dialog.body[0].contains("It may have been performed"))
    #expect(state.press("Esc") == [])
    #expect(state.overlays.isEmpty)
  }

  @Test func `what never left opens its form again`() {
    var state = Self.outbox(Given.outboxRow("a"))
    #expect(state.press("e") == [.openDraft("a")])
    #expect(!state.press("r").contains(.handle(.lookUp("a"))))
  }

  @Test func `nothing can be asked of another program's write`() {
    var state = Self.outbox(Given.outboxRow("a", .elsewhere))
    for key in ["^S", "X", "e"] {
      #expect(!state.press(key).contains { if case .handle = $0 { true } else { false } }, "\(key)")
      #expect(state.overlays.isEmpty)
      #expect(state.notice?.text.contains("another program") == true)
    }
  }

  @Test func `a key that may not write sends nothing from here either`() {
    var state = Self.outbox(Given.outboxRow("a"))
    state.session.isReadOnly = true
    state.press("^S")
    #expect(state.notice?.text.hasPrefix("Read-only") == true)
  }

  @Test func `records that could each be it are told apart by a digit, or none of them by n`() {
    let undecided = Given.outboxRow("a", .undecided([12, 14]), mayBePerformed: true)
    var state = Self.outbox(undecided)
    state.press("Enter")
    #expect(state.press("Enter") == [])
    #expect(state.press("2") == [.handle(.identify("a", record: 14))])
    state.press("Enter")
    #expect(state.press("n") == [.handle(.identify("a", record: nil))])
  }

  @Test func `Enter shows the story of a write, and y copies the curl line that has no key in it`() {
    var state = Self.outbox(Given.outboxRow("a"))
    #expect(state.press("Enter") == [.readWrite("a")])
    #expect(state.press("y") == [.timer(.notice, after: .seconds(8))] || state.notice != nil)
    state.take(.write(Given.story("a")))
    #expect(state.press("y").contains(.copy("curl -H 'Bearer $INVOICEMATIC_API_KEY'")))
    state.press("Esc")
    #expect(state.outboxPage != nil)
  }

  @Test func `the story of another write is not taken for this one`() {
    var state = Self.outbox(Given.outboxRow("a"))
    state.press("Enter")
    state.take(.write(Given.story("b")))
    #expect(state.writePage?.story == nil)
  }
}
