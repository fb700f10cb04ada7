package import Billing

extension DocumentDraft {
  /// The body of POST and PUT. Throws where the lines, discount and tax have no sum.
  package var json: JSONValue {
    get throws(TotalsError) { json(try totals()) }
  }

  /// The same with the sums that were computed before; without any where there are none.
  ///
  /// The fields of the API documentation come first, in its order; those that it shows in answers only are sent when
  /// they were filled in.
  package func json(_ totals: DocumentTotals?) -> JSONValue {
    var object = JSONObject()
    object.set(kind.dateField.text, date)
    object.set(kind.lastDayField.text, lastDay)
    object.set("customer_id", customerID)
    object.set(kind.numberField.text, number)
    object.set(discount)
    if let totals { object.set(totals) }
    object.set("template_name", templateName)
    object["items"] = .array(lines.map(\.json))
    object.set("reference_number", reference)
    object.set("notes", notes)
    object.set("currency_id", currencyID)
    object.set(number: "exchange_rate", exchangeRate)
    return .object(object)
  }
}

extension JSONObject {
  /// Cents are integers, a percentage is a decimal.
  fileprivate mutating func set(_ discount: Discount) {
    switch discount {
    case .fixed(let amount):
      self["discount_type"] = "fixed"
      set("discount", amount)
    case .percentage(let percentage):
      self["discount_type"] = "percentage"
      set(number: "discount", percentage.text)
    }
  }

  fileprivate mutating func set(_ totals: DocumentTotals) {
    set("discount_val", totals.discountValue)
    set("sub_total", totals.subTotal)
    set("total", totals.total)
    set("tax", totals.tax)
  }
}

extension LineDraft {
  var json: JSONValue {
    var object = JSONObject()
    object.set("name", name)
    object.set("description", description)
    object.set(number: "quantity", quantity.text)
    object.set("price", price)
    object.set("unit_name", unitName)
    return .object(object)
  }
}
