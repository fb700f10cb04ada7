import Billing
import BillingAPI
import Store
import TerminalUI

/// Whole sentences about a run.
enum RunSentences {
  /// What is about to happen, for the question before it.
  static func heading(_ run: RunSnapshot, _ page: BulkPage, _ figures: Figures) -> [String] {
    let counted = RunFigures(run, page)
    let sums = sums(counted, .waiting, figures)
    let amount = sums.isEmpty ? "" : " Together \(sums)."
    let last =
      run.plan.action.needsTakeBackTime
      ? "The API cannot delete payments: for a few seconds ^C takes the whole run back, then they go."
      : "Every row is compared with what is there now before it goes."
    return ["\(BulkWords.heading(run.plan, figures)): \(figures.count(counted.count(.waiting))) go.\(amount)", last]
  }

  /// What a held row comes to that goes all the same.
  static func including(_ row: BulkRow, _ run: RunSnapshot, _ figures: Figures) -> String {
    let why = "\(row.row.number): \(row.detail(figures))."
    guard case .payment(let payment) = row.row.effect, run.rows.indices.contains(row.id) else {
      return "\(why) It goes as it is now."
    }
    let balance = RowBalance(payment, run.rows[row.id]).now
    let amount = payment.after.isZero ? balance : row.amount ?? payment.amount
    return "\(why) \(figures.full(amount, row.row.currencyID.map { Identifier($0) })) is paid."
  }

  /// How it stands, once it moves no more.
  static func standing(_ run: RunSnapshot, _ figures: Figures) -> String {
    let counted = RunFigures(run, nil)
    let done = "\(figures.count(counted.count(.done))) of \(figures.count(counted.going)) done"
    let parts = [(RunFigures.Standing.failed, "failed"), (.unknown, "unknown"), (.held, "held")]
      .filter { counted.count($0.0) > 0 }.map { ", \(figures.count(counted.count($0.0))) \($0.1)" }.joined()
    return switch run.phase {
    case .ended: "The run is through: \(done)\(parts)."
    case .takenBack: "Taken back: nothing of the run was sent."
    case .paused(let reason): "\(words(reason)) \(done)\(parts)."
    case .planned, .holding, .running, .resting: "\(done)\(parts)."
    }
  }

  static func words(_ reason: PauseReason) -> String {
    switch reason {
    case .person: "Paused; p goes on."
    case .failures(let count, let last):
      "Stopped: \(count) failed one after another. \(last.map { Sentences.closed($0.words) + " " } ?? "")p goes on."
    case .notAllowed(let failure): "Stopped: \(failure.words)"
    case .journal(let sentence): "Stopped: \(sentence) What was sent is known or settled first; p goes on."
    case .stopped: "Stopped: nothing of what waited was sent; p goes on."
    case .interrupted: "The program ended in the middle of it; p goes on, nothing is sent twice."
    }
  }

  static func tone(_ run: RunSnapshot) -> Notice.Tone {
    let counted = RunFigures(run, nil)
    switch run.phase {
    case .ended: return counted.count(.failed) + counted.count(.unknown) > 0 ? .warning : .done
    case .paused(.person), .takenBack: return .information
    default: return .warning
    }
  }

  /// The amounts that stand so, currency by currency.
  static func sums(_ counted: RunFigures, _ standing: RunFigures.Standing, _ figures: Figures) -> String {
    sums(counted.sums(standing), figures)
  }

  static func sums(_ sums: [Identifier<Currency>?: Money], _ figures: Figures) -> String {
    sums.sorted { ($0.key?.value ?? 0) < ($1.key?.value ?? 0) }
      .map { figures.full($0.value, $0.key) }.joined(separator: " + ")
  }
}
