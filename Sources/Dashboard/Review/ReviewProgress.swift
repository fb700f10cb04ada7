import Store
import TerminalUI

/// How far a sitting is: the place, a bar of what is decided, and how many under each verdict.
struct ReviewProgress {
  let sitting: ReviewSitting
  let figures: Figures

  func draw(in row: Rect, on frame: inout Frame) {
    let place = "\(figures.count(sitting.position + 1)) of \(figures.count(sitting.records.count))"
    let head = [Span(place, "text.strong"), Span(" · \(sitting.title)  ", "text.dim")]
    frame.write(head, in: row)
    let bar = StatusBar(leading: [], trailing: counts)
    bar.draw(in: row.right(max(0, row.width - width(head) - barWidth(row) - 1)), on: &frame)
    let room = Rect(x: row.x + width(head), y: row.y, width: barWidth(row), height: 1)
    ProgressBar(fraction: fraction).draw(in: room, on: &frame)
  }

  private var fraction: Double {
    sitting.records.isEmpty ? 0 : Double(sitting.decisions.count) / Double(sitting.records.count)
  }

  private func barWidth(_ row: Rect) -> Int { row.width >= 100 ? 24 : row.width >= 70 ? 10 : 0 }

  private func width(_ spans: [Span]) -> Int { spans.reduce(0) { $0 + DisplayText.width($1.text) } }

  private var counts: [StatusSegment] {
    let verdicts = ReviewDecision.Verdict.allCases.map { verdict in
      let count = sitting.count(verdict)
      return StatusSegment(
        "\(verdict.sign) \(figures.count(count)) \(verdict.rawValue)", role: count > 0 ? verdict.role : "text.dim",
        priority: 80)
    }
    let rest = sitting.records.count - sitting.decisions.count
    return verdicts + [StatusSegment("\(figures.count(rest)) to go", role: "text.strong", priority: 90)]
  }
}
