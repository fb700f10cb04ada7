import Billing
import BillingAPI
import Store
import TerminalUI

extension State {
  /// Asks what the field under the keyboard can be filled with, where it offers anything.
  mutating func askForSuggestions(showingAll: Bool) -> [Effect] {
    guard let form = forms.last, form.isEditable, let source = form.suggestionSource else {
      changeForm { $0.suggestions = nil }
      return []
    }
    let typed = form.focusedText.text.trimmingBlanks
    // A field that is filled stays quiet until it is typed into or asked.
    let isPicked = form.hasPickedReference
    guard showingAll || (!isPicked && !form.keepsText && (!typed.isEmpty || form.focusedKind != .item)) else {
      changeForm { $0.suggestions = nil }
      return []
    }
    let query = SuggestionQuery(
      draftID: form.draftID, focus: form.focus, source: source, text: showingAll && isPicked ? "" : typed)
    changeForm { $0.question = query }
    return [.suggest(query)]
  }

  /// Rows arrived in the mirror: there may be more offers now for what was asked last.
  mutating func askForSuggestionsAgain(_ kinds: Set<ResourceKind>) -> [Effect] {
    guard let query = forms.last?.question else { return [] }
    switch query.source {
    case .customers where kinds.contains(.customers), .items where kinds.contains(.items): return [.suggest(query)]
    default: return []
    }
  }

  /// Takes in offers, unless something else was asked since: answers come in any order.
  mutating func takeSuggestions(_ answer: Suggestions, _ environment: Environment) -> [Effect] {
    guard let form = forms.last, form.isEditable, form.question == answer.query else { return [] }
    var answer = answer
    if let kept = form.suggestions?.selectedItem?.id, form.suggestions?.query == answer.query {
      answer.selected = answer.items.firstIndex { $0.id == kept } ?? answer.selected
    }
    changeForm { $0.suggestions = answer }
    return form.waitsForOffers && answer.query.text == form.focusedText.text.trimmingBlanks
      ? resumeTyping(environment) : []
  }

  mutating func selectSuggestion(_ distance: Int) -> [Effect] {
    changeForm { form in
      guard var suggestions = form.suggestions, !suggestions.items.isEmpty else { return }
      let next = (suggestions.selected ?? (distance > 0 ? -1 : suggestions.items.count)) + distance
      suggestions.selected = max(0, min(next, suggestions.items.count - 1))
      form.suggestions = suggestions
    }
    return []
  }

  /// Fills the field, and what goes with it, from a record.
  mutating func take(_ suggestion: Suggestion, _ environment: Environment) -> [Effect] {
    guard let form = forms.last else { return [] }
    let figures = self.figures
    if let lock = form.focusedField?.lock { return inform(.warning, lock) }
    var effects = editForm { $0.fill(with: suggestion, figures) }
    if suggestion.isTyped, case .lookUp(let list) = form.suggestionSource {
      effects.append(.keepLookUpName(list, LookUpEntry(id: suggestion.id, name: suggestion.title)))
    }
    if case .line(let row, _) = form.focus { return effects + setFocus(.line(row, .quantity)) }
    return effects + moveFocus(1, environment)
  }

  /// Opens the form for a record that is not known, with what was typed as its name.
  mutating func createRecord(_ kind: ResourceKind, _ environment: Environment) -> [Effect] {
    if let refusal = session.writeRefusal(kind) { return inform(.warning, refusal) }
    guard let form = forms.last else { return [] }
    let isPicked = form.focusedField?.reference != nil
    let name = isPicked ? "" : form.focusedText.text.trimmingBlanks
    let effects = openForm(.new(kind), environment)
    guard !name.isEmpty, kind == .customers || kind == .items else { return effects }
    return effects
      + editForm { form in
        form.fields[0].text.replaceAll(with: name)
        form.fields[0].isEdited = true
        form.focus = .field(1)
      }
  }

  /// `^X n`: a new record for the field under the keyboard.
  mutating func createRecordHere(_ environment: Environment) -> [Effect] {
    switch focusedField {
    case .customer: createRecord(.customers, environment)
    case .item: createRecord(.items, environment)
    default: inform(.information, "New records are made from a customer or an item field.")
    }
  }

  /// The record that was made from within a form goes into the field that it was made for.
  mutating func adopt(_ record: RecordReference, _ environment: Environment) -> [Effect] {
    guard let form = forms.last else { return [] }
    var fill = record.fill
    fill.currencyID = record.currencyID
    switch (record.kind, form.focusedKind) {
    case (.customers, .customer), (.items, .item): break
    case (.customers, _):
      guard let index = form.fields.firstIndex(where: { $0.kind == .customer }) else { return [] }
      changeForm { $0.focus = .field(index) }
    default: return []
    }
    return take(Suggestion(id: record.id, title: record.title, detail: "", fill: fill), environment)
  }
}

extension Form {
  /// Where the offers of the field under the keyboard come from.
  var suggestionSource: SuggestionQuery.Source? {
    switch focusedKind {
    case .customer: .customers
    case .item: .items(customer: field("customer_id")?.reference?.id)
    case .lookUp(let list): .lookUp(list)
    case .currency: .currencies
    case .country: .countries
    case .invoice: .invoices(customer: field("customer_id")?.reference?.id ?? context.customerID)
    default: nil
    }
  }

  var hasPickedReference: Bool {
    switch focus {
    case .field(let index): fields[index].reference != nil
    case .line(let row, _): !lines[row].price.text.isEmpty
    case .share: false
    }
  }

  mutating func fill(with suggestion: Suggestion, _ figures: Figures) {
    focusedText.replaceAll(with: suggestion.title)
    forgetFocusedMeaning()
    switch focus {
    case .field(let index):
      fields[index].reference = Reference(id: suggestion.id, title: suggestion.title)
      guard fields[index].kind == .customer else { return }
      context.currencyID = suggestion.fill.currencyID
      context.knowCustomer(suggestion.fill, figures)
    case .line(let row, _):
      let currency = context.currencyID.map { Identifier<Currency>($0) }
      lines[row].fill(with: suggestion.fill, figures.entryStyle(of: currency))
    case .share: break
    }
  }
}

extension FormContext {
  /// What the mirror knows of the customer that was picked.
  mutating func knowCustomer(_ fill: Suggestion.Fill, _ figures: Figures) {
    customerCurrencyID = fill.currencyID
    owing = fill.owing
    customerHint = figures.owing(fill.owing)
  }

  mutating func forgetCustomer() {
    customerCurrencyID = nil
    owing = nil
    customerHint = nil
  }
}

extension Figures {
  /// What a customer owes as far as is known, per currency.
  fileprivate func owing(_ sums: [CurrencySum]) -> String? {
    sums.isEmpty ? nil : "owes \(sums.map { full($0.balance, $0.currencyID) }.joined(separator: ", "))"
  }
}

extension LineFields {
  fileprivate mutating func fill(with fill: Suggestion.Fill, _ style: NumberStyle) {
    if let description = fill.description { self.description.replaceAll(with: description) }
    if let price = fill.price {
      self.price.replaceAll(with: price.formatted(style: style))
      proposed.insert(.price)
    }
    lastPrice = fill.lastPrice == fill.price ? nil : fill.lastPrice
    unitName = fill.unitName
    problems = [:]
  }
}
