import Billing
import BillingAPI
import Store
import TerminalUI

/// Keys while a form is open: its commands first, everything else is typed into the field.
func handleFormKey(_ key: Key, _ state: inout State, _ environment: Environment) -> [Effect] {
  if let effects = runKey(key, in: state.mode, &state, environment) { return effects }
  if state.forms.last?.isInAllocation == true { return state.typeShare(key) }
  guard state.forms.last?.isEditable == true else { return state.sayFormIsBusy() }
  let replaces = state.forms.last?.isReplaced(by: key) == true
  return state.type(key.run) {
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
  /// Opens a form over whatever is shown.
  mutating func openForm(_ kind: FormKind, _ environment: Environment) -> [Effect] {
    notice = nil
    var form = Form.blank(kind, draftID: environment.freshName(), figures: figures)
    form.begin(sitting)
    forms.append(form)
    return [.prepareForm(kind, draft: form.draftID)] + askForSuggestions(showingAll: false)
  }

  var focusedField: FieldKind? { forms.last?.focusedKind }

  /// Changes the form of a draft, if it is still open.
  mutating func updateForm(_ draftID: String, _ change: (inout Form) -> Void) {
    guard let index = forms.firstIndex(where: { $0.draftID == draftID }) else { return }
    change(&forms[index])
  }

  /// Changes the form on top, but nothing that was typed.
  mutating func changeForm(_ change: (inout Form) -> Void) {
    guard let index = forms.indices.last else { return }
    change(&forms[index])
  }

  /// The one way by which what is typed in the form on top changes: it can be undone, and is on disk within a second.
  mutating func editForm(_ run: FormHistory.Run? = nil, _ change: (inout Form) -> Void) -> [Effect] {
    changeForm { $0.edit(run, change) }
    return [.timer(.draft, after: .milliseconds(600))]
  }

  /// Nothing can be edited while a write is on its way: it could differ from what the service performs.
  mutating func sayFormIsBusy() -> [Effect] {
    switch forms.last?.progress {
    case .filling: inform(.information, "The record is being read. Esc leaves.")
    case .unsettled:
      inform(.information, "No answer yet: it goes again with the same key, so it cannot be edited. Esc leaves it.")
    case .waitingForKey:
      inform(.information, "It waits in the outbox for a key that is accepted. Esc leaves it; O shows it.")
    default: inform(.information, "Being saved. Esc leaves it in the outbox.")
    }
  }

  /// Edits the text under the keyboard; what was picked and what was wrong there no longer holds.
  mutating func type(_ run: FormHistory.Run? = nil, _ edit: (inout TextField) -> Bool) -> [Effect] {
    guard let form = forms.last else { return [] }
    var text = form.focusedText
    guard edit(&text) else { return [] }
    guard text.text != form.focusedText.text else {
      changeForm {
        $0.focusedText = text
        $0.history.endRun()
      }
      return []
    }
    if let lock = form.focusedField?.lock { return inform(.warning, lock) }
    // Who types on has read it.
    notice = nil
    return editForm(run) { form in
      form.focusedText = text
      form.keepsText = false
      form.forgetFocusedMeaning()
    } + askForSuggestions(showingAll: false)
  }

  /// Goes so many fields on, around the end.
  mutating func moveFocus(_ distance: Int, _ environment: Environment) -> [Effect] {
    guard let form = forms.last else { return [] }
    let stops = form.stops
    guard let place = stops.firstIndex(of: form.focus) else { return stops.first.map { setFocus($0) } ?? [] }
    return setFocus(stops[(place + distance + stops.count) % stops.count])
  }

  mutating func setFocus(_ focus: Form.Focus) -> [Effect] {
    changeForm {
      $0.focus = focus
      $0.history.endRun()
      $0.settleAtFocus()
    }
    return askForSuggestions(showingAll: false)
  }

  /// Enter takes an offer; else it goes on, and adds a line behind the last one.
  mutating func enterInForm(_ environment: Environment) -> [Effect] {
    guard let form = forms.last, form.isEditable else { return sayFormIsBusy() }
    if form.needsOffers, !form.hasFreshOffers { return waitForOffers() }
    if let suggestion = form.suggestions?.selectedItem, form.hasFreshOffers { return take(suggestion, environment) }
    if form.focusedField?.kind == .customer, form.holdsUnknownName { return createRecord(.customers, environment) }
    guard case .line(let row, let column) = form.focus else { return moveFocus(1, environment) }
    if column == .name, form.lines[row].isBlank { return leaveLines() }
    if column == .price, row == form.lines.count - 1 { changeForm { $0.lines.append(LineFields()) } }
    return moveFocus(1, environment)
  }

  /// Up and down go through offers while there are any, else through lines or fields.
  mutating func moveVertically(_ distance: Int, _ environment: Environment) -> [Effect] {
    guard let form = forms.last else { return [] }
    if let suggestions = form.suggestions, !suggestions.items.isEmpty { return selectSuggestion(distance) }
    guard case .line(let row, let column) = form.focus else { return moveFocus(distance, environment) }
    let target = row + distance
    if form.lines.indices.contains(target) { return setFocus(.line(target, column)) }
    return target < 0 ? moveFocus(-1 - column.rawValue, environment) : leaveLines()
  }

  /// Shows the fields that few fill in, with the keyboard in the first of them; a second time they are folded away.
  mutating func toggleFold(_ environment: Environment) -> [Effect] {
    changeForm { $0.isUnfolded.toggle() }
    guard let form = forms.last else { return [] }
    let target = form.isUnfolded ? form.fields.firstIndex(where: \.group.isFolded) : 0
    if !form.isUnfolded, form.stops.contains(form.focus) { return [] }
    return target.map { setFocus(.field($0)) } ?? []
  }

  /// Copies the billing address into the shipping address.
  mutating func shipToBillingAddress() -> [Effect] {
    guard forms.last?.isEditable == true else { return sayFormIsBusy() }
    return editForm { $0.copyAddress(from: "billing", to: "shipping") }
      + inform(.done, "The shipping address is the billing address now.")
  }
}
