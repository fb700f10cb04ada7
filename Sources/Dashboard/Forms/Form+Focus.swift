import TerminalUI

extension Form {
  /// Every place of the keyboard in its order: the head, the lines cell by cell, the foot.
  var stops: [Focus] {
    let fields = self.fields.indices.map(Focus.field)
    guard hasLines, let last = self.fields.firstIndex(where: { $0.name == Self.lastHeadField }) else { return fields }
    let cells = lines.indices.flatMap { line in LineColumn.allCases.map { Focus.line(line, $0) } }
    return Array(fields[...last]) + cells + fields[(last + 1)...]
  }

  func field(_ name: String) -> FormField? { fields.first { $0.name == name } }

  func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

  /// The text under the keyboard.
  var focusedText: TextField {
    get {
      switch focus {
      case .field(let index): fields[index].text
      case .line(let line, let column): lines[line][column]
      }
    }
    set {
      switch focus {
      case .field(let index): fields[index].text = newValue
      case .line(let line, let column): lines[line][column] = newValue
      }
    }
  }

  /// What the place under the keyboard holds.
  var focusedKind: FieldKind {
    switch focus {
    case .field(let index): fields[index].kind
    case .line(_, .name): .item
    case .line(_, .description): .text
    case .line(_, .quantity): .quantity
    case .line(_, .price): .amount
    }
  }

  /// Puts the keyboard on a field that a complaint names; false where the form has none of that name.
  mutating func focus(on path: String) -> Bool {
    let parts = path.split(separator: ".")
    if parts.count >= 2, parts[0] == "items", let line = Int(parts[1]), let row = formLine(line) {
      let column = LineColumn.allCases.first { $0.name == parts.last.map(String.init) } ?? .name
      focus = .line(row, column)
      return true
    }
    guard let index = index(of: Self.fieldName(path)) else { return false }
    focus = .field(index)
    return true
  }

  /// The row of the form that became the so many-th line sent: blank rows are not sent.
  func formLine(_ sent: Int) -> Int? {
    let rows = lines.indices.filter { !lines[$0].isBlank }
    return rows.indices.contains(sent) ? rows[sent] : nil
  }

  /// Complaints about computed fields belong to the field that they are computed from.
  static func fieldName(_ path: String) -> String {
    switch path {
    case "discount_val", "discount_type": "discount"
    default: path
    }
  }

  /// Writes complaints at their fields; answers those that no field has.
  mutating func place(_ complaints: [String: String]) -> [String] {
    clearProblems()
    return complaints.sorted { $0.key < $1.key }.compactMap { path, sentence in
      place(sentence, at: path) ? nil : sentence
    }
  }

  mutating func clearProblems() {
    for index in fields.indices { fields[index].problem = nil }
    for line in lines.indices { lines[line].problems = [:] }
  }

  private mutating func place(_ sentence: String, at path: String) -> Bool {
    let parts = path.split(separator: ".")
    if parts.count >= 2, parts[0] == "items", let line = Int(parts[1]), let row = formLine(line) {
      let column = LineColumn.allCases.first { $0.name == parts.last.map(String.init) } ?? .name
      lines[row].problems[column] = sentence
      return true
    }
    guard let index = index(of: Self.fieldName(path)) else { return false }
    fields[index].problem = sentence
    return true
  }
}
