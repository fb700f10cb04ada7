import Billing
import BillingAPI
import Testing

@Suite struct EndpointsTests {
  @Test func `paths, scopes and fields are the documented ones`() {
    #expect(ResourceKind.invoices.path == "/api/invoices")
    #expect(ResourceKind.estimates.recordPath(5) == "/api/estimates/5")
    #expect(ResourceKind.expenses.writeScope.rawValue == "expenses:write")
    #expect(ResourceKind.payments.numberField == "payment_number")
    #expect(ResourceKind.expenses.dateField == "expense_date")
    #expect(ResourceKind.items.numberField == nil)
    #expect(ResourceKind.allCases.filter { !$0.allowsDelete } == [.customers, .payments])
  }

  @Test func `the documented scopes are fifteen`() {
    #expect(Scope.documented.count == 15)
    #expect(
      Scope.documented.prefix(4).map(\.rawValue) == [
        "invoices:read", "invoices:write", "estimates:read", "estimates:write",
      ])
    #expect([Scope(rawValue: "*")].permit(ResourceKind.items.writeScope))
    #expect(![ResourceKind.items.readScope].permit(ResourceKind.items.writeScope))
  }

  @Test func `a query is written in the documented order and percent-encoded`() {
    let query = ListQuery(page: 2, limit: 25, status: "A&B é", customerID: Identifier(7))
    #expect(query.encoded == "page=2&limit=25&status=A%26B%20%C3%A9&customer_id=7")
    #expect(ListQuery().encoded.isEmpty)
  }

  @Test func `meta in strings is read`() throws {
    let json = try JSONValue(parsing: #"{"current_page": "3", "last_page": "9", "per_page": "10", "total": "85"}"#)
    let meta = PageMeta(json: json, query: ListQuery(page: 3), count: 10)
    #expect(meta == PageMeta(currentPage: 3, lastPage: 9, perPage: 10, total: 85))
  }

  @Test func `without meta a full page promises another and a short one ends the list`() {
    let full = PageMeta(json: nil, query: ListQuery(page: 2, limit: 10), count: 10)
    #expect(full == PageMeta(currentPage: 2, lastPage: 3, perPage: 10, total: 20, isDerived: true))
    let short = PageMeta(json: nil, query: ListQuery(page: 2, limit: 10), count: 4)
    #expect(short == PageMeta(currentPage: 2, lastPage: 2, perPage: 10, total: 14, isDerived: true))
  }

  @Test func `the last page is worked out from the total`() throws {
    let json = try JSONValue(parsing: #"{"total": 101, "per_page": 25}"#)
    #expect(PageMeta(json: json, query: ListQuery(), count: 25).lastPage == 5)
  }

  @Test func `nonsense in meta is as if it were missing`() throws {
    let json = try JSONValue(parsing: #"{"current_page": -1, "per_page": 0, "total": 1e18, "last_page": "x"}"#)
    let meta = PageMeta(json: json, query: ListQuery(page: 1, limit: 5), count: 2)
    #expect(meta == PageMeta(currentPage: 1, lastPage: 1, perPage: 5, total: 2, isDerived: true))
  }

  @Test func `meta is written as documented`() throws {
    let meta = PageMeta(currentPage: 2, from: 26, lastPage: 5, perPage: 25, to: 50, total: 120)
    #expect(try meta.json == JSONValue(parsing: DocumentedExamples.meta))
  }
}
