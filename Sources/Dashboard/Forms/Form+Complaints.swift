import TerminalUI

extension Form {
  /// Puts the keyboard on a field that a complaint names; false where the form has none of that name.
  mutating func focus(on path: String) -> Bool {
    guard let place = place(named: path) else { return false }
    unfold(for: place)
    focus = place
    return true
  }

  /// Writes complaints at their fields; answers those that no field has.
  mutating func place(_ complaints: [String: String]) -> [String] {
    clearProblems()
    return complaints.sorted { $0.key < $1.key }.compactMap { path, sentence in
      guard let place = place(named: path) else { return sentence }
      complain(sentence, at: place)
      return nil
    }
  }

  mutating func clearProblems() {
    for index in fields.indices { fields[index].problem = nil }
    for line in lines.indices { lines[line].problems = [:] }
  }

  func problem(at stop: Focus) -> String? {
    switch stop {
    case .field(let index): fields[index].problem
    case .line(let row, let column): lines[row].problems[column]
    }
  }

  /// The row of the form that became the so many-th line sent: blank rows are not sent.
  func formLine(_ sent: Int) -> Int? {
    let rows = lines.indices.filter { !lines[$0].isBlank }
    return rows.indices.contains(sent) ? rows[sent] : nil
  }

  /// The place that a row of the form has among the lines sent; nil for a blank row.
  func sentLine(_ row: Int) -> Int? {
    lines[row].isBlank ? nil : lines[..<row].count { !$0.isBlank }
  }

  /// How a complaint's field is called on the screen.
  func words(for path: String) -> String {
    if let (row, column) = line(named: path) {
      return "line \(row + 1)\(column.map { " \($0.title.lowercased())" } ?? "")"
    }
    guard let field = field(Self.fieldName(path)) else { return path == "items" ? "Lines" : path }
    return field.wholeLabel
  }

  /// Complaints about computed fields belong to the field that they are computed from.
  static func fieldName(_ path: String) -> String {
    switch path {
    case "discount_val", "discount_type": "discount"
    default: path
    }
  }

  private func place(named path: String) -> Focus? {
    if let (row, column) = line(named: path) { return .line(row, column ?? .name) }
    return index(of: Self.fieldName(path)).map(Focus.field)
  }

  /// The row and cell that `items.1.quantity` names; no cell where it names the line or something it does not show.
  private func line(named path: String) -> (row: Int, column: LineColumn?)? {
    let parts = path.split(separator: ".")
    guard parts.count >= 2, parts[0] == "items", let sent = Int(parts[1]), !lines.isEmpty else { return nil }
    let column = LineColumn.allCases.first { $0.name == parts.last.map(String.init) }
    return (formLine(sent) ?? min(sent, lines.count - 1), column)
  }

  private mutating func complain(_ sentence: String, at place: Focus) {
    unfold(for: place)
    switch place {
    case .field(let index): fields[index].problem = sentence
    case .line(let row, let column): lines[row].problems[column] = sentence
    }
  }

  /// Shows the fields that few fill in where one of them is meant.
  mutating func unfold(for place: Focus) {
    if case .field(let index) = place, fields[index].group.isFolded { isUnfolded = true }
  }
}
