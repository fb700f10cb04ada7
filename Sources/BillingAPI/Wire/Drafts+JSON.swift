package import Billing

/// The bodies of POST and PUT. The fields of the API documentation come first, in its order; a field that is not set
/// is left out.
extension PaymentDraft {
  package var json: JSONValue {
    var object = JSONObject()
    object.set("payment_date", paymentDate)
    object.set("customer_id", customerID)
    object.set("amount", amount)
    object.set("payment_number", number)
    object.set("invoice_id", invoiceID)
    object.set("payment_method_id", methodID)
    object.set("notes", notes)
    object.set("currency_id", currencyID)
    object.set(number: "exchange_rate", exchangeRate)
    return .object(object)
  }
}

extension CustomerDraft {
  package var json: JSONValue {
    var object = JSONObject()
    object.set("name", name)
    object.set("email", email)
    object.set("phone", phone)
    object.set("contact_name", contactName)
    object.set("company_name", companyName)
    object.set("website", website)
    object.set("currency_id", currencyID)
    object["billing"] = billing?.json
    object["shipping"] = shipping?.json
    object.set("prefix", prefix)
    return .object(object)
  }
}

extension ExpenseDraft {
  package var json: JSONValue {
    var object = JSONObject()
    object.set("expense_date", expenseDate)
    object.set("expense_category_id", categoryID)
    object.set("amount", amount)
    object.set("currency_id", currencyID)
    object.set("customer_id", customerID)
    object.set("payment_method_id", methodID)
    object.set("notes", notes)
    object.set("expense_number", number)
    object.set(number: "exchange_rate", exchangeRate)
    return .object(object)
  }
}

extension ItemDraft {
  package var json: JSONValue {
    var object = JSONObject()
    object.set("name", name)
    object.set("description", description)
    object.set("price", price)
    object.set("unit_id", unitID)
    object.set("currency_id", currencyID)
    return .object(object)
  }
}

extension JSONValue {
  /// For a PUT, where a field that is left out keeps its value: what the old body had and this one has not is
  /// `null`, which clears it.
  package func clearing(fieldsOf old: JSONValue) -> JSONValue {
    guard var members = object, let before = old.object else { return self }
    for name in before.names where members[name] == nil { members[name] = .null }
    return .object(members)
  }
}
