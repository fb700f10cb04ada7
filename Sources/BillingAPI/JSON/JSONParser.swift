/// Reads JSON from bytes (RFC 8259): whole values, or only the outline of a document whose values are looked at later.
///
/// Written by hand because Foundation's decoder forgets the order of members and reads a fifth as fast.
package struct JSONParser {
  /// Deeper nesting is refused, so that no answer can exhaust the stack.
  package static let depthLimit = 64
  /// In bytes: twice what a transport takes in by default.
  package static let sizeLimit = 64 << 20

  let bytes: [UInt8]
  var index = 0
  /// How many bytes of white space were passed by.
  private(set) var spaces = 0
  private var depth = 0

  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { index = 3 }
  }

  /// The one value of the text.
  package mutating func parseDocument() throws(JSONError) -> JSONValue {
    skipSpace()
    guard index < bytes.count else { throw .empty }
    let value = try parseValue()
    try expectEnd()
    return value
  }

  mutating func expectEnd() throws(JSONError) {
    skipSpace()
    guard index == bytes.count else { throw .trailingBytes(at: index) }
  }

  mutating func parseValue() throws(JSONError) -> JSONValue {
    switch try peek() {
    case UInt8(ascii: "{"): return .object(try parseObject())
    case UInt8(ascii: "["): return .array(try parseArray())
    case UInt8(ascii: "\""): return .string(try parseString())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return JSONNumber.value(of: try numberText())
    }
  }

  private mutating func parseObject() throws(JSONError) -> JSONObject {
    var members: [JSONObject.Member] = []
    try eachMember { (parser, name) throws(JSONError) in
      members.append(JSONObject.Member(name: name, value: try parser.parseValue()))
    }
    return JSONObject(members: members)
  }

  private mutating func parseArray() throws(JSONError) -> [JSONValue] {
    var elements: [JSONValue] = []
    try eachElement { (parser) throws(JSONError) in elements.append(try parser.parseValue()) }
    return elements
  }

  /// Walks through an object; the visitor must read or skip each member's value.
  mutating func eachMember(_ visit: (inout JSONParser, String) throws(JSONError) -> Void) throws(JSONError) {
    try eachElement(open: "{", close: "}") { (parser) throws(JSONError) in
      let name = try parser.parseString()
      parser.skipSpace()
      try parser.expect(":")
      parser.skipSpace()
      try visit(&parser, name)
    }
  }

  /// Walks through an array; the visitor must read or skip each element.
  mutating func eachElement(
    open: UnicodeScalar = "[", close: UnicodeScalar = "]", _ visit: (inout JSONParser) throws(JSONError) -> Void
  ) throws(JSONError) {
    try expect(open)
    depth += 1
    guard depth <= Self.depthLimit else { throw .tooDeep(at: index) }
    defer { depth -= 1 }
    skipSpace()
    if try peek() == UInt8(ascii: close) { return index += 1 }
    while true {
      skipSpace()
      try visit(&self)
      skipSpace()
      if try peek() == UInt8(ascii: close) { return index += 1 }
      try expect(",")
    }
  }

  /// Passes a value by, checking it all the same.
  mutating func skipValue() throws(JSONError) {
    switch try peek() {
    case UInt8(ascii: "{"):
      try eachElement(open: "{", close: "}") { (parser) throws(JSONError) in try parser.skipMember() }
    case UInt8(ascii: "["): try eachElement { (parser) throws(JSONError) in try parser.skipValue() }
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "t"), UInt8(ascii: "f"), UInt8(ascii: "n"): _ = try parseValue()
    default: try skipNumber()
    }
  }

  private mutating func skipMember() throws(JSONError) {
    try skipString()
    skipSpace()
    try expect(":")
    skipSpace()
    try skipValue()
  }

  mutating func skipSpace() {
    while index < bytes.count, Self.isSpace(bytes[index]) {
      index += 1
      spaces += 1
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  func peek() throws(JSONError) -> UInt8 {
    guard index < bytes.count else { throw .truncated }
    return bytes[index]
  }

  mutating func expect(_ character: UnicodeScalar) throws(JSONError) {
    guard try peek() == UInt8(ascii: character) else { throw .unexpectedByte(at: index) }
    index += 1
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for offset in 0..<text.utf8CodeUnitCount {
      guard try peek() == text.utf8Start[offset] else { throw .unexpectedByte(at: index) }
      index += 1
    }
    return value
  }
}
