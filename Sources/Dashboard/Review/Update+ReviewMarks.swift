import BillingAPI
import Store
import TerminalUI

extension State {
  /// Asks which decisions are to become marks.
  mutating func askToMarkReviewed() -> [Effect] {
    guard let sitting = reviewPage?.sitting else { return [] }
    overlays.append(.question(.markReviewed(sitting, figures)))
    return []
  }

  /// Marks the records under a verdict, or those undecided, in place of what was marked of the sitting, and shows them.
  mutating func markReviewed(_ verdict: ReviewDecision.Verdict?) -> [Effect] {
    guard let sitting = reviewPage?.sitting else { return [] }
    let chosen = verdict.map(sitting.records) ?? sitting.undecided
    guard !chosen.isEmpty else { return inform(.information, "None is \(verdict?.rawValue ?? "undecided").") }
    let kept = Set(chosen)
    let change =
      unmark(sitting.records.filter { !kept.contains($0) }, in: sitting.kind) + mark(chosen, in: sitting.kind)
    pages.removeAll { if case .review = $0 { true } else { false } }
    lists[sitting.kind]?.marks.isAlone = true
    let words = "\(figures.count(chosen.count)) \(verdict?.rawValue ?? "undecided") \(sitting.kind.rawValue) are marked"
    return change + askForOrder(sitting.kind) + inform(.done, "\(words): b acts on them, ' shows the rest too.")
  }
}

extension Question {
  static func markReviewed(_ sitting: ReviewSitting, _ figures: Figures) -> Question {
    func count(_ verdict: ReviewDecision.Verdict) -> String { figures.count(sitting.count(verdict)) }
    return Question(
      dialog: Dialog(
        title: "Which are to be marked?",
        body: [
          "\(count(.accepted)) accepted, \(count(.flagged)) flagged, \(count(.skipped)) skipped, \(figures.count(sitting.undecided.count)) undecided.",
          "They take the place of what is marked among these \(figures.count(sitting.records.count)). Nothing is sent.",
        ],
        choices: [
          DialogChoice(key: "a", label: "accepted"), DialogChoice(key: "f", label: "flagged"),
          DialogChoice(key: "s", label: "skipped"), DialogChoice(key: "u", label: "undecided"),
          DialogChoice(key: "n", label: "no", kind: .cancel),
        ]),
      answers: [
        .markReviewed(.accepted), .markReviewed(.flagged), .markReviewed(.skipped), .markReviewed(nil), .stay,
      ])
  }
}
