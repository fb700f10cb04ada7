import Billing
import TerminalUI

extension State {
  /// From the lines to the field behind them.
  mutating func leaveLines() -> [Effect] { forms.last?.stopBehindLines.map { setFocus($0) } ?? [] }

  /// A blank line before the one with the keyboard.
  mutating func insertLine() -> [Effect] {
    editLines { form, row in
      form.lines.insert(LineFields(), at: row)
      form.focus = .line(row, .name)
    }
  }

  /// A copy of the line below it.
  mutating func duplicateLine() -> [Effect] {
    editLines { form, row in
      var copy = form.lines[row]
      copy.original = nil
      form.lines.insert(copy, at: row + 1)
      form.shiftFocus(to: row + 1)
    }
  }

  mutating func deleteLine() -> [Effect] {
    editLines { form, row in
      form.lines.remove(at: row)
      if form.lines.isEmpty { form.lines = [LineFields()] }
      form.shiftFocus(to: min(row, form.lines.count - 1))
    }
  }

  /// Moves the line with the keyboard so many places down; at the ends it stays.
  mutating func moveLine(_ distance: Int) -> [Effect] {
    guard case .line(let row, _) = forms.last?.focus, forms.last?.lines.indices.contains(row + distance) == true else {
      return []
    }
    return editLines { form, row in
      form.lines.swapAt(row, row + distance)
      form.shiftFocus(to: row + distance)
    }
  }

  /// The price that this customer paid for the item last time.
  mutating func takeLastPrice(_ environment: Environment) -> [Effect] {
    guard let form = forms.last, form.isEditable, case .line(let row, _) = form.focus else { return [] }
    if let offer = form.suggestions?.selectedItem, let price = offer.fill.lastPrice {
      return take(offer.priced(price), environment)
    }
    guard let price = form.lines[row].lastPrice else {
      return inform(.information, "No other price to this customer is known for this line.")
    }
    let style = figures.entryStyle(of: form.context.currencyID.map { Identifier($0) })
    return editLines { form, row in
      form.lines[row].price.replaceAll(with: price.formatted(style: style))
      form.lines[row].problems[.price] = nil
    }
  }

  private mutating func editLines(_ change: (inout Form, Int) -> Void) -> [Effect] {
    guard let form = forms.last, case .line(let row, _) = form.focus else { return [] }
    guard form.isEditable else { return sayFormIsBusy() }
    return editForm { form in
      change(&form, row)
      form.suggestions = nil
    }
  }
}

extension Form {
  /// The same cell of another line.
  fileprivate mutating func shiftFocus(to row: Int) {
    if case .line(_, let column) = focus { focus = .line(row, column) }
  }
}

extension Suggestion {
  /// The same offer at another price.
  fileprivate func priced(_ price: Money) -> Suggestion {
    var fill = fill
    fill.price = price
    fill.lastPrice = nil
    return Suggestion(id: id, title: title, detail: detail, fill: fill)
  }
}
