internal import Billing

/// What drafts of invoices and estimates send alike.
extension JSONObject {
  /// Discount and sums, in the order of the API documentation; cents are integers, a percentage is a decimal.
  mutating func setAmounts(of draft: some DocumentDraft) throws(TotalsError) {
    let totals = try draft.totals()
    switch draft.discount {
    case .fixed(let amount):
      self["discount_type"] = "fixed"
      set("discount", amount)
    case .percentage(let percentage):
      self["discount_type"] = "percentage"
      set(number: "discount", percentage.text)
    }
    set("discount_val", totals.discountValue)
    set("sub_total", totals.subTotal)
    set("total", totals.total)
    set("tax", totals.tax)
    set("template_name", draft.templateName)
  }

  mutating func setLines(of draft: some DocumentDraft) { self["items"] = .array(draft.lines.map(\.json)) }

  /// Fields that the API documentation shows in answers only: sent when they were filled in.
  mutating func setUndocumented(of draft: some DocumentDraft, status: String?) {
    set("reference_number", draft.reference)
    set("notes", draft.notes)
    set("currency_id", draft.currencyID)
    set(number: "exchange_rate", draft.exchangeRate)
    set("status", status)
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
