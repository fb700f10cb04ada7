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
    let form = reader.form
    var address = Address()
    address.name = form.optional("\(name).name")
    address.street = form.optional("\(name).address_street_1")
    address.city = form.optional("\(name).city")
    address.state = form.optional("\(name).state")
    address.zip = form.optional("\(name).zip")
    address.countryID = reader.reference("\(name).country_id").map { Identifier($0) }
    address.phone = form.optional("\(name).phone")
    return address == Address() ? nil : address
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
    texts["\(name).name"] = address.name
    texts["\(name).address_street_1"] = address.street
    texts["\(name).city"] = address.city
    texts["\(name).state"] = address.state
    texts["\(name).zip"] = address.zip
    texts["\(name).phone"] = address.phone
    if let country = address.countryID {
      refer("\(name).country_id", to: country.value, Country.with(id: country)?.name)
    }
  }
}
