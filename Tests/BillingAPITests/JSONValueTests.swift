import BillingAPI
import FoundationEssentials
import Testing

@Suite struct JSONValueTests {
  func roundTrip(_ text: String) throws -> String {
    String(decoding: try JSONValue(parsing: text).encoded(), as: UTF8.self)
  }

  @Test(arguments: [
    "null", "true", "false", "0", "-1", "1.5", "12345678901234567890", "0.0001", #""""#, #""é😀\"\\""#, "[]", "{}",
    #"{"b":1,"a":[2,{"c":null}]}"#, #"{"z":1,"y":2,"x":3}"#, #""a\nb\tc\u0001""#,
  ])
  func `text of ours is read and written back as it was`(_ text: String) throws {
    #expect(try roundTrip(text) == text)
  }

  @Test func `numbers keep every digit`() throws {
    #expect(
      try JSONValue(parsing: "12345678901234567890123456.789").decimal?.description == "12345678901234567890123456.789")
    #expect(try JSONValue(parsing: "0.1").decimal == Decimal(1) / 10)
    #expect(try JSONValue(parsing: "-2.50e2").integer == -250)
    #expect(try JSONValue(parsing: "9223372036854775807").integer == .max)
    #expect(try JSONValue(parsing: "9223372036854775808").integer == nil)
    #expect(try JSONValue(parsing: "0e99999999999999999999").text == "0e99999999999999999999")
  }

  @Test func `a number that no decimal holds is kept as its text`() throws {
    #expect(try JSONValue(parsing: "1e400") == "1e400")
    let long = String(repeating: "7", count: 60)
    #expect(try JSONValue(parsing: long) == .string(long))
  }

  @Test(arguments: [
    ("", JSONError.empty), ("  ", .empty), ("{", .truncated), (#"{"a""#, .truncated), (#"{"a":1,"#, .truncated),
    ("[1,", .truncated), (#""abc"#, .truncated), ("tru", .truncated), ("-", .truncated), ("1.", .truncated),
    ("[1 2]", .unexpectedByte(at: 3)), ("{1:2}", .unexpectedByte(at: 1)), ("[1,]", .unexpectedByte(at: 3)),
    ("nul1", .unexpectedByte(at: 3)), ("01", .trailingBytes(at: 1)), ("{} x", .trailingBytes(at: 3)),
    (#""\x""#, .unexpectedByte(at: 2)), ("\"a\nb\"", .unexpectedByte(at: 2)), (#""\u12G4""#, .unexpectedByte(at: 5)),
    ("<html>", .unexpectedByte(at: 0)), ("+1", .unexpectedByte(at: 0)), (".5", .unexpectedByte(at: 0)),
  ])
  func `what is not JSON says where`(_ text: String, _ error: JSONError) {
    #expect(throws: error) { try JSONValue(parsing: text) }
  }

  @Test func `nesting is bounded`() throws {
    let limit = JSONParser.depthLimit
    let fits = String(repeating: "[", count: limit) + String(repeating: "]", count: limit)
    #expect(try roundTrip(fits) == fits)
    #expect(throws: JSONError.tooDeep(at: limit + 1)) {
      try JSONValue(parsing: String(repeating: "[", count: limit + 1))
    }
    #expect(throws: JSONError.tooDeep(at: limit + 1)) {
      try JSONOutline(of: Array(String(repeating: "[", count: 1_000_000).utf8))
    }
  }

  @Test func `size is bounded`() throws {
    let bytes = Array("[1,2]".utf8)
    #expect(try JSONValue(parsing: bytes, sizeLimit: 5) == [1, 2])
    #expect(throws: JSONError.tooLong(limit: 4)) { try JSONValue(parsing: bytes, sizeLimit: 4) }
  }

  @Test func `a byte order mark is passed over`() throws {
    #expect(try JSONValue(parsing: [0xEF, 0xBB, 0xBF] + Array("[1]".utf8)) == [1])
  }

  @Test func `half a surrogate pair and bad UTF-8 become the replacement character`() throws {
    #expect(try JSONValue(parsing: #""a\ud800b""#) == "a\u{FFFD}b")
    #expect(try JSONValue(parsing: #""\ud83dx""#) == "\u{FFFD}x")
    #expect(try JSONValue(parsing: [0x22, 0xFF, 0x22]) == "\u{FFFD}")
  }

  @Test func `setting a member keeps its place, adds it at the end, or takes it out`() throws {
    var value = try JSONValue(parsing: #"{"a":1,"b":2,"c":3}"#)
    value["b"] = "two"
    value["d"] = 4
    value["a"] = nil
    #expect(value == ["b": "two", "c": 3, "d": 4])
  }

  @Test func `of a name that comes twice the last one counts`() throws {
    #expect(try JSONValue(parsing: #"{"a":1,"a":2}"#)["a"] == 2)
    let outline = try JSONOutline(of: Array(#"{"a":[1],"a":2}"#.utf8))
    #expect(outline.range(of: "a") == 13..<14)
    #expect(outline.counts["a"] == nil)
  }

  @Test func `the pretty text has one member to a line`() throws {
    let value = try JSONValue(parsing: #"{"name":"A","lines":[{"price":1.50},[]],"none":{}}"#)
    #expect(
      value.prettyPrinted() == """
        {
          "name": "A",
          "lines": [
            {
              "price": 1.5
            },
            []
          ],
          "none": {}
        }
        """)
  }

  @Test func `an outline finds members without reading them`() throws {
    let bytes = Array("  {\"data\" : [ {\"id\":1}, 2 ] , \"meta\":{\"total\":5}}\n".utf8)
    let outline = try JSONOutline(of: bytes)
    #expect(outline.shape == .object)
    #expect(outline.counts == ["data": 2])
    let meta = try #require(outline.range(of: "meta"))
    #expect(String(decoding: bytes[meta], as: UTF8.self) == #"{"total":5}"#)
    #expect(outline.extent == 2..<(bytes.count - 1))
    #expect(try JSONOutline(of: Array("[1,2,3]".utf8)).shape == .array(count: 3))
  }

  @Test func `typed readers refuse what they cannot read`() {
    #expect(JSONValue.string("12,50").decimal == nil)
    #expect(JSONValue.string("0x10").integer == nil)
    #expect(JSONValue.string("").money == nil)
    #expect(JSONValue.string("2026-13-01").date == nil)
    #expect(JSONValue.integer(1).string == nil)
    #expect(JSONValue.integer(1).text == "1")
  }
}
