package import Billing

/// What is asked of a list: which page, how many, and the two filters of the API documentation.
package struct ListQuery: Hashable, Sendable {
  /// From 1; the service takes 1 when nothing is said.
  package var page: Int?
  /// Records per page; the service takes 10 when nothing is said and caps it at 100.
  package var limit: Int?
  package var status: String?
  package var customerID: Identifier<Customer>?

  package init(page: Int? = nil, limit: Int? = nil, status: String? = nil, customerID: Identifier<Customer>? = nil) {
    self.page = page
    self.limit = limit
    self.status = status
    self.customerID = customerID
  }

  /// The parameters in the order of the API documentation.
  package var queryItems: [(name: String, value: String)] {
    var items: [(name: String, value: String)] = []
    if let page { items.append(("page", String(page))) }
    if let limit { items.append(("limit", String(limit))) }
    if let status { items.append(("status", status)) }
    if let customerID { items.append(("customer_id", customerID.description)) }
    return items
  }

  /// `page=1&limit=5`, percent-encoded; empty when nothing is asked.
  package var encoded: String {
    queryItems.map { "\($0.name)=\(PercentEncoding.encode($0.value))" }.joined(separator: "&")
  }
}
