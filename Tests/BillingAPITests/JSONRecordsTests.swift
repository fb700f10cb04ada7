import BillingAPI
import Testing

/// What is kept of a page: each record as its own text, without what nobody asked for.
@Suite struct `Records of a page` {
  private let cut = JSONCut(["creator", "customer.billing", "customer.fields"])

  private func texts(_ page: String, cut: JSONCut? = nil) throws -> [String]? {
    try JSONRecords(of: "data", in: Array(page.utf8), without: cut ?? self.cut)?.records.map {
      String(decoding: $0.text, as: UTF8.self)
    }
  }

  private func ids(_ page: String) throws -> [String?]? {
    try JSONRecords(of: "data", in: Array(page.utf8), without: cut)?.records.map { record in
      record.id.map { String(decoding: $0, as: UTF8.self) }
    }
  }

  @Test func `stand as they came, in their order`() throws {
    #expect(
      try texts(#"{"meta":{"total":9},"data":[{"id":2,"total":1.50},{"id":1}]}"#) == [
        #"{"id":2,"total":1.50}"#, #"{"id":1}"#,
      ])
    #expect(try texts(#"{"data":[]}"#) == [])
  }

  @Test(arguments: [
    (#"{"id":1,"creator":{"id":9,"data":[1]},"a":2}"#, #"{"id":1,"a":2}"#),
    (#"{"creator":null}"#, "{}"),
    (#"{"creator":1,"id":1,"creator":2}"#, #"{"id":1}"#),
    (#"{"customer":{"billing":{"zip":"1"},"id":4,"fields":[]},"id":1}"#, #"{"customer":{"id":4},"id":1}"#),
    (#"{"customer":{"creator":"stays here"}}"#, #"{"customer":{"creator":"stays here"}}"#),
    (#"{"customer":"no object","creators":1,"billing":2}"#, #"{"customer":"no object","creators":1,"billing":2}"#),
    (#"{"items":[{"creator":1}]}"#, #"{"items":[{"creator":1}]}"#),
  ])
  func `are without what is cut, at its own place only`(_ record: String, _ kept: String) throws {
    #expect(try texts(#"{"data":[\#(record)]}"#) == [kept])
  }

  @Test func `are without white space, which stays within their strings`() throws {
    let page = "{ \"data\" : [\n  { \"id\" : 1 , \"name\" : \" a \\\" b \" , \"of\" : [ 1 , { } , [ ] ] }\t, 2 ] }"
    #expect(try texts(page) == [#"{"id":1,"name":" a \" b ","of":[1,{},[]]}"#, "2"])
  }

  @Test func `say what they have for an id, as it is written`() throws {
    let page = #"{"data":[{"id":12},{"id" : "7"},{"customer":{"id":3}},{"id":null},5,[],{"idea":1,"id":-1.5e3}]}"#
    #expect(try ids(page) == ["12", #""7""#, nil, "null", nil, nil, "-1.5e3"])
  }

  @Test(arguments: ["[]", #"{"data":{}}"#, #"{"data":null}"#, #"{"message":"no"}"#, "5", #"{"data":[1],"data":2}"#])
  func `are none where there is no list`(_ page: String) throws {
    #expect(try texts(page) == nil)
  }

  @Test(arguments: [
    "", "{", #"{"data":[{]}"#, #"{"data":[1,]}"#, #"{"data":[1]"#, #"{"data":[1]} 2"#, "{\"data\":[\"\u{1}\"]}",
  ])
  func `are refused with the whole page where it is no JSON`(_ page: String) {
    #expect(throws: JSONError.self) { try texts(page) }
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `of mutated pages are those that are read as values`(_ seed: UInt64) throws {
    var generator = SeededGenerator(state: seed)
    let fuzz = FuzzTests()
    for _ in 0..<1_000 {
      let bytes = fuzz.mutate(DocumentedExamples.invoicePage, by: &generator)
      guard let value = try? JSONValue(parsing: bytes) else {
        #expect(throws: JSONError.self) { try JSONRecords(of: "data", in: bytes, without: JSONCut()) }
        continue
      }
      let records = try JSONRecords(of: "data", in: bytes, without: JSONCut())?.records
      guard case .array(let elements)? = value["data"] else {
        #expect(records == nil)
        continue
      }
      #expect(try records?.map { try JSONValue(parsing: Array($0.text)) } == elements)
    }
  }
}
