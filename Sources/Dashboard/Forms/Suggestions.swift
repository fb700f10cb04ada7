import Billing
import Store

/// What is asked of the mirror for the field under the keyboard.
package struct SuggestionQuery: Sendable, Equatable {
  package enum Source: Sendable, Equatable {
    case customers
    /// With the last price to this customer, where one is picked.
    case items(customer: Int64?)
    case lookUp(LookUpList)
    case currencies
    case countries
    /// Those of a customer that are still to be paid; of nobody there are none.
    case invoices(customer: Int64?)
  }

  package let draftID: String
  package let focus: Form.Focus
  package let source: Source
  package let text: String

  package init(draftID: String, focus: Form.Focus, source: Source, text: String) {
    self.draftID = draftID
    self.focus = focus
    self.source = source
    self.text = text
  }
}

/// A record that a field offers.
package struct Suggestion: Sendable, Equatable {
  package let id: Int64
  package let title: String
  package let detail: String
  /// What taking it fills in beside the field itself.
  package let fill: Fill
  /// The user made it up from an id and a name: the name is kept here, for no endpoint knows it.
  package var isTyped = false

  package struct Fill: Sendable, Equatable {
    package var description: String?
    package var price: Money?
    /// What this customer paid for it last time.
    package var lastPrice: Money?
    package var unitName: String?
    package var currencyID: Int64?
    /// What a customer owes, by currency, as far as invoices are loaded.
    package var owing: [CurrencySum] = []
    /// What an invoice still awaits.
    package var awaited: CurrencySum?

    package init() {}
  }

  package init(id: Int64, title: String, detail: String, fill: Fill = Fill()) {
    self.id = id
    self.title = title
    self.detail = detail
    self.fill = fill
  }
}

extension Suggestion {
  /// What stands behind the title: a customer's company or mail, an item's price.
  func words(_ figures: Figures) -> String {
    guard let price = fill.price else { return (amounts(figures) + [detail]).joined(separator: "  ").trimmingBlanks }
    let unit = fill.unitName.map { " / \($0)" } ?? ""
    let last = fill.lastPrice.flatMap { $0 == price ? nil : "  last \(figures.bare($0, nil))" } ?? ""
    return figures.bare(price, nil) + unit + last
  }
}

extension Suggestion {
  /// What an invoice awaits, or a customer owes per currency.
  private func amounts(_ figures: Figures) -> [String] {
    if let awaited = fill.awaited { return [figures.full(awaited.balance, awaited.currencyID)] }
    guard !fill.owing.isEmpty else { return [] }
    return ["owes " + fill.owing.map { figures.full($0.balance, $0.currencyID) }.joined(separator: ", ")]
  }
}

/// The records that a field offers for what is typed in it.
package struct Suggestions: Sendable, Equatable {
  package let query: SuggestionQuery
  package var items: [Suggestion]
  /// The offer that Enter takes; nil while free text is meant.
  package var selected: Int?
  /// `searched 100 of 400` while not everything is loaded.
  package let completeness: String?

  package init(query: SuggestionQuery, items: [Suggestion], selected: Int?, completeness: String? = nil) {
    self.query = query
    self.items = items
    self.selected = selected
    self.completeness = completeness
  }

  var selectedItem: Suggestion? { selected.flatMap { items.indices.contains($0) ? items[$0] : nil } }
}
