import TOMLKit

/// What a TOML file holds, as values that can be compared.
enum TOMLNode: Hashable {
  case text(String)
  case integer(Int)
  case boolean(Bool)
  case list([TOMLNode])
  case table([String: TOMLNode])
  /// A kind of value that no file of ours uses: a fraction, a date.
  case other(String)

  /// The kind of value, as a sentence names it.
  var kind: String {
    switch self {
    case .text: "a text"
    case .integer: "a whole number"
    case .boolean: "true or false"
    case .list: "a list"
    case .table: "a table"
    case .other(let kind): kind
    }
  }
}

/// Where in a file something stands; lines and columns count from 1.
struct SourcePlace: Hashable, CustomStringConvertible {
  var path: String
  var line: Int?
  var column: Int?

  var description: String {
    path + (line.map { ", line \($0)" } ?? "") + (column.map { ", column \($0)" } ?? "")
  }
}

/// A TOML file that was read: its values, and where each key stands.
struct TOMLDocument {
  let path: String
  let root: [String: TOMLNode]
  private let keyLines: [[String]: Int]

  init(_ text: String, path: String) throws(ConfigurationError) {
    self.path = path
    guard !text.utf8.contains(0) else { throw .syntax(SourcePlace(path: path), "It holds a zero byte.") }
    do {
      let table = try TOMLTable(string: text)
      // The tables within only borrow from this one.
      root = withExtendedLifetime(table) { Self.values(of: table) }
    } catch let error as TOMLParseError {
      let place = SourcePlace(path: path, line: error.source.begin.line, column: error.source.begin.column)
      throw .syntax(place, error.description)
    } catch {
      throw .syntax(SourcePlace(path: path), String(describing: error))
    }
    keyLines = KeyLines.find(in: text)
  }

  /// The place of a key, or of the table around it where it cannot be told.
  func place(of key: [String]) -> SourcePlace {
    SourcePlace(path: path, line: keyLines[key] ?? keyLines[Array(key.dropLast())])
  }

  private static func values(of table: TOMLTable) -> [String: TOMLNode] {
    var values: [String: TOMLNode] = [:]
    for key in table.keys {
      if let value = table[key] { values[key] = node(of: value) }
    }
    return values
  }

  private static func node(of value: any TOMLValueConvertible) -> TOMLNode {
    switch value.type {
    case .string: value.string.map(TOMLNode.text) ?? .other("something unreadable")
    case .int: value.int.map(TOMLNode.integer) ?? .other("a number beyond limits")
    case .bool: value.bool.map(TOMLNode.boolean) ?? .other("something unreadable")
    case .array: .list(value.array.map { $0.map(node) } ?? [])
    case .table: .table(value.table.map(values) ?? [:])
    case .double: .other("a fraction")
    case .date, .time, .dateTime: .other("a date or time")
    }
  }
}
