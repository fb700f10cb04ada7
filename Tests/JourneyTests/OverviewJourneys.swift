import Billing
import BillingAPI
import BillingServer
import Dashboard
import Store
import Testing
import TerminalUI

/// The figures of the overview and of a customer's page, each compared with what the service's own records come to.
@Suite struct `The overview and customers` {
  @Test func `every figure is what the records of the service come to, currency by currency`() async throws {
    let journey = try await Journey(.sample())
    try await journey.loadEverything()
    try await journey.press("1")
    let overview = try #require(journey.state.overview.page?.figures)
    let books = try await Records(of: journey.office)
    #expect(overview.currencies.count > 1, "the sample has several currencies")
    let shownCurrencies = Set(overview.currencies.map { $0.currencyID?.value })
    #expect(shownCurrencies.isSubset(of: books.currencies))
    for currency in books.currencies.subtracting(shownCurrencies) {
      #expect(books.counted(in: currency).outstanding.sum.cents == 0, "left out is only what has rested for a year")
    }
    for shown in overview.currencies {
      let counted = books.counted(in: shown.currencyID?.value)
      #expect(shown.outstanding == counted.outstanding)
      #expect(shown.overdue == counted.overdue)
      #expect(shown.dueSoon == counted.dueSoon)
      #expect(shown.drafts == counted.drafts)
      #expect(shown.receivedThisMonth == counted.receivedThisMonth)
      #expect(shown.receivedLastMonth == counted.receivedLastMonth)
      #expect(shown.ageing.map(\.total) == counted.ageing)
      #expect(shown.check.holds)
      #expect(shown.check.ofCustomers.sum == counted.outstanding.sum)
      for month in shown.months { #expect(month.invoiced == counted.invoiced(in: month.month)) }
      #expect(shown.daysToPay?.median == books.medianDaysToPay(in: shown.currencyID?.value))
    }
    await journey.end()
  }

  @Test func `whoever is late stands in the order of amount times days`() async throws {
    let journey = try await Journey(.sample())
    try await journey.loadEverything()
    try await journey.press("1")
    let shown = try #require(journey.state.overview.page?.figures.currencies.first)
    let counted = try await Records(of: journey.office).counted(in: shown.currencyID?.value)
    let ranked = counted.weights.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    #expect(!ranked.isEmpty)
    #expect(shown.attention.map(\.customerID.value) == Array(ranked.prefix(shown.attention.count)))
    #expect(shown.attentionCount == ranked.count)
    journey.expect(String(try #require(shown.attention.first).name.prefix(12)))
    await journey.end()
  }

  @Test func `the list behind a figure comes to the same, and - brings the overview back`() async throws {
    let journey = try await Journey(.sample())
    try await journey.loadEverything()
    try await journey.press("1", "Tab", "Tab")
    let shown = try #require(journey.state.overview.page?.figures.currencies.first)
    for (step, figure) in [shown.outstanding, shown.overdue, shown.dueSoon].enumerated() {
      if step > 0 { try await journey.press("l") }
      try await journey.press("Enter")
      #expect(journey.list?.count == figure.count)
      #expect(journey.list?.summary?.sums.first?.balance ?? .zero == figure.sum)
      try await journey.press("-")
      #expect(journey.state.section == .start)
    }
    try await journey.press("j")
    for bucket in shown.ageing {
      try await journey.press("Enter")
      #expect(journey.list?.count == bucket.total.count, "\(bucket.age)")
      try await journey.press("-", "j")
    }
    await journey.end()
  }

  @Test func `books with nothing in them say what to do first, and the first invoice fills the page`() async throws {
    let journey = try await Journey(.withInvoices(0))
    journey.expectNo("Nothing is in these books yet")
    await journey.end()
    let empty = try await Office { try $0.setUp(companyName: "Paper Lantern Ltd", currencyID: Identifier(1)) }
    let fresh = try await Journey(empty)
    fresh.expect("Nothing is in these books yet")
    try await fresh.press("n")
    #expect(fresh.form?.kind != nil, "n opens the form that the page speaks of")
    await fresh.end()
  }

  @Test func `a customer's page comes to what the service says, for every customer`() async throws {
    let journey = try await Journey(.sample(hostile: true))
    try await journey.loadEverything()
    let books = try await Records(of: journey.office)
    for (customer, balances) in books.balances.sorted(by: { $0.key < $1.key }).prefix(12) {
      let page = try #require(try journey.opener.mirror.customerPage(Identifier(customer), today: Office.today))
      for currency in page.currencies {
        #expect(currency.serviceBalance.cents == balances[currency.currencyID?.value] ?? 0)
        #expect(currency.isReconciled, "customer \(customer)")
      }
    }
    try await journey.press("2", "g", "l", "g", "c")
    journey.expect("Timeline")
    journey.expect("balance rebuilt from")
    journey.expect("✓")
    await journey.end()
  }

  @Test func `a customer is two keys away, refreshed from the service, and an invoice for it one more`() async throws {
    let journey = try await Journey(.withInvoices(3))
    try await journey.press("2", "g", "c")
    journey.expect("Acme Harbour")
    let asked = journey.state.pages.count
    #expect(asked == 1)
    try await journey.office.addInvoice(5)
    try await journey.press("R")
    journey.expect(Office.number(5))
    try await journey.press("n")
    #expect(journey.field("customer_id")?.reference?.title == "Acme Harbour")
    await journey.end()
  }

  @Test func `a note stays on this machine, in the timeline, in has:note and after a restart`() async throws {
    let office = try await Office.withInvoices(3)
    let journey = try await Journey(office)
    try await journey.press("3", "N")
    try await journey.type("prefers 電話, not mail")
    try await journey.press("Enter", "Enter")
    journey.expect("prefers 電話, not mail")
    #expect(
      try await office.records("customers").allSatisfy { !"\($0)".contains("prefers") }, "the service has no note")
    await journey.end()
    let next = try await Journey(office, after: journey)
    try await next.press("3", "/")
    try await next.type("has:note")
    try await next.press("Enter")
    #expect(next.list?.count == 1)
    next.expect("prefers 電話, not mail")
    await next.end()
  }
}

extension Journey {
  /// Fetches all pages of all kinds, as moving down every list does.
  fileprivate func loadEverything() async throws {
    for section in Dashboard.Section.allCases.dropFirst() {
      try await press("\(section.digit)")
      var presses = 0
      while let list, !list.completeness.isComplete, presses < 50 {
        presses += 1
        try await press("G")
      }
    }
  }
}

/// The records of an office, and plain sums over them: nothing of the mirror's SQL is in it.
private struct Records {
  let invoices: [JSONValue]
  let payments: [JSONValue]

  init(of office: Office) async throws {
    invoices = try await office.records("invoices")
    payments = try await office.records("payments")
  }

  var currencies: Set<Int64?> { Set((invoices + payments).map { $0.number("currency_id") }) }

  func counted(in currency: Int64?) -> Counted {
    Counted(
      invoices: invoices.filter { $0.number("currency_id") == currency },
      payments: payments.filter { $0.number("currency_id") == currency })
  }

  /// By customer and currency, what the service says is still to be paid of invoices that are no unpaid drafts.
  var balances: [Int64: [Int64?: Int64]] {
    var balances: [Int64: [Int64?: Int64]] = [:]
    for invoice in invoices where !invoice.isUnpaidDraft {
      guard let customer = invoice.number("customer_id") else { continue }
      balances[customer, default: [:]][invoice.number("currency_id"), default: 0] += invoice.number("due_amount") ?? 0
    }
    return balances
  }

  /// Days from invoice to last payment, of invoices that were paid up in the last 90 days; the upper of two middles.
  func medianDaysToPay(in currency: Int64?) -> Int? {
    let days = invoices.compactMap { invoice -> Int? in
      guard invoice.number("currency_id") == currency, invoice["paid_status"] == .string("PAID"),
        let last = payments.filter({ $0.number("invoice_id") == invoice.number("id") }).compactMap({
          $0.day("payment_date")
        }).max(), let issued = invoice.day("invoice_date"), last.days(until: Office.today) <= 90, last <= Office.today
      else { return nil }
      return max(0, issued.days(until: last))
    }.sorted()
    return days.isEmpty ? nil : days[days.count / 2]
  }
}

/// Plain sums over the records of one currency.
private struct Counted {
  let invoices: [JSONValue]
  let payments: [JSONValue]
  private var today: CalendarDate { Office.today }

  init(invoices: [JSONValue], payments: [JSONValue]) {
    self.invoices = invoices
    self.payments = payments
  }

  private var open: [JSONValue] { invoices.filter { ($0.number("due_amount") ?? 0) > 0 && !$0.isUnpaidDraft } }
  var outstanding: CountedSum { sum(open, "due_amount") }
  var overdue: CountedSum { sum(open.filter { $0.daysLate > 0 }, "due_amount") }
  var dueSoon: CountedSum {
    sum(
      open.filter { invoice in
        invoice.day("due_date").map { $0 >= today && $0 <= today.adding(days: 7) } ?? false
      }, "due_amount")
  }
  var drafts: CountedSum { sum(invoices.filter(\.isUnpaidDraft), "total") }
  var receivedThisMonth: CountedSum { received(in: today.startOfMonth) }
  var receivedLastMonth: CountedSum { received(in: today.startOfMonth.adding(months: -1)) }

  var ageing: [CountedSum] {
    [(Int.min, 0), (1, 30), (31, 60), (61, 90), (91, Int.max)].map { least, most in
      sum(open.filter { (least...most).contains($0.daysLate) }, "due_amount")
    }
  }

  /// Σ balance × days late of each customer.
  var weights: [Int64: Int64] {
    var weights: [Int64: Int64] = [:]
    for invoice in open where invoice.daysLate > 0 {
      guard let customer = invoice.number("customer_id") else { continue }
      weights[customer, default: 0] += Int64(invoice.daysLate) * (invoice.number("due_amount") ?? 0)
    }
    return weights
  }

  func invoiced(in month: CalendarDate) -> CountedSum {
    sum(invoices.filter { $0["status"] != .string("DRAFT") && $0.falls("invoice_date", in: month) }, "total")
  }

  private func received(in month: CalendarDate) -> CountedSum {
    sum(payments.filter { $0.falls("payment_date", in: month) }, "amount")
  }

  private func sum(_ records: [JSONValue], _ field: String) -> CountedSum {
    CountedSum(count: records.count, sum: Money(cents: records.reduce(0) { $0 + ($1.number(field) ?? 0) }))
  }
}

extension JSONValue {
  fileprivate func number(_ field: String) -> Int64? { self[field]?.integer }
  fileprivate func day(_ field: String) -> CalendarDate? { self[field]?.date }

  fileprivate func falls(_ field: String, in month: CalendarDate) -> Bool { day(field)?.startOfMonth == month }

  fileprivate var isUnpaidDraft: Bool {
    self["status"] == .string("DRAFT") && self["paid_status"] == .string("UNPAID")
  }

  /// Below 1 where it is not late.
  fileprivate var daysLate: Int { day("due_date").map { max(0, $0.days(until: Office.today)) } ?? 0 }
}
