import Billing
import BillingAPI
import Store
import TerminalUI

/// The search from anywhere: the field, the hits with what matched, more about the selected one, and how much was searched.
struct FinderView {
  private static let aboutRows = 3

  let finder: Finder
  let figures: Figures
  /// How much of the invoices is loaded, which balances are made of.
  let invoices: Completeness

  func draw(in bounds: Rect, on frame: inout Frame) {
    let rect = OmniboxFrame.place(in: bounds)
    frame.fill(rect, ground: "overlay")
    frame.box(
      rect, title: [Span(finder.kind.title, "overlay.title")],
      trailing: OmniboxFrame.siblings(of: finder.kind.rawValue), footer: footer, footerTrailing: searched,
      style: .heavy, role: "overlay.border")
    let inside = rect.inset(columns: 1, rows: 1)
    drawField(in: inside.row(0), on: &frame)
    OmniboxFrame.rule(in: inside.row(1), on: &frame)
    let isAbout = inside.height > 10 && finder.selectedHit != nil
    let area = inside.below(2).above(isAbout ? Self.aboutRows + 1 : 0)
    drawHits(in: area, on: &frame)
    if isAbout { drawAbout(in: inside.bottom(Self.aboutRows + 1), on: &frame) }
  }

  private var footer: [Span] {
    [("⏎", "open"), ("Tab", "complete"), ("Esc", "close")].flatMap {
      [Span($0.0, "hint.key"), Span(" \($0.1)  ", "hint")]
    }
  }

  /// How much of what there is was looked through.
  private var searched: [Span] {
    guard let found = finder.found else { return [] }
    let number = figures.count(found.searched)
    guard !found.isComplete else { return [Span("all \(number) searched", "text.dim")] }
    return [Span("searched \(number) of \(found.total.map(figures.count) ?? "?")", "warning")]
  }

  private func drawField(in row: Rect, on frame: inout Frame) {
    frame.write(String(finder.kind.rawValue), x: row.x + 1, y: row.y, width: 1, role: "hint.key")
    let field = Rect(x: row.x + 3, y: row.y, width: row.width - 4, height: row.height)
    TextFieldView(field: finder.field, placeholder: finder.kind.placeholder, isFocused: true).draw(
      in: field, on: &frame)
  }

  private func drawHits(in area: Rect, on frame: inout Frame) {
    guard let found = finder.found, !found.hits.isEmpty else {
      for (line, text) in DisplayText.wrapped(nothing, to: area.width - 4).prefix(area.height).enumerated() {
        frame.write(text, x: area.x + 3, y: area.y + line, width: area.width - 4, role: "text.dim")
      }
      return
    }
    var viewport = ListViewport()
    viewport.follow(selected: finder.selected, count: found.hits.count, height: area.height, margin: 1)
    let visible = viewport.visible(count: found.hits.count, height: area.height)
    let lines = visible.map {
      FindHitLine(found.hits[$0], query: found.query.text, figures: figures, invoices: invoices)
    }
    let end = min(lines.map { $0.endWidth }.max() ?? 0, area.width * 2 / 5)
    for (line, index) in visible.enumerated() {
      let row = area.row(line)
      if index == finder.selected {
        frame.paint(row, ground: "selection")
        frame.write("▶", x: row.x + 1, y: row.y, width: 1, role: "selection.mark")
      }
      draw(lines[line], endWidth: end, in: row, on: &frame)
    }
  }

  /// What stands in the middle begins in the same column in every line.
  private func draw(_ line: FindHitLine, endWidth: Int, in row: Rect, on frame: inout Frame) {
    let room = Rect(x: row.x + 3, y: row.y, width: row.width - 4, height: 1)
    frame.write(line.end, in: room.right(endWidth), align: .trailing)
    let parts = room.left(room.width - endWidth - 2).columns(
      [.flexible(minimum: 12, weight: 1), .flexible(minimum: 12, weight: 1)], spacing: 2)
    frame.write(line.title, in: line.middle.isEmpty ? room.left(room.width - endWidth - 2) : parts[0])
    if !line.middle.isEmpty { frame.write(line.middle, in: parts[1]) }
  }

  /// What stands where no hit does.
  private var nothing: String {
    if finder.query.text.isEmpty { return finder.kind.explanation }
    guard let found = finder.found, finder.isAnswered else { return "Searching…" }
    if let problem = found.problem { return problem }
    return found.isComplete ? "Nothing is found." : "Nothing is found in what is loaded so far; more is on its way."
  }

  private func drawAbout(in area: Rect, on frame: inout Frame) {
    guard let hit = finder.selectedHit else { return }
    OmniboxFrame.rule(in: area.row(0), on: &frame)
    for (line, spans) in FindHitAbout(hit, figures: figures, invoices: invoices).lines.prefix(Self.aboutRows)
      .enumerated()
    {
      frame.write(spans, in: area.row(line + 1).inset(columns: 3, rows: 0))
    }
  }
}

/// What the palette and the searches have in common: their place, and the keys that turn one into another.
enum OmniboxFrame {
  static func place(in bounds: Rect) -> Rect {
    bounds.centered(Size(width: min(84, bounds.width - 4), height: min(24, bounds.height - 4)))
  }

  static func siblings(of current: Character) -> [Span] {
    let all: [(Character, String)] = [(":", "commands"), ("@", "customer"), ("#", "number"), ("$", "amount")]
    return all.filter { $0.0 != current }.flatMap { key, words in
      [Span(String(key), "hint.key"), Span(" \(words)  ", "hint")]
    }.dropLast() + [Span(all.last { $0.0 != current }.map { " \($0.1)" } ?? "", "hint")]
  }

  static func rule(in row: Rect, on frame: inout Frame) {
    guard row.width > 0 else { return }
    frame.write(String(repeating: "─", count: row.width), x: row.x, y: row.y, role: "overlay.border")
  }
}

extension Finder.Kind {
  var title: String {
    switch self {
    case .customer: "Find a customer"
    case .number: "Find a number"
    case .amount: "Find an amount"
    }
  }

  fileprivate var placeholder: String {
    switch self {
    case .customer: "name, company, contact, e-mail, phone, address"
    case .number: "any part of a number or reference"
    case .amount: "1980 or 1,980.50; about: ~6k"
    }
  }

  fileprivate var explanation: String {
    switch self {
    case .customer:
      "Any part of what is known of a customer: the last digits of a phone number however it is written, a street, "
        + "a piece of a name. Several words must all be found."
    case .number:
      "Any part of the number of an invoice, payment, estimate or expense, or of the reference on it: 383, inv 383."
    case .amount:
      "Totals, balances, payments and expenses of this amount, whatever the currency. 1980 finds 1,980.00 to 1,980.99, "
        + "1980.50 that alone, ~6k what is within five per cent of 6,000."
    }
  }
}
