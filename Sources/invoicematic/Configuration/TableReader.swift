/// Takes typed values out of one table of a TOML file, and refuses what it does not know by name.
struct TableReader {
  let document: TOMLDocument
  /// The table's own name; empty for the top of the file.
  let path: [String]
  private let nodes: [String: TOMLNode]

  init(_ document: TOMLDocument) {
    self.init(document, path: [], nodes: document.root)
  }

  private init(_ document: TOMLDocument, path: [String], nodes: [String: TOMLNode]) {
    self.document = document
    self.path = path
    self.nodes = nodes
  }

  var keys: [String] { nodes.keys.sorted() }

  func text(_ key: String) throws(ConfigurationError) -> String? {
    guard let node = nodes[key] else { return nil }
    guard case .text(let text) = node else { throw wrongType(key, expected: "a text", node) }
    guard !text.isEmpty else { throw wrongValue(key, "It is empty.") }
    return text
  }

  func boolean(_ key: String) throws(ConfigurationError) -> Bool? {
    guard let node = nodes[key] else { return nil }
    guard case .boolean(let value) = node else { throw wrongType(key, expected: "true or false", node) }
    return value
  }

  func integer(_ key: String, in range: ClosedRange<Int>) throws(ConfigurationError) -> Int? {
    guard let node = nodes[key] else { return nil }
    guard case .integer(let value) = node else { throw wrongType(key, expected: "a whole number", node) }
    guard range.contains(value) else {
      throw wrongValue(key, "It must be from \(range.lowerBound) to \(range.upperBound).")
    }
    return value
  }

  /// One of the words that an enumeration has.
  func choice<Choice: RawRepresentable & CaseIterable>(
    _ key: String, of type: Choice.Type
  ) throws(ConfigurationError) -> Choice? where Choice.RawValue == String {
    guard let word = try text(key) else { return nil }
    guard let choice = Choice(rawValue: word) else {
      throw wrongValue(key, "It must be one of \(Choice.allCases.map(\.rawValue).joined(separator: ", ")).")
    }
    return choice
  }

  /// The table under a key.
  func table(_ key: String) throws(ConfigurationError) -> TableReader? {
    guard let node = nodes[key] else { return nil }
    guard case .table(let nodes) = node else { throw wrongType(key, expected: "a table", node) }
    return TableReader(document, path: path + [key], nodes: nodes)
  }

  /// Refuses the first key that is not among the known ones.
  func refuseUnknown(except known: [String]) throws(ConfigurationError) {
    guard let key = keys.first(where: { !known.contains($0) }) else { return }
    throw .unknownKey(place(key), key: name(key), nearest: Spelling.nearest(to: key, in: known))
  }

  func wrongValue(_ key: String, _ reason: String) -> ConfigurationError {
    .wrongValue(place(key), key: name(key), reason: reason)
  }

  private func wrongType(_ key: String, expected: String, _ node: TOMLNode) -> ConfigurationError {
    .wrongValue(place(key), key: name(key), reason: "It must be \(expected), and is \(node.kind).")
  }

  private func place(_ key: String) -> SourcePlace { document.place(of: path + [key]) }
  private func name(_ key: String) -> String { (path + [key]).joined(separator: ".") }
}
