import Store
import TerminalUI

extension Registry {
  static let reviewCommands: [Command] = [
    Command(
      "review.start", "Review",
      help: "Goes through the marked records one by one; without marks, through the whole list.",
      group: .mark, modes: [.list], keys: ["g r"], availability: { $0.canMarkRow }
    ) { state, environment in state.startReview(environment) },
    Command(
      "review.list", "Review the list", help: "Goes through all of the filter one by one, marked or not.", group: .mark,
      modes: [.list], keys: [], availability: { $0.canMarkRow }
    ) { state, environment in state.startReviewOfList(environment) },
    Command(
      "review.sittings", "Review sittings", help: "Lists the reviews that were begun, to go on with one.", group: .mark,
      modes: Mode.browsing, keys: []
    ) { state, _ in state.openSittings() },
    Command(
      "review.accept", "Accept", help: "Accepts the record and shows the next; kept on this machine.", group: .mark,
      modes: [.review], keys: ["a"], hint: .init("accept", 99), availability: { $0.canDecide }
    ) { state, _ in state.decide(ReviewDecision(.accepted)) },
    Command(
      "review.flag", "Flag with a note", help: "Asks for a line of why, flags the record and shows the next.",
      group: .mark, modes: [.review], keys: ["f"], hint: .init("flag", 98), availability: { $0.canDecide }
    ) { state, _ in state.beginFlag() },
    Command(
      "review.skip", "Skip", help: "Leaves the record undone on purpose and shows the next.", group: .mark,
      modes: [.review], keys: ["Space"], hint: .init("skip", 97), availability: { $0.canDecide }
    ) { state, _ in state.decide(ReviewDecision(.skipped)) },
    Command(
      "review.undecide", "Take the decision back", help: "Makes the record undecided again.", group: .mark,
      modes: [.review], keys: ["Backspace"], availability: { $0.reviewPage?.decision == nil ? .absent : .available }
    ) { state, _ in state.undecide() },
    Command(
      "review.detail", "Detail", help: "Stays at the record: the keys scroll it until Esc.", group: .mark,
      modes: [.review], keys: ["Enter"], hint: .init("detail", 80)
    ) { state, _ in state.readOnInReview() },
    Command(
      "review.mark", "Mark by decision", help: "Makes marks of what was accepted, flagged, skipped or left.",
      group: .mark, modes: [.review], keys: ["m"], hint: .init("make marks", 90)
    ) { state, _ in state.askToMarkReviewed() },
  ]
}

extension State {
  var canDecide: Availability { reviewPage?.current == nil ? .absent : .available }
}
