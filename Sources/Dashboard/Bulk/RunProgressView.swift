import Billing
import Store
import TerminalUI

/// How far a run is, what is left, and what each standing comes to.
struct RunProgressView {
  let run: RunSnapshot
  let counted: RunFigures
  let figures: Figures
  let isBoxed: Bool

  func draw(in rect: Rect, on frame: inout Frame) {
    if isBoxed {
      frame.box(
        rect, title: [Span("Progress", "title"), Span("  \(words)", role)], footer: standings,
        footerTrailing: keys, role: "border")
      drawBar(in: rect.inset(columns: 2, rows: 1).row(0), on: &frame)
    } else {
      drawBar(in: rect.row(0).inset(columns: 1, rows: 0), on: &frame)
      let row = rect.row(1).inset(columns: 1, rows: 0)
      frame.write(standings, in: row)
      let width = standings.reduce(2) { $0 + DisplayText.width($1.text) }
      let room = row.right(max(0, row.width - width))
      if room.width >= 12 { frame.write([Span(shortWords, role)], in: room, align: .trailing) }
    }
  }

  private func drawBar(in row: Rect, on frame: inout Frame) {
    let percent = Int(counted.fraction * 100)
    let left = run.phase.isMoving ? run.secondsLeft.map { "  ~\(Self.time($0)) left" } ?? "" : ""
    let words = "  \(figures.count(counted.finished))/\(figures.count(counted.going))  \(percent)%\(left)"
    let width = max(0, row.width - DisplayText.width(words))
    ProgressBar(fraction: counted.fraction).draw(in: row.left(width), on: &frame)
    frame.write([Span(words, "text.strong")], in: row, align: .trailing)
  }

  /// `45 s`, `3 min`.
  static func time(_ seconds: Int) -> String { seconds < 90 ? "\(seconds) s" : "\((seconds + 30) / 60) min" }

  private var words: String {
    switch run.phase {
    case .planned: "nothing is sent yet"
    case .holding: "goes in a few seconds: ^C takes the whole run back"
    case .running: "running"
    case .resting: "the service asked for rest; it goes on by itself"
    case .paused(let reason): RunSentences.words(reason)
    case .ended: "through"
    case .takenBack: "taken back, nothing was sent"
    }
  }

  /// What a key does now, where there is little room.
  private var shortWords: String {
    switch run.phase {
    case .holding: "^C takes all back"
    case .running: "p pause  ^C stop"
    case .resting: "the service rests"
    case .paused: "p goes on"
    case .planned, .ended, .takenBack: ""
    }
  }

  private var role: Role {
    switch run.phase {
    case .planned, .takenBack: "text.dim"
    case .running: "ok"
    case .holding, .resting: "warning"
    case .paused(.person): "info"
    case .paused: "warning"
    case .ended: counted.count(.failed) + counted.count(.unknown) > 0 ? "warning" : "ok"
    }
  }

  private var standings: [Span] {
    let all: [(RunFigures.Standing, String, Role)] = [
      (.done, "done", "ok"), (.failed, "failed", "error"), (.unknown, "unknown", "error"),
      (.waiting, run.phase == .planned ? "go" : "to go", "text"), (.held, "held", "warning"),
    ]
    let parts = all.filter { counted.count($0.0) > 0 }.map { standing, word, role -> [Span] in
      let sums = RunSentences.sums(counted, standing, figures)
      return [Span("\(word) \(sums.isEmpty ? "" : "\(sums) ")(\(figures.count(counted.count(standing))))", role)]
    }
    return Array(parts.joined(separator: [Span("  ", "text.dim")]))
  }

  private var keys: [Span] {
    switch run.phase {
    case .running, .resting:
      [Span("p", "hint.key"), Span(" pause  ", "hint"), Span("^C", "hint.key"), Span(" stop after this row", "hint")]
    case .paused: [Span("p", "hint.key"), Span(" go on", "hint")]
    case .planned: [Span("^S", "hint.key"), Span(" run", "hint")]
    case .holding: [Span("^C", "hint.key"), Span(" take back", "hint")]
    case .ended, .takenBack: []
    }
  }
}
