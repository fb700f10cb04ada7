import Billing
import BillingAPI
import Store
import TerminalUI

extension State {
  var customerPage: CustomerPage? {
    if case .customer(let page) = pages.last { page } else { nil }
  }

  /// Opens the page of a customer: filled from the mirror at once, and asked of the service.
  mutating func openCustomer(_ id: Int64) -> [Effect] {
    if customerPage?.id == id { return [] }
    pages.removeAll { if case .customer = $0 { true } else { false } }
    return open(.customer(CustomerPage(id: id, name: customerName(id) ?? "Customer #\(id)")))
      + [.refreshCustomer(id: id)]
  }

  /// The mirror has answered; a page that was closed meanwhile stays closed.
  mutating func takeCustomer(_ id: Int64, _ facts: CustomerFacts?) -> [Effect] {
    changeCustomer(id) { page in
      page.facts = facts ?? page.facts
      page.isUnknown = facts == nil
      page.name = facts?.overview.customer.name ?? page.name
    }
    return []
  }

  mutating func moveInCustomer(_ move: Move) -> [Effect] {
    guard let id = customerPage?.id else { return [] }
    let height = CustomerPageLayout(size).listHeight
    changeCustomer(id) { $0.list.move(move, height: height) }
    return []
  }

  mutating func stepTab(_ distance: Int) -> [Effect] {
    let all = CustomerTab.allCases
    guard let tab = customerPage?.tab, let place = all.firstIndex(of: tab) else { return [] }
    return showTab(all[(place + distance + all.count) % all.count])
  }

  mutating func showTab(_ tab: CustomerTab) -> [Effect] {
    guard let page = customerPage else { return [] }
    changeCustomer(page.id) { page in
      page.tab = tab
      page.list = RowList()
    }
    return []
  }

  /// Leaves a kind out of the timeline, or shows it again.
  mutating func toggle(_ kind: TimelineKind) -> [Effect] {
    guard let page = customerPage else { return [] }
    changeCustomer(page.id) { page in
      page.tab = .timeline
      if page.hidden.remove(kind) == nil { page.hidden.insert(kind) }
    }
    return []
  }

  mutating func stepCustomerCurrency(_ distance: Int) -> [Effect] {
    guard let page = customerPage, let currencies = page.facts?.overview.currencies.map(\.currencyID) else { return [] }
    guard currencies.count > 1 else {
      return inform(.information, "All documents of this customer are in one currency.")
    }
    let place = currencies.firstIndex(of: page.shown?.currencyID) ?? 0
    let next = currencies[(place + distance + currencies.count) % currencies.count]
    changeCustomer(page.id) { $0.chosen = ChosenCurrency(id: next) }
    return []
  }

  /// Changes the days of the statement and shows it.
  mutating func changePeriod(_ change: (inout StatementPeriod) -> Void) -> [Effect] {
    guard let page = customerPage else { return [] }
    changeCustomer(page.id) { page in
      change(&page.period)
      page.period.back = max(0, page.period.back)
      page.tab = .statement
    }
    return []
  }

  /// Opens the selected row: a document in its list, a note to be changed.
  mutating func openTimelineRow() -> [Effect] {
    guard let page = customerPage, let row = page.list.selected else { return [] }
    switch row.content {
    case .document(let document): return openRecord(document.kind, id: document.id)
    case .note(let note): return writeNote(page.subject(of: note.note), changing: note.note)
    case .carried: return []
    }
  }

  /// Pages that show this customer read it again.
  func readCustomersAgain(_ kinds: Set<ResourceKind>) -> [Effect] {
    guard !kinds.isSubset(of: [.items]) else { return [] }
    return pages.compactMap { if case .customer(let page) = $0 { .customerPage(page.id) } else { nil } }
  }

  /// Changes the page of a customer wherever it lies, and makes its rows anew.
  private mutating func changeCustomer(_ id: Int64, _ change: (inout CustomerPage) -> Void) {
    let (height, figures) = (CustomerPageLayout(size).listHeight, self.figures)
    for index in pages.indices {
      guard case .customer(var page) = pages[index], page.id == id else { continue }
      change(&page)
      if page.facts != nil { page.list.take(page.rows(figures), height: height) }
      pages[index] = .customer(page)
    }
  }

  /// The name by which a customer is known from what is at hand.
  private func customerName(_ id: Int64) -> String? {
    if case .customer(let row)? = lists[.customers]?.rows[id] { return row.name }
    if let entry = overview.shown.attention.first(where: { $0.customerID.value == id }) { return entry.name }
    return selectedCustomer == id ? selectedCustomerName : nil
  }
}

extension CustomerPage {
  /// What `N` writes a note beside: the selected invoice, else the customer.
  var noteSubject: NoteSubject {
    list.selected?.invoice.map { NoteSubject(kind: .invoices, id: $0.id.value, title: $0.number) }
      ?? NoteSubject(kind: .customers, id: id, title: name)
  }

  func subject(of note: LocalNote) -> NoteSubject {
    NoteSubject(kind: note.kind, id: note.recordID, title: note.kind == .customers ? name : list.selected?.number ?? "")
  }

  /// Whether there is anything to pay, as far as invoices are loaded.
  var hasOpenInvoice: Bool { (shown?.open.count ?? 0) > 0 }
}
