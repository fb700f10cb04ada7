/// A customer as a form produces it and a service reads it.
package struct CustomerDraft: Hashable, Sendable {
  package var name: String
  package var email: String?
  package var phone: String?
  package var contactName: String?
  package var companyName: String?
  package var website: String?
  package var currencyID: Identifier<Currency>?
  package var prefix: String?
  package var billing: Address?
  package var shipping: Address?

  package init(name: String = "", email: String? = nil, phone: String? = nil) {
    self.name = name
    self.email = email
    self.phone = phone
  }

  /// What a service would refuse, in the order of the form.
  package func validate() -> [ValidationProblem] {
    var checks = FieldChecks()
    checks.require(name, "name")
    checks.email(email, "email")
    let texts: [(String?, FieldPath)] = [
      (name, "name"), (phone, "phone"), (contactName, "contact_name"), (companyName, "company_name"),
      (website, "website"), (prefix, "prefix"),
    ]
    for (text, field) in texts { checks.limit(text, to: FieldLimits.shortText, field) }
    billing?.check(under: "billing", with: &checks)
    shipping?.check(under: "shipping", with: &checks)
    return checks.problems
  }
}

extension CustomerDraft {
  /// The draft that would leave this customer as it is.
  package init(_ customer: Customer) {
    self.init(name: customer.name, email: customer.email, phone: customer.phone)
    contactName = customer.contactName
    companyName = customer.companyName
    website = customer.website
    currencyID = customer.currencyID
    prefix = customer.prefix
    billing = customer.billing
    shipping = customer.shipping
  }
}

extension Address {
  fileprivate func check(under parent: String, with checks: inout FieldChecks) {
    let texts: [(String?, String)] = [
      (name, "name"), (street, "address_street_1"), (city, "city"), (state, "state"), (zip, "zip"), (phone, "phone"),
    ]
    for (text, field) in texts { checks.limit(text, to: FieldLimits.shortText, FieldPath("\(parent).\(field)")) }
  }
}
