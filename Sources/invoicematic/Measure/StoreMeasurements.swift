import Billing
import BillingAPI
import BillingSync
import FoundationEssentials
import Glibc
import Store

/// Times what the screens ask of the mirror, on a mirror of made-up records in a folder.
struct StoreMeasurements {
  let mirror: Mirror
  let samples: SamplePages
  let rounds: Int

  /// Takes pages of each kind in, as many to a transaction as from the program's own service, and says how many records it took a second.
  func takeIn() throws {
    for kind in [ResourceKind.customers, .invoices, .payments, .estimates, .expenses, .items] {
      let asOf = Date(timeIntervalSince1970: 1_790_000_000)
      let pages = samples.pages(of: kind).map { ListPage(bytes: $0, asOf: asOf) }
      let size = SyncSettings.local.pagesAtOnce
      let elapsed = try ContinuousClock().measure {
        for start in stride(from: 0, to: pages.count, by: size) {
          _ = try mirror.takeIn(pages: Array(pages[start..<min(start + size, pages.count)]), kind: kind)
        }
        try mirror.completeIndexes(of: kind)
      }
      say("take in \(kind.rawValue)", [elapsed], records: samples.count(of: kind))
    }
  }

  func readAll() throws {
    try find()
    try list()
    try sum()
    let customer = Identifier<Customer>(1)
    try time("customer page") { _ = try mirror.customerPage(customer, today: samples.today) }
  }

  private func find() throws {
    for text in ["d", "do", "doe", "müll", "kestrel rob", "springfield", "555", "7421", "555-74", "office1234@"] {
      try time("find customers “\(text)”") { _ = try mirror.findCustomers(text, limit: 50) }
    }
    for text in ["3", "38", "383", "inv-0383", "000", "po-12"] {
      try time("find numbers “\(text)”") { _ = try mirror.findNumbers(text, limit: 50) }
    }
    for text in ["~6k", "1980", "0.01"] {
      guard let query = AmountQuery(text) else { continue }
      try time("find amounts “\(text)”") { _ = try mirror.findAmounts(query, limit: 50) }
    }
    try time("complete a filter") {
      _ = try mirror.filterCompletion("is:open cust:do", caret: 15, kind: .invoices)
    }
  }

  private func list() throws {
    let filters = [
      "", "is:open", "is:late", "late>30", "amt>=8k", "doe", "kestrel 0383", "cust:doe", "~kestral", "!is:paid",
    ]
    for filter in filters { try first("first screen of “\(filter)”", filter, nil) }
    for column in SortColumn.columns(of: .invoices) {
      try first("first screen by \(column.rawValue)", "", Store.SortOrder(column))
    }
    for column in [SortColumn.date, .customer, .total] {
      let request = ListRequest(.invoices, sort: Store.SortOrder(column), today: samples.today)
      try time("whole order by \(column.rawValue)") { _ = try mirror.order(of: request) }
    }
    let ids = try mirror.order(of: ListRequest(.invoices, today: samples.today))
    try time("last screen") { _ = try mirror.rows(.invoices, ids: ids.suffix(60)) }
  }

  private func first(_ name: String, _ filter: String, _ sort: Store.SortOrder?) throws {
    let filter = try ListFilter.parse(filter, kind: .invoices).get()
    let request = ListRequest(.invoices, filter: filter, sort: sort, today: samples.today)
    try time(name) { _ = try mirror.rows(.invoices, ids: mirror.firstOrder(of: request, limit: 60)) }
  }

  private func sum() throws {
    for text in ["", "is:open", "is:late", "doe", "status:sent,viewed"] {
      let filter = try ListFilter.parse(text, kind: .invoices).get()
      let request = ListRequest(.invoices, filter: filter, today: samples.today)
      try time("sums of “\(text)”") { _ = try mirror.summary(of: request) }
    }
    let all = ListRequest(.invoices, today: samples.today)
    for column in [SortColumn.status, .customer, .dueDate] {
      try time("frequencies of \(column.rawValue)") { _ = try mirror.frequencies(of: column, in: all) }
    }
    try time("overview") { _ = try mirror.overview(today: samples.today) }
  }

  private func time(_ name: String, _ work: () throws -> Void) throws {
    var times: [Duration] = []
    for _ in 0..<rounds { times.append(try ContinuousClock().measure(work)) }
    say(name, times)
  }

  /// Name, number of records, and seconds, between tabulators.
  private func say(_ name: String, _ times: [Duration], records: Int = 0) {
    let seconds = times.map { $0 / .seconds(1) }
    let cells = [name, String(records), seconds.map { "\($0)" }.joined(separator: " ")]
    // For a program that reads it: made harmless for a terminal, a tabulator would be a sign.
    StandardStream.pass(cells.joined(separator: "\t") + "\n", to: STDOUT_FILENO)
  }
}
