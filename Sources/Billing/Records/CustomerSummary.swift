/// The customer as other records nest it.
package struct CustomerSummary: Hashable, Sendable {
  package var id: Identifier<Customer>
  package var name: String
  package var email: String?

  package init(id: Identifier<Customer>, name: String, email: String? = nil) {
    self.id = id
    self.name = name
    self.email = email
  }
}
