import Billing
import Testing

struct InvoiceStandingTests {
  private static func invoice(
    _ status: InvoiceStatus, due: String? = "2026-03-01", total: Int64 = 500_00, balance: Int64 = 500_00
  ) -> Invoice {
    var invoice = Invoice(id: Identifier(1), number: "INV-000001", invoiceDate: day("2026-02-01"))
    invoice.status = status
    invoice.dueDate = due.map(day)
    invoice.amounts.total = money(total)
    invoice.dueAmount = money(balance)
    return invoice
  }

  @Test func `an overdue invoice says how late it is`() {
    let invoice = Self.invoice(.sent)
    #expect(invoice.daysLate(on: day("2026-03-27")) == 26)
    #expect(invoice.isOverdue(on: day("2026-03-27")))
    #expect(invoice.standing(on: day("2026-03-27")) == .overdue(days: 26))
  }

  @Test func `an invoice is not late on the day it is due`() {
    let invoice = Self.invoice(.viewed)
    #expect(!invoice.isOverdue(on: day("2026-03-01")))
    #expect(invoice.isOverdue(on: day("2026-03-02")))
    #expect(invoice.standing(on: day("2026-03-01")) == .open)
  }

  @Test func `the service's own flag does not make it late before its day`() {
    #expect(!Self.invoice(.overdue).isOverdue(on: day("2026-02-20")))
    #expect(Self.invoice(.overdue).isOverdue(on: day("2026-03-02")))
    #expect(Self.invoice(.unknown("CHASED")).isOverdue(on: day("2026-03-02")))
  }

  @Test func `drafts, paid invoices and invoices without due date are never late`() {
    let late = day("2027-01-01")
    #expect(!Self.invoice(.draft).isOverdue(on: late))
    #expect(!Self.invoice(.completed).isOverdue(on: late))
    #expect(!Self.invoice(.sent, balance: 0).isOverdue(on: late))
    #expect(!Self.invoice(.sent, balance: -5).isOverdue(on: late))
    #expect(!Self.invoice(.sent, due: nil).isOverdue(on: late))
  }

  @Test func `a part payment shows until the invoice is late or paid`() {
    let invoice = Self.invoice(.sent, balance: 200_00)
    #expect(invoice.paidAmount == money(300_00))
    #expect(invoice.standing(on: day("2026-02-10")) == .partiallyPaid)
    #expect(invoice.standing(on: day("2026-03-02")) == .overdue(days: 1))
    #expect(Self.invoice(.completed, balance: 0).standing(on: day("2026-03-02")) == .paid)
    #expect(Self.invoice(.draft).standing(on: day("2026-03-02")) == .draft)
  }

  @Test func `paid as the service says is paid`() {
    var invoice = Self.invoice(.sent, balance: 0)
    invoice.paidStatus = .paid
    #expect(invoice.standing(on: day("2026-03-02")) == .paid)
  }
}

struct EstimateExpiryTests {
  @Test func `an offer that nobody answered expires after its day`() {
    var estimate = Estimate(id: Identifier(1), number: "EST-000001", estimateDate: day("2026-02-01"))
    estimate.expiryDate = day("2026-03-01")
    let expected: [(EstimateStatus, Bool)] = [
      (.draft, false), (.sent, true), (.viewed, true), (.expired, true), (.accepted, false), (.rejected, false),
      (.unknown("PARKED"), false),
    ]
    for (status, isExpired) in expected {
      estimate.status = status
      #expect(estimate.isExpired(on: day("2026-03-02")) == isExpired, "\(status)")
    }
    estimate.status = .sent
    #expect(!estimate.isExpired(on: day("2026-03-01")))
    #expect(estimate.daysExpired(on: day("2026-03-01")) == 0)
    #expect(estimate.daysExpired(on: day("2026-03-11")) == 10)
    estimate.expiryDate = nil
    #expect(!estimate.isExpired(on: day("2026-03-02")))
  }
}

struct StatusTests {
  @Test func `documented words are known and others kept as they came`() {
    for status in InvoiceStatus.documented { #expect(InvoiceStatus(word: status.word) == status) }
    for status in PaidStatus.documented { #expect(PaidStatus(word: status.word) == status) }
    for status in EstimateStatus.documented { #expect(EstimateStatus(word: status.word) == status) }
    #expect(InvoiceStatus.documented.map(\.word) == ["DRAFT", "SENT", "VIEWED", "OVERDUE", "COMPLETED"])
    #expect(PaidStatus.documented.map(\.word) == ["UNPAID", "PARTIALLY_PAID", "PAID"])
    #expect(
      EstimateStatus.documented.map(\.word) == ["DRAFT", "SENT", "VIEWED", "EXPIRED", "ACCEPTED", "REJECTED"])
    #expect(InvoiceStatus(word: "sent").word == "sent")
    #expect(InvoiceStatus(word: "sent") != .sent)
    #expect(PaidStatus(word: "\u{202E}") == .unknown("\u{202E}"))
    #expect(EstimateStatus(word: "") == .unknown(""))
  }
}
