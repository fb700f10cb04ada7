/// Where the members of a document's outermost object lie, found without building its values.
///
/// A page of 1.3 MB is handed on as bytes; only its `meta` is worth reading.
package struct JSONOutline: Hashable, Sendable {
  /// What the outermost value is.
  package enum Shape: Hashable, Sendable {
    case object, scalar
    /// With the number of its elements.
    case array(count: Int)
  }

  package private(set) var shape: Shape = .scalar
  /// Where the outermost value lies in the bytes, without byte order mark and white space.
  package private(set) var extent: Range<Int>
  private var members: [String: Range<Int>] = [:]
  /// For each member that is an array, how many elements it has.
  package private(set) var counts: [String: Int] = [:]

  /// Reads through the whole text, which is therefore known to be JSON.
  package init(of bytes: [UInt8]) throws(JSONError) {
    var parser = JSONParser(bytes)
    parser.skipSpace()
    guard parser.index < bytes.count else { throw .empty }
    let start = parser.index
    extent = start..<start
    switch try parser.peek() {
    case UInt8(ascii: "{"): try readObject(&parser)
    case UInt8(ascii: "["): shape = .array(count: try Self.count(&parser))
    default: try parser.skipValue()
    }
    extent = start..<parser.index
    try parser.expectEnd()
  }

  /// Where the value of that member lies; nil where there is none.
  package func range(of name: String) -> Range<Int>? { members[name] }

  private mutating func readObject(_ parser: inout JSONParser) throws(JSONError) {
    shape = .object
    var found: [String: Range<Int>] = [:]
    var lengths: [String: Int] = [:]
    try parser.eachMember { (parser, name) throws(JSONError) in
      let start = parser.index
      if try parser.peek() == UInt8(ascii: "[") {
        lengths[name] = try Self.count(&parser)
      } else {
        lengths[name] = nil
        try parser.skipValue()
      }
      found[name] = start..<parser.index
    }
    members = found
    counts = lengths
  }

  private static func count(_ parser: inout JSONParser) throws(JSONError) -> Int {
    var count = 0
    try parser.eachElement { (parser) throws(JSONError) in
      count += 1
      try parser.skipValue()
    }
    return count
  }
}
