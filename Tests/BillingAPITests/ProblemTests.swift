import BillingAPI
import Testing

@Suite struct ProblemTests {
  func problem(_ text: String) throws -> Problem? { Problem(json: try JSONValue(parsing: text)) }

  @Test func `the documented validation error names fields and sentences`() throws {
    let problem = try problem(DocumentedExamples.invalid)
    #expect(
      problem
        == .invalid([
          "customer_id": ["The customer id field is required."],
          "invoice_number": ["The invoice number has already been taken."],
        ]))
  }

  @Test func `the documented refusals are read and written`() throws {
    #expect(try problem(DocumentedExamples.unauthorized) == .unauthorized)
    #expect(try problem(DocumentedExamples.forbidden) == .forbidden(missing: ResourceKind.invoices.writeScope))
    #expect(try Problem.unauthorized.json == JSONValue(parsing: DocumentedExamples.unauthorized))
    #expect(
      try Problem.forbidden(missing: ResourceKind.invoices.writeScope).json
        == JSONValue(parsing: DocumentedExamples.forbidden))
  }

  @Test func `a written validation error is the documented body`() throws {
    let written = try #require(try problem(DocumentedExamples.invalid)).json
    #expect(try written == JSONValue(parsing: DocumentedExamples.invalid))
  }

  @Test func `the other shape of 422 is read`() throws {
    let problem = try problem(#"{"error": "invalid_payment", "message": "The amount is above the balance."}"#)
    #expect(problem == Problem(message: "The amount is above the balance.", error: "invalid_payment"))
  }

  @Test func `an error that is a sentence is the message`() throws {
    #expect(try problem(#"{"error": "Something broke."}"#) == Problem(message: "Something broke."))
    #expect(try problem(#"{"error": {"code": 5, "message": "Nested."}}"#)?.message == "Nested.")
  }

  @Test func `sentences need no list, and fields are dotted`() throws {
    let problem = try problem(#"{"errors": {"items.1.quantity": "Too much.", "x": [1, null], "y": []}}"#)
    #expect(problem?.errors == ["items.1.quantity": ["Too much."], "x": ["1"]])
    #expect(problem?.message.isEmpty == false)
  }

  @Test(arguments: ["[]", "null", "{}", #"{"data": 1}"#, #"{"message": ""}"#, #"{"message": null, "errors": {}}"#])
  func `what says nothing is no problem body`(_ text: String) throws {
    #expect(try problem(text) == nil)
  }

  @Test func `a service's words are cleaned and cut`() throws {
    let problem = try problem(#"{"message": "red \u001b[31m\u202eevil\n\n  text\u0000"}"#)
    #expect(problem?.message == "red [31mevil text")
    let long = String(repeating: "x", count: 5_000)
    #expect(try self.problem(#"{"message": "\#(long)"}"#)?.message.count == 1_000)
  }
}
