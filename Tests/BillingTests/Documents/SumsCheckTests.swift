import Billing
import Testing

struct SumsCheckTests {
  private static func invoice() -> Invoice {
    var invoice = Invoice(id: Identifier(1), number: "INV-000001", invoiceDate: day("2026-02-01"))
    invoice.lines = [
      LineItem(name: "Design", quantity: quantity("1.5"), price: money(29_99), total: money(44_99)),
      LineItem(name: "Build", quantity: quantity("3"), price: money(2500_00), total: money(7500_00)),
    ]
    invoice.amounts.discount = .percentage(percent("10"))
    invoice.amounts.discountValue = money(754_50)
    invoice.amounts.subTotal = money(7544_99)
    invoice.amounts.tax = money(1358_10)
    invoice.amounts.total = money(8148_59)
    return invoice
  }

  @Test func `sums that agree hold`() {
    #expect(Self.invoice().sumsCheck.holds)
  }

  @Test func `a line that is off by a cent is named`() throws {
    var invoice = Self.invoice()
    invoice.lines[1].total = money(7500_01)
    let found = invoice.sumsCheck.disagreements
    #expect(found.map(\.sum) == [.line(1), .subTotal])
    #expect(found.first?.sent == money(7500_01))
    #expect(found.first?.computed == money(7500_00))
  }

  @Test func `a total that is off is named`() {
    var invoice = Self.invoice()
    invoice.amounts.total = money(8148_60)
    #expect(invoice.sumsCheck.disagreements.map(\.sum) == [.total])
    #expect(!invoice.sumsCheck.holds)
  }

  @Test func `a discount that is off is named, and the total with it`() {
    var invoice = Self.invoice()
    invoice.amounts.discountValue = money(700_00)
    #expect(invoice.sumsCheck.disagreements.map(\.sum) == [.discount, .total])
    invoice = Self.invoice()
    invoice.amounts.discount = .fixed(money(10_00))
    #expect(invoice.sumsCheck.disagreements.map(\.sum) == [.discount])
  }

  @Test func `a record without lines is judged by its own sums`() {
    var invoice = Self.invoice()
    invoice.lines = []
    #expect(invoice.sumsCheck.holds)
  }

  @Test func `sums beyond 64 bits disagree instead of trapping`() {
    var invoice = Self.invoice()
    invoice.lines[0].price = money(.max)
    invoice.lines[0].quantity = Quantity(tenThousandths: .max)
    #expect(invoice.sumsCheck.disagreements.map(\.computed) == [nil])
    invoice.lines[0].total = money(.max)
    invoice.amounts.subTotal = money(.max)
    invoice.amounts.tax = money(.max)
    invoice.amounts.discountValue = money(.min)
    #expect(invoice.sumsCheck.disagreements.contains { $0.sum == .total && $0.computed == nil })
  }

  @Test func `an estimate's sums are checked the same way`() {
    var estimate = Estimate(id: Identifier(1), number: "EST-000001", estimateDate: day("2026-02-01"))
    estimate.amounts.total = money(1)
    #expect(estimate.sumsCheck.disagreements.map(\.sum) == [.total])
  }
}
