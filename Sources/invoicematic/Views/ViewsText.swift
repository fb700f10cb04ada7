/// The text of `views.toml`: a change writes the lines that it is about, and everything else stays as a person wrote it,
/// comments, dates and unknown tables among it.
struct ViewsText {
  private var statements: [TOMLStatement]

  /// What the program writes at the top of a new file.
  static let beginning = "# Views and columns, as they were saved in the program. What else you write here stays.\n"

  init(_ text: String) { statements = TOMLStatement.all(in: text) }

  var text: String { statements.map(\.text).joined(separator: "\n") }

  /// Brings the text from what it says to what it is to say. Tables that are written in one line are not found: whoever
  /// calls reads the text again and compares.
  mutating func change(from old: ViewsDocument, to new: ViewsDocument) {
    changeColumns(from: old.columns, to: new.columns)
    guard new.views.count >= old.views.count else { return remove(Self.removed(from: old.views, to: new.views)) }
    for (place, (before, after)) in zip(old.views, new.views).enumerated() where before != after {
      guard case .table(let before) = before, case .table(let after) = after else { continue }
      let names = ViewsDocument.viewKeys + before.keys.filter { !ViewsDocument.viewKeys.contains($0) }
      for name in names where before[name] != after[name] {
        guard let header = headers(of: "views", isListed: true).dropFirst(place).first else { return }
        set(name, after[name], inTableAt: header)
      }
    }
    for case .table(let fresh) in new.views.dropFirst(old.views.count) {
      append("[[views]]", TOMLNode.lines(of: fresh, first: ViewsDocument.viewKeys))
    }
  }

  private mutating func changeColumns(from old: [String: TOMLNode], to new: [String: TOMLNode]) {
    let changed = Set(old.keys).union(new.keys).filter { old[$0] != new[$0] }.sorted()
    guard !changed.isEmpty else { return }
    if headers(of: "columns", isListed: false).isEmpty { append("[columns]", []) }
    for name in changed {
      guard let header = headers(of: "columns", isListed: false).first else { return }
      set(name, new[name], inTableAt: header)
    }
  }

  /// The places of views that are gone.
  private static func removed(from old: [TOMLNode], to new: [TOMLNode]) -> [Int] {
    var left = new[...]
    return old.indices.filter { place in
      guard left.first == old[place] else { return true }
      left.removeFirst()
      return false
    }
  }

  /// Where the tables of a name begin.
  private func headers(of name: String, isListed: Bool) -> [Int] {
    statements.indices.filter { statements[$0].kind == .header([name], isListed: isListed) }
  }

  /// Where a table ends: before the next, and before the comments that stand right above that.
  private func end(ofTableAt header: Int) -> Int {
    let next = statements[(header + 1)...].firstIndex(where: \.isHeader) ?? statements.count
    return next == statements.count ? next : beginning(ofTableAt: next)
  }

  private func beginning(ofTableAt header: Int) -> Int {
    header - statements[..<header].reversed().prefix { $0.kind == .comment }.count
  }

  /// Writes a value in the place of the one before, and keeps the comment behind that; nil takes the key out.
  private mutating func set(_ name: String, _ value: TOMLNode?, inTableAt header: Int) {
    let table = header..<end(ofTableAt: header)
    let place = table.first { statements[$0].kind == .key([name]) }
    guard let value else {
      if let place { statements.remove(at: place) }
      return
    }
    guard let written = value.written else { return }
    let line = "\(TOMLNode.name(name)) = \(written)"
    if let place {
      statements[place] = TOMLStatement([line + statements[place].remark])
    } else {
      let last = table.last { if case .key = statements[$0].kind { true } else { false } } ?? header
      statements.insert(TOMLStatement([line]), at: last + 1)
    }
  }

  /// Takes views out, with the comments that stand right above them.
  private mutating func remove(_ places: [Int]) {
    let headers = headers(of: "views", isListed: true)
    for place in places.reversed() where headers.indices.contains(place) {
      statements.removeSubrange(beginning(ofTableAt: headers[place])..<end(ofTableAt: headers[place]))
    }
    endLine()
  }

  private mutating func append(_ header: String, _ lines: [String?]) {
    while statements.last?.kind == .blank { statements.removeLast() }
    let fresh = (statements.isEmpty ? [] : [""]) + [header] + lines.compactMap { $0 }
    statements += fresh.map { TOMLStatement([$0]) }
    endLine()
  }

  private mutating func endLine() {
    if let last = statements.last, last.kind != .blank { statements.append(TOMLStatement([""])) }
  }
}
