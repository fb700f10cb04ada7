import Billing
import BillingAPI
import TerminalUI

/// Keys while a form is open: its commands first, everything else is typed into the field.
func handleFormKey(_ key: Key, _ state: inout State, _ environment: Environment) -> [Effect] {
  if state.forms.last?.waitsForOffers == true { return state.typeAhead(key) }
  if let effects = runKey(key, in: .form, &state, environment) { return effects }
  guard state.forms.last?.isEditable == true else { return state.sayFormIsBusy() }
  let replaces = state.forms.last?.holdsProposal == true && key.isTyping
  return state.type {
    if replaces { $0.replaceAll(with: "") }
    return $0.handle(key)
  }
}

func pasteIntoForm(_ text: String, _ state: inout State, _ environment: Environment) -> [Effect] {
  guard state.forms.last?.isEditable == true else { return state.sayFormIsBusy() }
  return state.type {
    $0.insert(text)
    return true
  }
}

extension State {
  /// Opens a form of a kind over whatever is shown.
  mutating func openForm(_ kind: FormKind, _ environment: Environment) -> [Effect] {
    notice = nil
    let form = Form.blank(kind, draftID: environment.freshName(), today: environment.today)
    forms.append(form)
    return [.prepareForm(kind, draft: form.draftID)] + askForSuggestions(showingAll: false)
  }

  var focusedField: FieldKind? { forms.last?.focusedKind }

  /// Changes the form of a draft, if it is still open.
  mutating func updateForm(_ draftID: String, _ change: (inout Form) -> Void) {
    guard let index = forms.firstIndex(where: { $0.draftID == draftID }) else { return }
    change(&forms[index])
  }

  /// Changes the form on top.
  mutating func changeForm(_ change: (inout Form) -> Void) {
    guard let index = forms.indices.last else { return }
    change(&forms[index])
  }

  /// Nothing can be edited while a write is on its way: it could differ from what the service performs.
  mutating func sayFormIsBusy() -> [Effect] {
    if case .unsettled = forms.last?.progress {
      return inform(
        .information, "No answer yet: it goes again with the same key, so it cannot be edited. Esc leaves it.")
    }
    return inform(.information, "Being saved. Esc leaves it in the outbox.")
  }

  /// Edits the text under the keyboard; what was picked and what was wrong there no longer holds.
  mutating func type(_ edit: (inout TextField) -> Bool) -> [Effect] {
    guard let form = forms.last else { return [] }
    var text = form.focusedText
    guard edit(&text) else { return [] }
    let isChanged = text.text != form.focusedText.text
    changeForm { form in
      form.focusedText = text
      guard isChanged else { return }
      form.isChanged = true
      form.isDraftSaved = false
      form.keepsText = false
      form.forgetFocusedMeaning()
    }
    guard isChanged else { return [] }
    return [.timer(.draft, after: .milliseconds(600))] + askForSuggestions(showingAll: false)
  }

  /// Goes so many fields on, around the end.
  mutating func moveFocus(_ distance: Int, _ environment: Environment) -> [Effect] {
    guard let form = forms.last, let place = form.stops.firstIndex(of: form.focus) else { return [] }
    let stops = form.stops
    return setFocus(stops[(place + distance + stops.count) % stops.count])
  }

  mutating func setFocus(_ focus: Form.Focus) -> [Effect] {
    changeForm {
      $0.focus = focus
      $0.suggestions = nil
      $0.keepsText = $0.focusedKind == .item && !$0.focusedText.text.isEmpty
    }
    return askForSuggestions(showingAll: false)
  }

  /// Enter takes an offer; else it goes on, and adds a line behind the last one.
  mutating func enterInForm(_ environment: Environment) -> [Effect] {
    guard let form = forms.last, form.isEditable else { return sayFormIsBusy() }
    if form.needsOffers, !form.hasFreshOffers { return waitForOffers() }
    if let suggestion = form.suggestions?.selectedItem, form.hasFreshOffers { return take(suggestion, environment) }
    if form.focusedKind == .customer, form.isUnknownCustomer { return createCustomer(environment) }
    guard case .line(let row, let column) = form.focus else { return advance(environment) }
    if column == .name, form.lines[row].isBlank { return leaveLines() }
    if column == .price, row == form.lines.count - 1 { changeForm { $0.lines.append(LineFields()) } }
    return moveFocus(1, environment)
  }

  /// Behind the last field of a short form Enter saves nothing: it goes round; `^S` is the key that sends.
  private mutating func advance(_ environment: Environment) -> [Effect] { moveFocus(1, environment) }

  /// From the blank line at the end to the field behind the lines.
  private mutating func leaveLines() -> [Effect] {
    guard let form = forms.last, let last = form.index(of: Form.lastHeadField), last + 1 < form.fields.count else {
      return []
    }
    return setFocus(.field(last + 1))
  }

  /// Up and down go through offers while there are any, else through lines or fields.
  mutating func moveVertically(_ distance: Int, _ environment: Environment) -> [Effect] {
    guard let form = forms.last else { return [] }
    if let suggestions = form.suggestions, !suggestions.items.isEmpty { return selectSuggestion(distance) }
    guard case .line(let row, let column) = form.focus else { return moveFocus(distance, environment) }
    let target = row + distance
    return form.lines.indices.contains(target)
      ? setFocus(.line(target, column)) : target < 0 ? moveFocus(-1 - column.rawValue, environment) : leaveLines()
  }

  mutating func deleteLine() -> [Effect] {
    guard let form = forms.last, case .line(let row, let column) = form.focus, form.isEditable else { return [] }
    changeForm { form in
      form.lines.remove(at: row)
      if form.lines.isEmpty { form.lines = [LineFields()] }
      form.isChanged = true
      form.suggestions = nil
      form.focus = .line(min(row, form.lines.count - 1), column)
    }
    return [.timer(.draft, after: .milliseconds(600))]
  }

  mutating func duplicateLine() -> [Effect] {
    guard let form = forms.last, case .line(let row, let column) = form.focus, form.isEditable else { return [] }
    changeForm { form in
      form.lines.insert(form.lines[row], at: row + 1)
      form.isChanged = true
      form.suggestions = nil
      form.focus = .line(row + 1, column)
    }
    return [.timer(.draft, after: .milliseconds(600))]
  }
}

extension Key {
  /// A character that is typed, rather than a key that moves or deletes.
  var isTyping: Bool {
    if case .character = code { modifiers.isEmpty } else { false }
  }
}

extension Form {
  /// The field under the keyboard still holds what was proposed: typing replaces it, moving the caret edits it.
  var holdsProposal: Bool {
    guard case .field(let index) = focus else { return false }
    return !fields[index].isEdited && !fields[index].text.text.isEmpty
      && fields[index].text.caret == fields[index].text.text.count
  }

  /// The text changed: the record that was picked and the complaint belonged to the old one.
  mutating func forgetFocusedMeaning() {
    switch focus {
    case .field(let index):
      fields[index].isEdited = true
      fields[index].problem = nil
      if fields[index].kind == .customer { context.customerHint = nil }
      fields[index].reference = nil
    case .line(let row, let column): lines[row].problems[column] = nil
    }
  }

  /// A name is typed and no customer is picked for it.
  var isUnknownCustomer: Bool {
    guard let field = field("customer_id") else { return false }
    return field.reference == nil && !field.text.text.trimmingBlanks.isEmpty
  }
}
