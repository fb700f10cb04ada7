/// Cuts a filter into words at spaces, and words into alternatives at `|`, but not within quotation marks.
struct FilterLexer {
  /// A piece of text, and where it stood.
  struct Piece: Equatable {
    var text: String
    var offset: Int
    /// It was quoted from its start: text to be searched for, whatever it says.
    var isQuoted: Bool
  }

  /// The alternatives of each word. Throws where a quotation mark is not closed.
  static func words(_ text: String) throws(FilterProblem) -> [[Piece]] {
    var lexer = FilterLexer()
    for (offset, character) in text.enumerated() { lexer.take(character, at: offset) }
    if let start = lexer.quoteStart {
      throw FilterProblem(word: String(text.dropFirst(start)), offset: start, reason: .openQuote)
    }
    lexer.endWord()
    return lexer.words
  }

  private var words: [[Piece]] = []
  private var pieces: [Piece] = []
  private var piece: Piece?
  private var quoteStart: Int?

  private mutating func take(_ character: Character, at offset: Int) {
    if character == "\"" { return toggleQuote(at: offset) }
    if quoteStart == nil, character.isWhitespace { return endWord() }
    if quoteStart == nil, character == "|" { return endPiece() }
    piece = piece ?? Piece(text: "", offset: offset, isQuoted: false)
    piece?.text.append(character)
  }

  private mutating func toggleQuote(at offset: Int) {
    let opens = quoteStart == nil
    quoteStart = opens ? offset : nil
    guard opens else { return }
    let begins = piece == nil || piece?.text == "!"
    piece = piece ?? Piece(text: "", offset: offset, isQuoted: false)
    if begins { piece?.isQuoted = true }
  }

  private mutating func endPiece() {
    if let piece, !piece.text.isEmpty { pieces.append(piece) }
    piece = nil
  }

  private mutating func endWord() {
    endPiece()
    if !pieces.isEmpty { words.append(pieces) }
    pieces = []
  }
}
