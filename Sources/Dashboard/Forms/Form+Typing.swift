import Billing
import BillingAPI
import Store
import TerminalUI

extension Key {
  /// A character that is typed, rather than a key that moves or deletes.
  var isTyping: Bool {
    if case .character = code { modifiers.isEmpty } else { false }
  }

  /// The keys that are one change together with those like it; nil where a key is a change of its own.
  var run: FormHistory.Run? {
    switch (code, modifiers) {
    case (.character(let character), []): FormHistory.Run(kind: .typing, startsAnew: character == " ")
    case (.backspace, []), (.delete, []): FormHistory.Run(kind: .deleting)
    default: nil
    }
  }
}

extension Form {
  /// The place under the keyboard still holds what was proposed: typing replaces it, moving the caret edits it.
  var holdsProposal: Bool {
    let text = focusedText
    guard !text.text.isEmpty, text.caret == text.text.count else { return false }
    if case .line(let row, let column) = focus { return lines[row].proposed.contains(column) }
    return focusedField?.isEdited == false
  }

  /// A sign goes on with the number that is proposed: `*2` behind a price doubles it.
  func isReplaced(by key: Key) -> Bool {
    guard holdsProposal, case .character(let character) = key.code, key.isTyping else { return false }
    return !(isNumberFocused && "+*/%".contains(character))
  }

  /// The text changed: the record that was picked and the complaint belonged to the old one.
  mutating func forgetFocusedMeaning() {
    switch focus {
    case .field(let index):
      fields[index].isEdited = true
      fields[index].problem = nil
      if fields[index].kind == .customer { context.forgetCustomer() }
      fields[index].reference = nil
    case .share: break
    case .line(let row, let column):
      lines[row].problems[column] = nil
      lines[row].proposed.remove(column)
      if column == .name { lines[row].lastPrice = nil }
    }
  }

  /// The keyboard came to where it is: what stands there is meant as it stands.
  mutating func settleAtFocus() {
    suggestions = nil
    keepsText = focusedKind == .item && !focusedText.text.isEmpty
  }

  /// A name is typed in the field under the keyboard and no record is picked for it.
  var holdsUnknownName: Bool {
    guard let field = focusedField else { return false }
    return field.reference == nil && !field.text.text.trimmingBlanks.isEmpty
  }

  mutating func copyAddress(from: String, to: String) {
    for source in fields where source.name.hasPrefix("\(from).") {
      guard let target = index(of: to + source.name.dropFirst(from.count)) else { continue }
      fields[target].text.replaceAll(with: source.text.text)
      fields[target].reference = source.reference
      fields[target].problem = nil
      fields[target].isEdited = true
    }
  }
}
