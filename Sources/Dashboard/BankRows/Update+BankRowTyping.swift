import Billing
import Store
import TerminalUI

/// Keys while a row is typed: Enter takes it, and after a new one the next; Esc, or Enter on nothing, ends.
func typeBankRow(_ key: Key, _ state: inout State) -> [Effect] {
  switch key {
  case Key(.enter): return state.takeTypedRow()
  case Key(.escape), .control("c"): return state.changeBankRows { page, _ in page.typed = nil }
  default: return state.changeBankRows { page, _ in _ = page.typed?.field.handle(key) }
  }
}

/// Several lines are rows of their own, also where one is being typed.
func pasteBankRows(_ text: String, _ state: inout State) -> [Effect] {
  let statement = BankStatement(parsing: text)
  if let typed = state.bankRowsPage?.typed, statement.entries.count < 2, !text.contains(where: \.isNewline) {
    var typed = typed
    typed.field.insert(text)
    return state.changeBankRows { page, _ in page.typed = typed }
  }
  guard !statement.entries.isEmpty else { return state.inform(.information, "Nothing was pasted that is a row.") }
  return state.changeBankRows { $0.add(statement.entries, height: $1) }
    + state.sayAdded(statement.entries.count, "pasted")
}

extension State {
  fileprivate mutating func takeTypedRow() -> [Effect] {
    guard let typed = bankRowsPage?.typed else { return [] }
    let text = typed.field.text.trimmingBlanks
    guard !text.isEmpty else { return changeBankRows { page, _ in page.typed = nil } }
    return changeBankRows { page, height in
      if let place = typed.place {
        page.replace(place, with: StatementEntry(typed: text), height: height)
        page.typed = nil
      } else {
        page.add([StatementEntry(typed: text)], height: height)
        page.typed = BankRowsPage.TypedRow(place: nil, field: TextField(""))
      }
    }
  }
}
