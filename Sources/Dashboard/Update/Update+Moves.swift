import Billing
import BillingAPI
import Store
import TerminalUI

/// How far a key moves the selection.
enum Move {
  case rows(Int)
  case screens(Int, of: Int)
  case first
  case last
}

extension State {
  /// Moves the selection of a list, or scrolls the record that fills the screen.
  mutating func move(_ move: Move) -> [Effect] {
    if let page = pages.last { return self.move(move, on: page) }
    if section == .start { return moveInOverview(move) }
    guard let kind = section.kind, let list = lists[kind] else { return [] }
    let height = max(1, listHeight)
    if isZoomed { return scrollRecord(move) }
    return switch move {
    case .rows(let rows): select(list.selectedIndex + rows, in: kind)
    case .screens(let screens, let part): select(list.selectedIndex + screens * max(1, height / part), in: kind)
    case .first: select(0, in: kind)
    case .last: select(list.count - 1, in: kind)
    }
  }

  private mutating func scrollRecord(_ move: Move) -> [Effect] {
    let height = max(1, ScreenLayout(self).detail.height - 2)
    switch move {
    case .rows(let rows): zoomOffset += rows
    case .screens(let screens, let part): zoomOffset += screens * height / part
    case .first: zoomOffset = 0
    case .last: zoomOffset = .max / 2
    }
    zoomOffset = max(0, min(zoomOffset, RecordView.scrollLimit(self)))
    return []
  }

  mutating func zoom() -> [Effect] {
    guard selectedID != nil else { return [] }
    isZoomed = true
    zoomOffset = 0
    return selectedList?.selectedDetail == nil ? askForDetail() : []
  }

  /// Something lies between the screen and the section that it belongs to.
  var isNested: Bool { !pages.isEmpty || isZoomed }

  /// Leaves a page or a record; on a list, clears the filter.
  mutating func goUp() -> [Effect] {
    if !pages.isEmpty { return leavePage() }
    if isZoomed {
      isZoomed = false
      zoomOffset = 0
      return section.kind.map { followSelection($0) } ?? []
    }
    if let effects = leaveMarking() { return effects }
    if notice != nil { notice = nil }
    guard let list = selectedList, list.filterField.text.isEmpty == false else { return [] }
    return setFilter("", &self)
  }

  /// Opens a section where it was left.
  mutating func show(_ section: Section) -> [Effect] {
    history.visit(section)
    return reopen(section)
  }

  /// Goes back (below 0) or forward through the sections that were opened.
  mutating func goThroughHistory(_ distance: Int) -> [Effect] {
    history.step(distance).map { reopen($0) } ?? []
  }

  private mutating func reopen(_ section: Section) -> [Effect] {
    self.section = section
    pages = []
    isZoomed = false
    zoomOffset = 0
    guard let kind = section.kind, let list = lists[kind] else { return askForOverview() }
    let start = list.order == nil || list.isStale ? askForEverythingAgain(kind) : followSelection(kind)
    return start + (list.selectedDetail == nil ? askForDetail() : [])
  }

  /// Opens a section on one record, without a filter that could hide it.
  mutating func show(_ section: Section, selecting id: Int64) -> [Effect] {
    guard let kind = section.kind else { return [] }
    history.visit(section)
    self.section = section
    pages = []
    isZoomed = false
    lists[kind]?.filterField = TextField("")
    lists[kind]?.filter = .all
    lists[kind]?.selectedID = id
    if let index = lists[kind]?.order?.firstIndex(of: id) { lists[kind]?.selectedIndex = index }
    return askForOrder(kind) + [.detail(kind, id: id), .refreshRecord(kind, id: id)]
  }

  mutating func refresh() -> [Effect] {
    guard let kind = section.kind else { return ResourceKind.allCases.map { .refresh($0) } }
    return [.refresh(kind, visible: visibleIDs(kind))]
  }

  /// The records on the screen, in the order in which they stand there.
  private func visibleIDs(_ kind: ResourceKind) -> [Int64] {
    guard let list = lists[kind], let order = list.order else { return [] }
    if isZoomed { return list.selectedID.map { [$0] } ?? [] }
    return Array(order.dropFirst(list.viewport.offset).prefix(listHeight))
  }

  /// Quits, unless something would be left undone: then it asks.
  mutating func quit() -> [Effect] {
    guard outbox.unsettled > 0 else { return [.quit] }
    overlays.append(.question(.quitWithUnsettled(outbox.unsettled)))
    return []
  }

  mutating func cancel() -> [Effect] {
    if let effects = isNested ? nil : leaveMarking() { return effects }
    if isNested || !(selectedList?.filterField.text.isEmpty ?? true) { return goUp() }
    if notice?.text == Self.quitWarning { return quit() }
    return inform(.information, Self.quitWarning)
  }

  private static let quitWarning = "^C again quits."
}

extension State {
  var selectedList: ListState? { section.kind.flatMap { lists[$0] } }
  var selectedID: Int64? { selectedList?.selectedID }
  var selectedRow: MirrorRow? { selectedList?.selectedRow }

  var selectedInvoiceRow: InvoiceRow? {
    if case .invoice(let row) = selectedRow { row } else { nil }
  }

  /// The customer that the selected record belongs to.
  var selectedCustomer: Int64? {
    if section == .start, case .customer(let id)? = overviewDestination { return id }
    return selectedRow?.customerID
  }

  var selectedCustomerName: String? {
    selectedRow?.customerName
  }

  var selectedInvoice: Int64? {
    if case .payment(let row) = selectedRow { row.invoiceID?.value } else { nil }
  }
}

extension MirrorRow {
  /// The customer that the record belongs to; a customer's own id.
  var customerID: Int64? {
    switch self {
    case .invoice(let row): row.customerID?.value
    case .payment(let row): row.customerID?.value
    case .estimate(let row): row.customerID?.value
    case .expense(let row): row.customerID?.value
    case .customer(let row): row.id.value
    case .item: nil
    }
  }

  var customerName: String? {
    switch self {
    case .invoice(let row): row.customerName
    case .payment(let row): row.customerName
    case .estimate(let row): row.customerName
    case .expense(let row): row.customerName
    case .customer(let row): row.name
    case .item: nil
    }
  }
}
