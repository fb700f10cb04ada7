import TerminalUI

/// One line of a record's detail: text at the left, and columns set from the right edge.
struct DetailLine: Hashable, Sendable {
  struct Figure: Hashable, Sendable {
    let text: String
    let width: Int
    let role: Role

    init(_ text: String, _ width: Int, _ role: Role = "money") {
      self.text = text
      self.width = width
      self.role = role
    }
  }

  var spans: [Span]
  var figures: [Figure] = []
  var isRule = false
  /// It ends in text that people write, which goes on in further rows below where it begins.
  private var isText = false

  static let blank = DetailLine([])
  static let rule = DetailLine(rule: true)

  init(_ spans: [Span], figures: [Figure] = []) {
    self.spans = spans
    self.figures = figures
  }

  /// A heading in small capitals' stead.
  init(heading: String) {
    spans = [Span(heading.uppercased(), "heading")]
  }

  /// A label and its value; no line where there is no value.
  static func pair(_ label: String, _ value: String?) -> [DetailLine] {
    guard let value, !value.isEmpty else { return [] }
    return [DetailLine([Span("\(label)  ", "text.dim"), Span(value)])]
  }

  /// A label and what somebody wrote, in as many rows as that takes; no line where there is none.
  static func text(_ label: String, _ value: String?) -> [DetailLine] {
    pair(label, value).map { $0.asText }
  }

  /// A text below a row, set in by so many columns.
  static func text(below value: String, indent: Int = 2, role: Role = "text.dim") -> DetailLine {
    DetailLine([Span(String(repeating: " ", count: indent)), Span(value, role)]).asText
  }

  private var asText: DetailLine {
    var line = self
    line.isText = true
    return line
  }

  /// This line in rows of so many columns.
  func rows(in columns: Int) -> [DetailLine] {
    guard isText, let text = spans.last else { return [self] }
    let lead = Array(spans.dropLast())
    let indent = DisplayText.width(lead.map(\.text).joined())
    let pieces = DisplayText.wrapped(text.text, to: max(8, columns - indent))
    return pieces.enumerated().map { place, piece in
      let before = place == 0 ? lead : [Span(String(repeating: " ", count: indent))]
      return DetailLine(before + [Span(piece, text.role)])
    }
  }

  /// A row of a small table: a text and figures, whose widths `aligned` settles.
  static func columns(_ text: String, _ figures: [String], role: Role = "text") -> DetailLine {
    DetailLine([Span(text, role)], figures: figures.map { Figure($0, 0, role) })
  }

  /// The same rows with each column of figures as wide as its widest.
  static func aligned(_ rows: [DetailLine]) -> [DetailLine] {
    let count = rows.map(\.figures.count).max() ?? 0
    let widths = (0..<count).map { column in
      rows.map { column < $0.figures.count ? DisplayText.width($0.figures[column].text) : 0 }.max() ?? 0
    }
    return rows.map { row in
      DetailLine(row.spans, figures: zip(row.figures, widths).map { Figure($0.text, $1, $0.role) })
    }
  }

  private init(rule: Bool) {
    spans = []
    isRule = rule
  }

  func draw(in rect: Rect, on frame: inout Frame) {
    if isRule {
      frame.write(String(repeating: "─", count: rect.width), x: rect.x, y: rect.y, role: "border")
      return
    }
    var right = rect.maxX
    for figure in figures.reversed() {
      let width = min(figure.width, max(0, right - rect.x))
      frame.write(
        figure.text, x: right - width, y: rect.y, width: width, role: figure.role, align: .trailing)
      right -= figure.width + 1
    }
    frame.write(spans, in: Rect(x: rect.x, y: rect.y, width: right - rect.x, height: 1))
  }
}

/// A record's detail in three parts: who and when, what it consists of, and what belongs beside it.
struct DetailPage: Hashable, Sendable {
  var title: String
  var status: Span?
  var facts: [DetailLine] = []
  var body: [DetailLine] = []
  var extras: [DetailLine] = []
  /// The arithmetic that was checked, for the strip; nil where there is none.
  var check: [Span]?
  /// Whether what the service sent adds up; nil where there is nothing to add.
  var sumsHold: Bool?

  init(title: String) { self.title = title }
}
