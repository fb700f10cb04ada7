import TerminalUI

/// A form as plain text for an editor: one line per field, then one per line of the document.
///
/// What cannot be typed in one line (line breaks, the bar between columns) is written with a backslash.
struct FormText {
  static let linesHeading = "Lines"

  let form: Form

  var text: String {
    let head = ["# \(form.title.capitalizedFirst)", "# Change what stands behind the colons, save and close."]
    let fields = form.fields.map { "\($0.wholeLabel): \(Self.escaped($0.text.text))".trimmingBlanks }
    return (head + [""] + fields + (form.hasLines ? [""] + lines : [])).joined(separator: "\n") + "\n"
  }

  private var lines: [String] {
    let titles = LineColumn.allCases.map(\.title).joined(separator: " | ")
    let written = form.lines.filter { !$0.isBlank }.map { line in
      LineColumn.allCases.map { Self.escaped(line[$0].text) }.joined(separator: " | ")
    }
    return ["# \(titles)", "\(Self.linesHeading):"] + written
  }

  private static func escaped(_ text: String) -> String {
    text.replacing("\\", with: "\\\\").replacing("|", with: "\\|").replacing("\n", with: "\\n")
  }
}

/// Takes an edited text back into a form; what it does not understand it says, and leaves everything else as it was.
struct FormTextReader {
  private(set) var form: Form
  /// Lines that belong nowhere, as they were typed.
  private(set) var strays: [String] = []
  private var isInLines = false
  private var lines: [LineFields] = []

  init(_ text: String, into form: Form) {
    self.form = form
    for line in text.split(whereSeparator: \.isNewline).map(\.trimmingBlanks) where !line.isEmpty {
      if !line.hasPrefix("#") { take(line) }
    }
    if isInLines { replaceLines() }
  }

  private mutating func take(_ line: String) {
    if form.hasLines, line == "\(FormText.linesHeading):" {
      isInLines = true
    } else if isInLines {
      takeLine(line)
    } else {
      takeField(line)
    }
  }

  private mutating func takeField(_ line: String) {
    guard let colon = line.firstIndex(of: ":"),
      let index = form.fields.firstIndex(where: { $0.wholeLabel == line[..<colon].trimmingBlanks }),
      form.fields[index].lock == nil
    else { return strays.append(line) }
    let text = Self.columns(line[line.index(after: colon)...]).joined(separator: " | ")
    guard text != form.fields[index].text.text else { return }
    form.fields[index].text.replaceAll(with: text)
    form.fields[index].isEdited = true
    form.fields[index].reference = nil
    form.fields[index].problem = nil
  }

  private mutating func takeLine(_ line: String) {
    let columns = Self.columns(line[...])
    guard columns.count <= LineColumn.allCases.count else { return strays.append(line) }
    var fields = LineFields()
    for (column, text) in zip(LineColumn.allCases, columns) { fields[column].replaceAll(with: text) }
    lines.append(fields)
  }

  /// A line that was there keeps what the text does not show, such as its unit.
  private mutating func replaceLines() {
    var before = form.lines
    form.lines = lines.map { line in
      guard let place = before.firstIndex(where: { $0.name.text == line.name.text }) else { return line }
      var kept = before.remove(at: place)
      for column in LineColumn.allCases where kept[column].text != line[column].text {
        kept[column].replaceAll(with: line[column].text)
        kept.problems[column] = nil
      }
      return kept
    }
    form.lines.append(LineFields())
    if case .line = form.focus { form.focus = .line(0, .name) }
  }

  /// The columns between bars, without their escapes.
  private static func columns(_ line: Substring) -> [String] {
    var columns = [""]
    var isEscaped = false
    for character in line {
      switch (isEscaped, character) {
      case (false, "\\"): isEscaped = true
      case (false, "|"): columns.append("")
      default:
        columns[columns.count - 1].append(isEscaped && character == "n" ? "\n" : character)
        isEscaped = false
      }
    }
    return columns.map(\.trimmingBlanks)
  }
}
