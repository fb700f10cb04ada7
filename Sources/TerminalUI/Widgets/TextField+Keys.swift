extension TextField {
  /// Does what readline users expect of a key; false for a key that is not the field's, which then changed nothing.
  package mutating func handle(_ key: Key) -> Bool {
    switch (key.code, key.modifiers) {
    case (.character(let character), []): type(character)
    case (.character(let letter), .control): return handleControl(letter)
    case (.character("b"), .alt), (.left, .control), (.left, .alt): moveCaret(to: wordStart)
    case (.character("f"), .alt), (.right, .control), (.right, .alt): moveCaret(to: wordEnd)
    case (.character("d"), .alt): delete(caret..<wordEnd)
    case (.backspace, .alt), (.backspace, .control): delete(wordStart..<caret)
    case (.left, []): moveCaret(to: caret - 1)
    case (.right, []): moveCaret(to: caret + 1)
    case (.home, []): moveCaret(to: 0)
    case (.end, []): moveCaret(to: text.count)
    case (.backspace, _): delete(max(0, caret - 1)..<caret, kind: .deleting)
    case (.delete, []): delete(caret..<min(text.count, caret + 1), kind: .deleting)
    default: return false
    }
    return true
  }

  private mutating func handleControl(_ letter: Character) -> Bool {
    switch letter {
    case "a": moveCaret(to: 0)
    case "e": moveCaret(to: text.count)
    case "u": delete(0..<caret)
    case "k": delete(caret..<text.count)
    case "w": delete(spacedWordStart..<caret)
    case "z": undo()
    case "y": redo()
    default: return false
    }
    return true
  }

  private mutating func type(_ character: Character) {
    // Each word typed is one step to undo.
    edit(character == " " ? .other : .typing) { $0.insertRaw(String(character)) }
  }

  private mutating func delete(_ range: Range<Int>, kind: TextHistory.Kind = .other) {
    edit(kind) { $0.removeRaw(range) }
  }

  /// Where the word before the caret starts; letters and digits make words.
  private var wordStart: Int {
    let head = Array(text.prefix(caret))
    guard let last = head.lastIndex(where: Self.isWord) else { return 0 }
    return head[..<last].lastIndex { !Self.isWord($0) }.map { $0 + 1 } ?? 0
  }

  private var wordEnd: Int {
    let characters = Array(text)
    guard let first = characters[caret...].firstIndex(where: Self.isWord) else { return characters.count }
    return characters[first...].firstIndex { !Self.isWord($0) } ?? characters.count
  }

  /// Where the word before the caret starts when only spaces part words (`^W`).
  private var spacedWordStart: Int {
    let head = Array(text.prefix(caret))
    guard let last = head.lastIndex(where: { !$0.isWhitespace }) else { return 0 }
    return head[..<last].lastIndex(where: \.isWhitespace).map { $0 + 1 } ?? 0
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }
}
