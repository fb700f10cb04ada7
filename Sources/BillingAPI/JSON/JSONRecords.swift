/// The records of a list, each as JSON text without white space and without what is cut from it.
///
/// One pass over the bytes of a page: what is only kept is not made into values first.
package struct JSONRecords: Sendable {
  /// One element of the list, whatever it is.
  package struct Record: Hashable, Sendable {
    /// UTF-8, if the page was.
    package let text: ArraySlice<UInt8>
    /// The value of its member `id`, as it is written; nil where it has none, or is no object.
    package let id: ArraySlice<UInt8>?
  }

  package let records: [Record]

  /// Reads through the whole text, which is therefore known to be JSON, and takes the list in that member of it.
  ///
  /// Nil where it is no object, or has no such list.
  package init?(of member: String, in text: [UInt8], without cut: JSONCut) throws(JSONError) {
    var parser = JSONParser(text)
    parser.skipSpace()
    guard parser.index < text.count else { throw .empty }
    guard try parser.peek() == UInt8(ascii: "{") else {
      try parser.skipValue()
      try parser.expectEnd()
      return nil
    }
    var records: [Record]?
    try parser.eachMember { (parser, name) throws(JSONError) in
      guard name == member else { return try parser.skipValue() }
      // Of members of the same name the last counts.
      records = nil
      guard try parser.peek() == UInt8(ascii: "[") else { return try parser.skipValue() }
      var found: [Record] = []
      try parser.eachElement { (parser) throws(JSONError) in found.append(try Self.record(&parser, without: cut)) }
      records = found
    }
    try parser.expectEnd()
    guard let records else { return nil }
    self.records = records
  }

  /// A record that is as it should be lies where it lay in the page.
  private static func record(_ parser: inout JSONParser, without cut: JSONCut) throws(JSONError) -> Record {
    let (start, spaces) = (parser.index, parser.spaces)
    var (id, isWhole): (Range<Int>?, Bool) = (nil, true)
    if try parser.peek() == UInt8(ascii: "{") {
      (id, isWhole) = try parser.skipObject(without: cut)
    } else {
      try parser.skipValue()
    }
    let value = id.map { parser.bytes[$0] }
    guard !isWhole || parser.spaces > spaces else { return Record(text: parser.bytes[start..<parser.index], id: value) }
    parser.index = start
    var copy: [UInt8] = []
    try parser.copyValue(to: &copy, without: cut)
    return Record(text: copy[...], id: value)
  }
}
