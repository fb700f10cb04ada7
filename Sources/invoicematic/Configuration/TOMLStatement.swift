/// One statement of a TOML text with all of its lines, so that a file can be changed in one place and stay as it is in
/// all others.
struct TOMLStatement: Hashable {
  enum Kind: Hashable {
    case blank
    case comment
    /// `[name]`, or `[[name]]` for one of a list.
    case header([String], isListed: Bool)
    case key([String])
  }

  let kind: Kind
  /// Its lines, without the end of the last.
  let text: String
  /// The comment behind it, with the blanks between; empty where there is none.
  let remark: String

  init(_ lines: [String], remark: String = "") {
    text = lines.joined(separator: "\n")
    self.remark = remark
    let first = (lines.first ?? "").drop(while: \.isWhitespace)
    switch first.first {
    case nil: kind = .blank
    case "#": kind = .comment
    case "[":
      let isListed = first.hasPrefix("[[")
      kind = .header(KeyLines.parts(of: first.drop { $0 == "[" }.prefix { $0 != "]" }), isListed: isListed)
    default: kind = .key(KeyLines.parts(of: first.prefix { $0 != "=" }))
    }
  }

  var isHeader: Bool { if case .header = kind { true } else { false } }
}

extension TOMLStatement {
  /// A text in its statements; joined by line ends they are the text again.
  static func all(in text: String) -> [TOMLStatement] {
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)[...]
    var statements: [TOMLStatement] = []
    while let first = lines.popFirst() {
      var scan = ValueScan()
      scan.read(first)
      var all = [first]
      while scan.isOpen, let next = lines.popFirst() {
        all.append(next)
        scan.read(next)
      }
      statements.append(TOMLStatement(all, remark: scan.remark))
    }
    return statements
  }
}

/// Tells whether a value goes on in the next line: a list, or a text between three quotation marks.
private struct ValueScan {
  private(set) var remark = ""
  private var depth = 0
  /// The marks that end the text that is being read.
  private var closing: [Unicode.Scalar] = []

  var isOpen: Bool { depth > 0 || closing.count == 3 }

  mutating func read(_ line: String) {
    remark = ""
    var rest = Array(line.unicodeScalars)[...]
    while let scalar = rest.popFirst() {
      if closing.isEmpty {
        if scalar == "#" { return end(line, before: rest.count + 1) }
        begin(scalar, &rest)
      } else if scalar == "\\", closing[0] == "\"" {
        _ = rest.popFirst()
      } else if scalar == closing[0], rest.starts(with: closing.dropFirst()) {
        rest = rest.dropFirst(closing.count - 1)
        closing = []
      }
    }
    if closing.count == 1 { closing = [] }
  }

  private mutating func begin(_ scalar: Unicode.Scalar, _ rest: inout ArraySlice<Unicode.Scalar>) {
    switch scalar {
    case "[", "{": depth += 1
    case "]", "}": depth -= 1
    case "\"", "'":
      let isLong = rest.starts(with: [scalar, scalar])
      if isLong { rest = rest.dropFirst(2) }
      closing = Array(repeating: scalar, count: isLong ? 3 : 1)
    default: break
    }
  }

  /// A comment stands so many scalars before the end.
  private mutating func end(_ line: String, before count: Int) {
    let all = Array(line.unicodeScalars)
    let code = all.prefix(all.count - count)
    let blanks = code.reversed().prefix { $0 == " " || $0 == "\t" }.count
    remark = String(String.UnicodeScalarView(all.suffix(count + blanks)))
  }
}
