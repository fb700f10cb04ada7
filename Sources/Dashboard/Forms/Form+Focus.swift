import TerminalUI

extension Form {
  /// Every place of the keyboard in its order: the head, the lines cell by cell, the foot, and what is unfolded.
  var stops: [Focus] {
    let head = places { $0 == .head }
    let rest = places { $0 == .foot } + (isUnfolded ? places(where: \.isFolded) : [])
    guard hasLines else { return head + rest }
    let cells = lines.indices.flatMap { line in LineColumn.allCases.map { Focus.line(line, $0) } }
    return head + cells + rest
  }

  private func places(where isMeant: (FieldGroup) -> Bool) -> [Focus] {
    fields.indices.filter { isMeant(fields[$0].group) }.map(Focus.field)
  }

  /// The first place behind the lines.
  var stopBehindLines: Focus? {
    let stops = stops
    let last = stops.lastIndex { if case .line = $0 { true } else { false } }
    return last.flatMap { stops.indices.contains($0 + 1) ? stops[$0 + 1] : stops.first }
  }

  func field(_ name: String) -> FormField? { fields.first { $0.name == name } }

  func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

  /// The field under the keyboard; nil in a line.
  var focusedField: FormField? {
    if case .field(let index) = focus { fields[index] } else { nil }
  }

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
    case .line(_, let column): column.kind
    }
  }
}
