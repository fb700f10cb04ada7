import Billing
import BillingAPI
import Store
import TerminalUI

/// Keys while the values of an action are filled in: Enter goes on and plans after the last, Esc leaves.
func handleBulkValuesKey(_ key: Key, _ values: BulkValues, _ state: inout State) -> [Effect] {
  var values = values
  let last = values.fields.count - 1
  switch key {
  case Key(.escape), .control("c"):
    state.overlays.removeLast()
    return []
  case .control("s"): return state.plan(values)
  case Key(.enter) where values.focus == last: return state.plan(values)
  case Key(.enter), Key(.tab), Key(.down): values.focus = min(values.focus + 1, last)
  case Key(.up), Key(parsing: "S-Tab"): values.focus = max(values.focus - 1, 0)
  case Key(.left) where values.focused?.id == .method: values.stepMethod(-1)
  case Key(.right) where values.focused?.id == .method, Key(.character(" ")) where values.focused?.id == .method:
    values.stepMethod(1)
  default:
    guard values.focused?.id != .method, values.fields.indices.contains(values.focus) else { return [] }
    _ = values.fields[values.focus].text.handle(key)
    values.problem = nil
  }
  state.replaceOverlay(.bulkValues(values))
  return []
}

/// Keys while the amount of a row is typed: Enter makes the plan anew with it, Esc leaves it.
func typeRunAmount(_ key: Key, _ state: inout State) -> [Effect] {
  guard let run = state.bulkPage?.run else { return [] }
  switch key {
  case Key(.enter): return state.takeRunAmount()
  case Key(.escape), .control("c"): state.changeBulk(run) { $0.amount = nil }
  default: state.changeBulk(run) { _ = $0.amount?.handle(key) }
  }
  return []
}

func pasteIntoRunAmount(_ text: String, _ state: inout State) -> [Effect] {
  guard let run = state.bulkPage?.run else { return [] }
  state.changeBulk(run) { $0.amount?.insert(text) }
  return []
}

extension State {
  fileprivate mutating func takeRunAmount() -> [Effect] {
    guard let page = bulkPage, let text = page.amount?.text, let row = selectedRunRow, var request = page.request else {
      return []
    }
    let currency = row.row.currencyID.map { Identifier<Currency>($0) }
    let known = currency.flatMap(Currency.with(id:))
    guard case .success(let amount) = AmountEntry.parse(text, style: figures.style(of: currency), currency: known)
    else {
      return inform(.warning, "“\(text)” is no amount.")
    }
    changeBulk(page.run) { $0.amount = nil }
    request.amounts[row.row.record] = amount
    request.replacing = shownRun?.plan
    return [.bulk(.plan(request))]
  }
}
