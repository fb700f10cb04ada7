import Billing
import BillingAPI
import Store
import TerminalUI

/// The line in which a list is filtered, with what it comes to at its end, and under it what fits or what is wrong.
struct FilterLineView {
  private static let mostOffers = 8

  let list: ListState
  let figures: Figures
  let layout: ScreenLayout
  let hasCaret: Bool

  func draw(on frame: inout Frame) {
    let row = layout.filter.inset(columns: 1, rows: 0)
    let facts = self.facts(in: row.width - wanted(of: row.width) - 4)
    let width = facts.reduce(0) { $0 + DisplayText.width($1.text) }
    frame.write("⌕", x: row.x, y: row.y, width: row.width, role: hasCaret ? "hint.key" : "text.dim")
    let field = Rect(x: row.x + 2, y: row.y, width: row.width - width - 4, height: 1)
    TextFieldView(field: list.filterField, placeholder: "/ filters", isFocused: hasCaret, role: "text.strong")
      .draw(in: field, on: &frame)
    frame.write(facts, in: row, align: .trailing)
    if let problem = list.explainedProblem { markWord(problem, in: field, on: &frame) }
  }

  /// The columns that what is typed has a right to, before anything is said at the end of the line.
  private func wanted(of columns: Int) -> Int {
    let text = DisplayText.width(list.filterField.text) + 1
    return min(max(text, hasCaret ? 20 : 9), columns * 3 / 5)
  }

  /// What lies over the list while the line has the keyboard; drawn after it.
  func drawBelow(on frame: inout Frame) {
    guard hasCaret else { return }
    let caret = frame.caret
    if let offers = list.shownOffers {
      draw(offers, on: &frame)
    } else if let problem = list.explainedProblem {
      draw(problem, on: &frame)
    }
    frame.caret = caret
  }

  // MARK: What fits

  private func draw(_ offers: FilterOffers, on frame: inout Frame) {
    let candidates = offers.candidates
    let place = area(rows: min(Self.mostOffers, candidates.count), from: offers.completion.range.lowerBound)
    frame.fill(place, ground: "overlay")
    frame.box(place, footer: footer(offers), role: "overlay.border")
    let inside = place.inset(columns: 1, rows: 1)
    var viewport = ListViewport()
    viewport.follow(selected: offers.selected ?? 0, count: candidates.count, height: inside.height, margin: 1)
    for (line, index) in viewport.visible(count: candidates.count, height: inside.height).enumerated() {
      draw(candidates[index], isSelected: index == offers.selected, in: inside.row(line), on: &frame)
    }
  }

  private func footer(_ offers: FilterOffers) -> [Span] {
    let rest = offers.candidates.count - Self.mostOffers
    let more = rest > 0 ? [Span("\(rest) more ↓  ", "text.dim")] : []
    let enter = offers.selected == nil ? [] : [Span("⏎", "hint.key"), Span(" take  ", "hint")]
    return [Span("Tab", "hint.key"), Span(" complete  ", "hint")] + enter + more
  }

  private func draw(
    _ candidate: FilterCompletion.Candidate, isSelected: Bool, in row: Rect, on frame: inout Frame
  ) {
    if isSelected {
      frame.paint(row, ground: "selection")
      frame.write("▶", x: row.x, y: row.y, width: 1, role: "selection.mark")
    }
    let room = Rect(x: row.x + 1, y: row.y, width: row.width - 2, height: 1)
    let parts = room.columns([.flexible(minimum: 16, weight: 1), .flexible(minimum: 16, weight: 2)], spacing: 2)
    frame.write([Span(candidate.text, "text.strong")], in: parts[0])
    frame.write([Span(candidate.meaning, "text.dim")], in: parts[1])
  }

  // MARK: What is wrong

  private func draw(_ problem: FilterProblem, on frame: inout Frame) {
    let lines = DisplayText.wrapped(problem.sentence, to: 60)
    let place = area(rows: lines.count, from: problem.offset)
    frame.fill(place, ground: "overlay")
    frame.box(place, footer: [Span("the list stays as it was", "text.dim")], role: "warning")
    for (line, text) in lines.enumerated() {
      frame.write(text, x: place.x + 2, y: place.y + 1 + line, width: place.width - 3, role: "warning")
    }
  }

  /// The word that cannot be read stands out, where the whole line is in sight.
  private func markWord(_ problem: FilterProblem, in field: Rect, on frame: inout Frame) {
    let text = list.filterField.text
    guard DisplayText.width(text) < field.width else { return }
    let start = DisplayText.width(text.prefix(problem.offset))
    let rect = Rect(x: field.x + start, y: field.y, width: DisplayText.width(problem.word), height: 1)
    frame.paint(rect, role: "error")
  }

  /// A box of so many rows under a character of the line.
  private func area(rows: Int, from offset: Int) -> Rect {
    let width = min(64, layout.bounds.width - 2)
    let column = layout.filter.x + 2 + DisplayText.width(list.filterField.text.prefix(offset))
    return Rect(
      x: max(0, min(column, layout.bounds.maxX - width - 1)), y: layout.filter.y + 1, width: width, height: rows + 2)
  }

  // MARK: What it comes to

  /// How much is shown of what, in which order, and what it comes to: as much of it as the filter leaves room for.
  private func facts(in columns: Int) -> [Span] {
    let segments = self.segments
    let kept = StatusBar(leading: segments, separator: Self.separator).kept(in: columns)
    return Array(kept.map { segments[$0].spans }.joined(separator: [Span(Self.separator, "text.dim")]))
  }

  private static let separator = " · "

  private var segments: [StatusSegment] {
    guard list.order != nil else { return [StatusSegment("reading…", role: "text.dim")] }
    guard list.filter == list.shownFilter else { return [StatusSegment("searching…", role: "text.dim")] }
    let marks = MarksLine(list: list, figures: figures)
    let marked = layout.isWide || marks.short.isEmpty ? [] : [StatusSegment(marks.spans(in: 40), priority: 95)]
    let order = StatusSegment(list.sort.words(in: list.kind), role: "text.dim", priority: 40)
    return marked + counts + [order] + sums
  }

  /// What a filter found, and in how much of what there is.
  private var counts: [StatusSegment] {
    let loaded = figures.count(list.completeness.loaded)
    let all = figures.count(list.completeness.total ?? list.completeness.loaded)
    let isComplete = list.completeness.isComplete
    if list.filter.isEmpty {
      return [
        StatusSegment(isComplete ? "all \(all)" : "\(loaded) of \(all) loaded", role: "text.strong", priority: 90)
      ]
    }
    let found = StatusSegment("\(figures.count(list.count)) of \(all)", role: "text.strong", priority: 90)
    return isComplete ? [found] : [found, StatusSegment("searched \(loaded)", role: "warning", priority: 80)]
  }

  /// The sums, each currency by itself; while the line is being typed into only the first.
  private var sums: [StatusSegment] {
    guard list.kind != .customers, list.kind != .items, let summary = list.summary else { return [] }
    let amounts = summary.sums.map { (list.kind == .invoices ? $0.balance : $0.total, $0.currencyID) }
      .filter { !$0.0.isZero }
    let shown = amounts.prefix(layout.isWide && !hasCaret ? 3 : 1).map { figures.full($0.0, $0.1) }
    guard !shown.isEmpty else { return [] }
    let rest = amounts.count - shown.count
    let words = shown.joined(separator: Self.separator) + (rest > 0 ? " +\(rest)" : "")
    let label = list.kind == .invoices ? [Span("due ", "text.dim")] : []
    return [StatusSegment(label + [Span(words, "money")], priority: 60)]
  }
}
