/// Records that are only kept: they are not made into values, and not copied where they are as they should be.
extension JSONParser {
  /// Passes an object by, and says where the value of its member `id` lies, and whether nothing is to be cut from it.
  mutating func skipObject(without cut: JSONCut) throws(JSONError) -> (id: Range<Int>?, isWhole: Bool) {
    var id: Range<Int>?
    var isWhole = true
    try eachElement(open: "{", close: "}") { (parser) throws(JSONError) in
      let name = try parser.memberName()
      let start = parser.index
      switch cut.member(named: name, in: parser.bytes) {
      case .inside(let cut) where try parser.peek() == UInt8(ascii: "{"):
        isWhole = try parser.skipObject(without: cut).isWhole && isWhole
      case .whole:
        isWhole = false
        try parser.skipValue()
      default: try parser.skipValue()
      }
      if name.count == 2, parser.bytes.hold(Self.id, at: name.lowerBound) { id = start..<parser.index }
    }
    return (id, isWhole)
  }

  /// Copies a value without white space, and without what is cut from it.
  mutating func copyValue(to copy: inout [UInt8], without cut: JSONCut? = nil) throws(JSONError) {
    switch try peek() {
    case UInt8(ascii: "{"): try copyObject(to: &copy, without: cut)
    case UInt8(ascii: "["):
      try copyElements(open: "[", close: "]", to: &copy) { (parser, copy) throws(JSONError) in
        try parser.copyValue(to: &copy)
        return true
      }
    default:
      let start = index
      try skipValue()
      copy.append(contentsOf: bytes[start..<index])
    }
  }

  private mutating func copyObject(to copy: inout [UInt8], without cut: JSONCut?) throws(JSONError) {
    try copyElements(open: "{", close: "}", to: &copy) { (parser, copy) throws(JSONError) in
      let name = try parser.memberName()
      let member = cut?.member(named: name, in: parser.bytes)
      if case .whole = member {
        try parser.skipValue()
        return false
      }
      copy.append(contentsOf: parser.bytes[name.lowerBound - 1...name.upperBound])
      copy.append(UInt8(ascii: ":"))
      if case .inside(let cut) = member {
        try parser.copyValue(to: &copy, without: cut)
      } else {
        try parser.copyValue(to: &copy)
      }
      return true
    }
  }

  /// Copies what stands between brackets; the visitor says whether it copied anything.
  private mutating func copyElements(
    open: UnicodeScalar, close: UnicodeScalar, to copy: inout [UInt8],
    _ visit: (inout JSONParser, inout [UInt8]) throws(JSONError) -> Bool
  ) throws(JSONError) {
    copy.append(UInt8(ascii: open))
    let first = copy.count
    try eachElement(open: open, close: close) { (parser) throws(JSONError) in
      let end = copy.count
      if end > first { copy.append(UInt8(ascii: ",")) }
      if try !visit(&parser, &copy) { copy.removeLast(copy.count - end) }
    }
    copy.append(UInt8(ascii: close))
  }

  /// Passes a member's name and its colon by, and says where the name lies, as it is written and without its quotes.
  private mutating func memberName() throws(JSONError) -> Range<Int> {
    let (name, _) = try skipString()
    skipSpace()
    try expect(":")
    skipSpace()
    return name
  }

  private static let id = Array("id".utf8)
}
