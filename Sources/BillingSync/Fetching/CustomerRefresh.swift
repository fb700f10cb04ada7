import Billing
import BillingAPI
import BillingClient
import FoundationEssentials
import Store

/// Reads one customer anew and all that belongs to it, by the filter `customer_id`.
///
/// The API documents the filter for invoices. Services honour it elsewhere too; where one does not, its first page is
/// taken for what it is, and the kind is not asked again.
actor CustomerRefresh {
  private let context: SyncContext
  /// Kinds whose list was seen to hold other customers' records though it was asked for one customer's.
  private var unfiltered: Set<ResourceKind> = []
  private var running: [Int64: Task<Result<Set<ResourceKind>, ServiceFailure>, Never>] = [:]

  init(context: SyncContext) { self.context = context }

  /// Answers the kinds of which everything of this customer's is fresh now. A call while another is under way joins it.
  func refresh(_ id: Int64) async throws(ServiceFailure) -> Set<ResourceKind> {
    if let task = running[id] { return try await task.value.get() }
    let task = Task { () -> Result<Set<ResourceKind>, ServiceFailure> in
      defer { running[id] = nil }
      do throws(ServiceFailure) {
        return .success(try await readAll(id))
      } catch {
        return .failure(error)
      }
    }
    running[id] = task
    return try await task.value.get()
  }

  /// Invoices first: the balance hangs on them.
  private static let kinds: [ResourceKind] = [.invoices, .payments, .estimates, .expenses]

  private func readAll(_ id: Int64) async throws(ServiceFailure) -> Set<ResourceKind> {
    try await readCustomer(id)
    var whole: Set<ResourceKind> = []
    for kind in Self.kinds where !unfiltered.contains(kind) {
      if try await read(kind, of: id) { whole.insert(kind) }
    }
    return whole
  }

  private func readCustomer(_ id: Int64) async throws(ServiceFailure) {
    let started = context.clock.now
    do {
      let record = try await context.client.record(.customers, id)
      try context.storing { mirror throws(StoreError) in
        let intake = try mirror.takeIn(record: record, kind: .customers, asOf: started)
        for kind in intake.renamed { context.report(.rowsChanged(kind)) }
      }
    } catch APIError.notFound(let words) {
      try context.storing { mirror throws(StoreError) in try mirror.forget(.customers, id: id, asOf: context.clock.now)
      }
      throw .notFound(words)
    } catch let error as APIError {
      throw ServiceFailure(error)
    } catch let failure as ServiceFailure {
      throw failure
    } catch {
      throw .unreadable(String(describing: error))
    }
  }

  /// Every page of a kind; true where the service gave this customer's records and no others.
  private func read(_ kind: ResourceKind, of customer: Int64) async throws(ServiceFailure) -> Bool {
    let started = context.clock.now
    var size = Self.pageSize
    for number in 1...Self.pageLimit {
      guard let page = try await take(kind, customer, ListQuery(page: number, limit: size)) else { return false }
      if number == 1 { size = page.meta.perPage }
      guard page.meta.hasMore, page.count > 0, page.meta.perPage == size else {
        try await check(kind, customer, before: started)
        return !page.meta.hasMore
      }
    }
    return false
  }

  /// A key that may not read a kind leaves that kind as it was.
  private func take(
    _ kind: ResourceKind, _ customer: Int64, _ query: ListQuery
  ) async throws(ServiceFailure) -> RawPage? {
    var query = query
    query.customerID = Identifier(customer)
    let page: RawPage
    do {
      page = try await context.client.page(of: kind, query)
    } catch .forbidden {
      return nil
    } catch {
      throw ServiceFailure(error)
    }
    return try context.storing { mirror throws(StoreError) in
      let intake = try mirror.takeIn(page: page.bytes, kind: kind, asOf: page.requestStarted)
      guard try mirror.count(kind, ids: intake.ids, notOfCustomer: customer) == 0 else {
        unfiltered.insert(kind)
        return nil
      }
      return page
    }
  }

  /// What the pages did not bring is asked for by itself; what is gone leaves the mirror.
  private func check(_ kind: ResourceKind, _ customer: Int64, before moment: Date) async throws(ServiceFailure) {
    let stale = try context.storing { mirror throws(StoreError) in
      try mirror.ids(kind, ofCustomer: customer, readBefore: moment, limit: Self.checkLimit)
    }
    for id in stale { try await RecordCheck(context: context).check(kind, id) }
  }

  private static let pageSize = 100
  /// A customer with more is left to the background: a person waits for this.
  private static let pageLimit = 20
  private static let checkLimit = 20
}
