import Billing
import BillingAPI
import TerminalUI

/// A form without lines: its groups as boxes, side by side where there is room, scrolled so that the keyboard is seen.
struct FieldsFormView {
  private static let labelWidth = 9
  private static let widest = 76

  let picture: FormPicture
  /// It stands over another form, which goes on when this one is done.
  let isOver: Bool

  private var form: Form { picture.form }

  func draw(in rect: Rect, on frame: inout Frame) {
    let area = area(in: rect)
    frame.fill(area, ground: isOver ? "overlay" : "surface")
    frame.box(
      area, title: [Span(form.heading, "title")], trailing: asOf, footer: footer, footerTrailing: foldHint,
      role: "border.focused")
    let inside = area.inset(columns: 2, rows: 1)
    let rows = FieldRows(form, columns: inside.width)
    let first = rows.firstRow(showing: form.focus, height: inside.height)
    for cell in rows.cells where cell.row >= first && cell.row < first + inside.height {
      draw(cell, in: inside.row(cell.row - first), on: &frame)
    }
    if !isOver { drawRequest(in: rect.below(area.height).left(area.width), on: &frame) }
    drawSuggestions(rows, first, inside, in: rect, on: &frame)
  }

  private func drawRequest(in rect: Rect, on frame: inout Frame) {
    guard rect.height >= RequestPreviewView.height else { return }
    RequestPreviewView(picture).draw(in: rect.top(RequestPreviewView.height), on: &frame)
  }

  private func area(in rect: Rect) -> Rect {
    let rows = FieldRows(form, columns: min(Self.widest, rect.width) - 4)
    let size = Size(width: min(Self.widest, rect.width), height: min(rows.height + 2, rect.height))
    return isOver ? rect.centered(size) : rect.top(size.height).left(size.width)
  }

  private var asOf: [Span] { form.base.map { [Span("as of \($0.asOf)", "text.dim")] } ?? [] }

  private var footer: [Span] {
    if picture.reading.problems.isEmpty {
      return [Span("^S", "hint.key"), Span(" saves the \(form.recordKind.singular)", "hint")]
    }
    let needed = picture.reading.problems.keys.sorted().map { form.words(for: $0) }.joined(separator: ", ")
    return [Span("still needed: ", "warning"), Span(needed, "text.dim")]
  }

  private var foldHint: [Span] {
    guard form.fields.contains(where: \.group.isFolded) else { return [] }
    return [Span("^X m", "hint.key"), Span(form.isUnfolded ? " less" : " more fields", "hint")]
  }

  private func draw(_ cell: FieldRows.Cell, in row: Rect, on frame: inout Frame) {
    let place = Rect(x: row.x + cell.x, y: row.y, width: min(cell.width, row.width - cell.x), height: 1)
    switch cell.content {
    case .title(let title): frame.write(title.uppercased(), x: place.x, y: place.y, width: place.width, role: "heading")
    case .field(let index):
      let isShort = form.fields[index].kind.isShort
      let room = place.width - Self.labelWidth - 6
      let field = FormFieldView(
        picture: picture, index: index, labelWidth: Self.labelWidth,
        valueWidth: max(8, isShort ? min(16, room) : min(room, cell.width > 50 ? 44 : room)))
      field.draw(in: place, on: &frame)
    }
  }

  private func drawSuggestions(
    _ rows: FieldRows, _ first: Int, _ inside: Rect, in rect: Rect, on frame: inout Frame
  ) {
    guard let suggestions = form.suggestions, suggestions.query.focus == form.focus,
      let cell = rows.cell(of: form.focus)
    else { return }
    let anchor = Point(x: inside.x + cell.x + Self.labelWidth + 2, y: inside.y + cell.row - first)
    SuggestionsView(suggestions: suggestions, figures: picture.figures).draw(below: anchor, in: rect, on: &frame)
  }
}

extension FieldKind {
  /// What it holds is never long.
  fileprivate var isShort: Bool {
    switch self {
    case .date, .amount, .rate, .number, .currency, .quantity, .discount, .tax: true
    default: false
    }
  }
}

/// Where the fields of a form without lines stand: one below the other, addresses side by side.
struct FieldRows {
  struct Cell: Equatable {
    enum Content: Equatable {
      case title(String)
      case field(Int)
    }

    let content: Content
    let row: Int
    let x: Int
    let width: Int
  }

  private(set) var cells: [Cell] = []
  private(set) var height = 0

  init(_ form: Form, columns: Int) {
    add(form.fields.indices.filter { !form.fields[$0].group.isFolded }, title: nil, x: 0, width: columns)
    guard form.isUnfolded else { return }
    let folded = Self.folded(form)
    let isPaired = columns >= 66
    let single = folded.filter { $0.fields.count <= 4 }
    for group in single { add(group.fields, title: group.title, x: 0, width: columns) }
    addPairs(folded.filter { $0.fields.count > 4 }, columns, isPaired: isPaired)
  }

  /// Groups of an equal kind stand beside each other where there is room for two.
  private mutating func addPairs(_ groups: [(title: String, fields: [Int])], _ columns: Int, isPaired: Bool) {
    guard isPaired, groups.count == 2 else {
      for group in groups { add(group.fields, title: group.title, x: 0, width: columns) }
      return
    }
    let top = height
    let half = (columns - 2) / 2
    add(groups[0].fields, title: groups[0].title, x: 0, width: half)
    let bottom = height
    height = top
    add(groups[1].fields, title: groups[1].title, x: half + 2, width: half)
    height = max(height, bottom)
  }

  private mutating func add(_ fields: [Int], title: String?, x: Int, width: Int) {
    if let title {
      cells.append(Cell(content: .title(title), row: height, x: x, width: width))
      height += 1
    }
    for field in fields {
      cells.append(Cell(content: .field(field), row: height, x: x, width: width))
      height += 1
    }
  }

  private static func folded(_ form: Form) -> [(title: String, fields: [Int])] {
    var groups: [(title: String, fields: [Int])] = []
    for index in form.fields.indices {
      guard case .folded(let title) = form.fields[index].group else { continue }
      if groups.last?.title == title {
        groups[groups.count - 1].fields.append(index)
      } else {
        groups.append((title, [index]))
      }
    }
    return groups
  }

  func cell(of focus: Form.Focus) -> Cell? {
    guard case .field(let index) = focus else { return nil }
    return cells.first { $0.content == .field(index) }
  }

  /// The first row to show so that the keyboard is seen, with its title where that fits.
  func firstRow(showing focus: Form.Focus, height shown: Int) -> Int {
    guard let row = cell(of: focus)?.row else { return 0 }
    return max(0, min(row + 1 - shown + 1, height - shown), row - shown + 1)
  }
}
