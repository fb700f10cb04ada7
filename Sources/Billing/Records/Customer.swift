/// Somebody who is billed.
package struct Customer: Hashable, Sendable {
  package var id: Identifier<Customer>
  package var name: String
  package var email: String?
  package var phone: String?
  package var contactName: String?
  package var companyName: String?
  package var website: String?
  package var currencyID: Identifier<Currency>?
  /// A form of address such as `Mr`.
  package var prefix: String?
  package var companyID: Identifier<Company>?
  package var creatorID: Int64?
  /// As the service wrote it (`2026-01-15T08:00:00.000000Z`).
  package var createdAt: String?
  package var billing: Address?
  package var shipping: Address?

  package init(id: Identifier<Customer>, name: String) {
    self.id = id
    self.name = name
  }
}

/// A postal address with a telephone number, as customers and companies have them.
package struct Address: Hashable, Sendable {
  package var name: String?
  package var street: String?
  package var city: String?
  package var state: String?
  package var zip: String?
  package var countryID: Identifier<Country>?
  package var phone: String?

  package init() {}
}

/// The company whose books these are.
package struct Company: Hashable, Sendable {
  package var id: Identifier<Company>
  package var name: String
  package var slug: String?
  package var address: Address?
  package var logo: String?

  package init(id: Identifier<Company>, name: String) {
    self.id = id
    self.name = name
  }
}
