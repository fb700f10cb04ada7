import Testing
import TerminalUI

@testable import Dashboard

/// What happens by itself is shown often enough for the eye and no oftener; what a person does is shown at once.
@Suite(.timeLimit(.minutes(1))) struct `Frames` {
  @Test func `of what happens by itself are shown together, a moment later`() async throws {
    let journey = try await Journey(.withInvoices(2))
    let before = journey.terminal.frames.count
    for percent in 1...20 { journey.tell(.sweep(percent: percent)) }
    #expect(journey.terminal.frames.count == before, "time has stood still since the last frame")
    #expect(journey.loop.nextTimer == .frame)
    journey.showWhatWaits()
    #expect(journey.terminal.frames.count == before + 1)
    #expect(journey.screen.contains("sweep 20%"))
    #expect(journey.loop.nextTimer != .frame, "and at rest nothing waits")
    await journey.end()
  }

  @Test func `of a key are shown at once, with what happened by itself`() async throws {
    let journey = try await Journey(.withInvoices(2))
    journey.tell(.sweep(percent: 40))
    let before = journey.terminal.frames.count
    journey.terminal.enqueue(.key(Key(.character("?"))))
    journey.loop.step(waitingAtMost: .zero)
    #expect(journey.terminal.frames.count == before + 1)
    #expect(journey.loop.nextTimer != .frame)
    await journey.end()
  }
}

@Suite struct `The pace of frames` {
  private let start = ContinuousClock.now
  private let news = Event.news(.sweep(percent: 1))

  @Test func `is the eye's for news, and nobody's for anything else`() {
    var pacing = FramePacing()
    #expect(pacing.moment(forShowing: [news], at: start) == nil, "the first frame")
    pacing.noteShown(at: start)
    #expect(pacing.moment(forShowing: [news], at: start + .milliseconds(20)) == start + .milliseconds(50))
    #expect(pacing.moment(forShowing: [news], at: start + .milliseconds(50)) == nil)
    #expect(pacing.moment(forShowing: [news, .timer(.filter)], at: start) == nil)
    #expect(pacing.moment(forShowing: [.terminal(.key(Key(.down)))], at: start) == nil)
    #expect(pacing.moment(forShowing: [.answer(.drafts([])), news], at: start) == nil)
  }
}
