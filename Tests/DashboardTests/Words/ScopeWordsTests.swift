import BillingAPI
import Testing

@testable import Dashboard

struct ScopeWordsTests {
  @Test(arguments: [
    (["*"], "everything"),
    (["invoices:read", "invoices:write", "customers:read"], "invoices rw, customers r"),
    (["payments:write"], "payments w"),
    (["reports:read"], "nothing here"),
    (ResourceKind.allCases.flatMap { [$0.readScope.rawValue, $0.writeScope.rawValue] }, "all six, read and write"),
  ])
  func `what a key may do is said in a few words`(scopes: [String], words: String) {
    #expect(ScopeWords.short(scopes.map(Scope.init(rawValue:))) == words)
  }
}
