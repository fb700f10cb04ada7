import Billing
import BillingAPI
import BillingSync
import FoundationEssentials
import Store
import Synchronization

extension EffectRunner {
  /// The records that a field can be filled with. Who types fast asks more than is worth answering: the last question is.
  func suggest(_ query: SuggestionQuery, _ books: OpenBooks) throws {
    guard memory.withLock({ $0.newestOffers == query }) else { return }
    let items = try offers(query, books)
    // Where nothing is typed nothing is meant yet: Enter goes on.
    post(
      .suggestions(
        Suggestions(
          query: query, items: items, selected: items.isEmpty || query.text.isEmpty ? nil : 0,
          completeness: try searched(query.source, books.mirror))))
  }

  private func offers(_ query: SuggestionQuery, _ books: OpenBooks) throws -> [Suggestion] {
    switch query.source {
    case .customers: try books.mirror.customers(matching: query.text, limit: 50).map(Suggestion.init)
    case .items(let customer):
      try books.mirror.items(matching: query.text, for: customer.map { Identifier($0) }, limit: 50).map(Suggestion.init)
    case .lookUp(let list): try entries(list, query.text, books)
    case .currencies:
      Currency.all.filter { $0.answers(to: query.text) }.map {
        Suggestion(id: $0.id.value, title: $0.code, detail: $0.name)
      }
    case .countries:
      Country.all.filter { $0.answers(to: query.text) }.map {
        Suggestion(id: $0.id.value, title: $0.name, detail: $0.code)
      }
    case .invoices(let customer):
      try customer.map { try books.mirror.openInvoices(of: Identifier($0)) }?
        .filter { query.text.isEmpty || TextFolding.contains($0.number, query.text) }.map(Suggestion.init) ?? []
    }
  }

  /// What is known of a list that no endpoint answers, and behind it what was typed as id and name.
  private func entries(_ list: LookUpList, _ text: String, _ books: OpenBooks) throws -> [Suggestion] {
    let known = try lookUps(list, books)
    let typed = Suggestion(typed: text, list).flatMap { typed in
      known.contains { $0.id == typed.id } ? nil : typed
    }
    let number = typed?.id ?? Int64(text)
    return known.filter { text.isEmpty || $0.id == number || TextFolding.contains($0.name, text) }
      .map { Suggestion(id: $0.id, title: $0.name, detail: "#\($0.id)") } + [typed].compactMap { $0 }
  }

  /// What records nest, and what the user named, by name.
  func lookUps(_ list: LookUpList, _ books: OpenBooks) throws -> [LookUpEntry] {
    LookUpEntry.merged(try books.mirror.lookUps(list), with: try books.local?.lookUpNames(list) ?? [])
  }

  func keepLookUpName(_ list: LookUpList, _ entry: LookUpEntry, _ books: OpenBooks) throws {
    try books.local?.setLookUpName(list, entry)
  }

  /// What the search could not know, while not everything is loaded.
  private func searched(_ source: SuggestionQuery.Source, _ mirror: Mirror) throws -> String? {
    let kind: ResourceKind
    switch source {
    case .customers: kind = .customers
    case .items: kind = .items
    case .invoices: kind = .invoices
    case .lookUp, .currencies, .countries: return nil
    }
    let completeness = try mirror.completeness(kind)
    guard let total = completeness.total, completeness.loaded < total else { return nil }
    return "searched \(completeness.loaded) of \(total)"
  }
}

extension Suggestion {
  /// `17 Travel`, or the id alone.
  fileprivate init?(typed text: String, _ list: LookUpList) {
    let digits = text.prefix { ("0"..."9").contains($0) }
    guard let id = Int64(digits), id > 0 else { return nil }
    let name = text.dropFirst(digits.count).trimmingBlanks
    guard !name.isEmpty else {
      self.init(id: id, title: "#\(id)", detail: "the id alone")
      return
    }
    self.init(id: id, title: name, detail: "#\(id), name kept here")
    isTyped = true
  }

  init(_ row: CustomerRow) {
    var fill = Fill()
    fill.currencyID = row.currencyID?.value
    fill.owing = row.balances
    let about = [row.companyName, row.email].compactMap { $0 }.first { $0 != row.name } ?? ""
    self.init(id: row.id.value, title: row.name, detail: about, fill: fill)
  }

  fileprivate init(_ invoice: InvoiceRow) {
    var fill = Fill()
    if let balance = invoice.balance {
      let total = invoice.total ?? balance
      fill.awaited = CurrencySum(currencyID: invoice.currencyID, count: 1, total: total, balance: balance)
    }
    self.init(
      id: invoice.id.value, title: invoice.number, detail: invoice.dueDate.map { "due \($0.iso)" } ?? "", fill: fill)
  }

  fileprivate init(_ choice: ItemChoice) {
    var fill = Fill(choice.item)
    fill.lastPrice = choice.lastPrice
    self.init(id: choice.item.id.value, title: choice.item.name, detail: "", fill: fill)
  }
}

extension Suggestion.Fill {
  /// What a line takes over of an item.
  init(_ item: ItemRow) {
    self.init()
    description = item.details
    price = item.price
    unitName = item.unitName
  }
}

extension Currency {
  fileprivate func answers(to text: String) -> Bool {
    text.isEmpty || TextFolding.contains("\(code) \(name)", text) || symbol == text || String(id.value) == text
  }
}

extension Country {
  fileprivate func answers(to text: String) -> Bool {
    text.isEmpty || TextFolding.contains(name, text) || code == text.uppercased()
  }
}
