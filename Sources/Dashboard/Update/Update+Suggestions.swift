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
    return [.suggest(query)]
  }

  /// Rows arrived in the mirror: offers on the screen may be more now.
  mutating func askForSuggestionsAgain(_ kinds: Set<ResourceKind>) -> [Effect] {
    guard let query = forms.last?.suggestions?.query else { return [] }
    switch query.source {
    case .customers where kinds.contains(.customers), .items where kinds.contains(.items): return [.suggest(query)]
    default: return []
    }
  }

  /// Takes in offers, unless the keyboard has gone elsewhere or more was typed since.
  mutating func takeSuggestions(_ answer: Suggestions, _ environment: Environment) -> [Effect] {
    guard let form = forms.last, form.draftID == answer.query.draftID, form.focus == answer.query.focus,
      form.isEditable, answer.query.text.isEmpty || answer.query.text == form.focusedText.text.trimmingBlanks
    else { return [] }
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
    changeForm { $0.fill(with: suggestion, figures) }
    if case .line(let row, _) = form.focus {
      return setFocus(.line(row, .quantity)) + [.timer(.draft, after: .milliseconds(600))]
    }
    return moveFocus(1, environment) + [.timer(.draft, after: .milliseconds(600))]
  }

  /// Opens the small form for a customer that is not known, with what was typed as its name.
  mutating func createCustomer(_ environment: Environment) -> [Effect] {
    if let refusal = session.writeRefusal(.customers) { return inform(.warning, refusal) }
    guard let name = forms.last?.field("customer_id")?.text.text.trimmingBlanks else { return [] }
    let effects = openForm(.customer, environment)
    changeForm { form in
      form.fields[0].text.replaceAll(with: name)
      form.fields[0].isEdited = true
      form.focus = .field(1)
      form.isChanged = true
    }
    return effects
  }
}

extension Form {
  /// Where the offers of the field under the keyboard come from.
  var suggestionSource: SuggestionQuery.Source? {
    switch focusedKind {
    case .customer: .customers
    case .item: .items(customer: field("customer_id")?.reference?.id)
    case .paymentMethod: .paymentMethods
    default: nil
    }
  }

  var hasPickedReference: Bool {
    switch focus {
    case .field(let index): fields[index].reference != nil
    case .line(let row, _): !lines[row].price.text.isEmpty
    }
  }

  mutating func fill(with suggestion: Suggestion, _ figures: Figures) {
    focusedText.replaceAll(with: suggestion.title)
    forgetFocusedMeaning()
    isChanged = true
    isDraftSaved = false
    switch focus {
    case .field(let index):
      fields[index].reference = Reference(id: suggestion.id, title: suggestion.title)
      guard fields[index].kind == .customer else { return }
      context.currencyID = suggestion.fill.currencyID
      context.customerHint = figures.owing(suggestion.fill.owing)
    case .line(let row, _):
      let currency = context.currencyID.map { Identifier<Currency>($0) }
      lines[row].fill(with: suggestion.fill, figures.style(of: currency))
    }
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
    if let price = fill.price { self.price.replaceAll(with: price.formatted(style: style)) }
    unitName = fill.unitName
    problems = [:]
  }
}
