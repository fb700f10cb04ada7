import Billing
import BillingAPI
import TerminalUI

/// Reads a customer form: who it is, and two addresses that are sent where anything of them is typed.
struct CustomerFormReader {
  private var reader: FormReader

  static func read(_ form: Form, _ figures: Figures) -> FormReading {
    var reader = CustomerFormReader(reader: FormReader(form, figures))
    return reader.read()
  }

  private mutating func read() -> FormReading {
    let form = reader.form
    var draft = CustomerDraft(name: form.text("name"), email: form.optional("email"), phone: form.optional("phone"))
    draft.companyName = form.optional("company_name")
    draft.contactName = form.optional("contact_name")
    draft.website = form.optional("website")
    draft.prefix = form.optional("prefix")
    draft.currencyID = reader.reference("currency_id").map { Identifier($0) }
    draft.billing = address("billing")
    draft.shipping = address("shipping")
    reader.add(draft.validate())
    reader.reading.content = { [draft] in draft.json }
    return reader.reading
  }

  private mutating func address(_ name: String) -> Address? {
    var address = Address()
    for (member, value) in Address.typedFields { address[keyPath: value] = reader.form.optional("\(name).\(member)") }
    address.countryID = reader.reference("\(name).country_id").map { Identifier($0) }
    return address == Address() ? nil : address
  }
}

extension Address {
  /// What is typed of an address, by the name of its field.
  fileprivate static var typedFields: [(name: String, value: WritableKeyPath<Address, String?>)] {
    [
      ("name", \.name), ("address_street_1", \.street), ("city", \.city), ("state", \.state), ("zip", \.zip),
      ("phone", \.phone),
    ]
  }
}

extension FormFilling {
  init(_ customer: Customer) {
    texts["name"] = customer.name
    texts["email"] = customer.email
    texts["phone"] = customer.phone
    texts["company_name"] = customer.companyName
    texts["contact_name"] = customer.contactName
    texts["website"] = customer.website
    texts["prefix"] = customer.prefix
    if let currency = customer.currencyID {
      refer("currency_id", to: currency.value, Currency.with(id: currency)?.code)
    }
    fill("billing", customer.billing)
    fill("shipping", customer.shipping)
  }

  private mutating func fill(_ name: String, _ address: Address?) {
    guard let address else { return }
    for (member, value) in Address.typedFields { texts["\(name).\(member)"] = address[keyPath: value] }
    if let country = address.countryID {
      refer("\(name).country_id", to: country.value, Country.with(id: country)?.name)
    }
  }
}
