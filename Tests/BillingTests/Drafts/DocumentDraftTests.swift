import Billing
import Testing

extension [ValidationProblem] {
  /// `field: message`, for tables.
  var lines: [String] { map { "\($0.field): \($0.message)" } }
}

struct InvoiceDraftTests {
  private static let sound = DocumentDraft(
    .invoice, date: day("2026-02-07"), lastDay: day("2026-03-07"), number: "INV-000042", customerID: Identifier(1),
    lines: [LineDraft(name: "Web Development", quantity: quantity("10"), price: money(150_00))])

  private static func problems(_ change: (inout DocumentDraft) -> Void) -> [String] {
    var draft = sound
    change(&draft)
    return draft.validate().lines
  }

  @Test func `the documentation's example is sound`() throws {
    #expect(Self.sound.validate().isEmpty)
    #expect(Self.sound.warnings().isEmpty)
    #expect(try Self.sound.totals().total == money(1500_00))
  }

  @Test func `an empty draft lacks every required field, in the documented words`() {
    #expect(
      DocumentDraft(.invoice, templateName: " ").validate().lines == [
        "customer_id: The customer id field is required.", "invoice_number: The invoice number field is required.",
        "invoice_date: The invoice date field is required.", "template_name: The template name field is required.",
        "items: The items field is required.",
      ])
  }

  @Test func `a line is named by its place`() {
    let problems = Self.problems {
      $0.lines.append(LineDraft(name: " ", quantity: quantity("1000000001"), price: money(1)))
    }
    #expect(
      problems == [
        "items.1.name: The items.1.name field is required.",
        "items.1.quantity: The items.1.quantity must not be greater than 1000000000.",
      ])
  }

  @Test func `what is too long is refused before a service stumbles over it`() {
    let problems = Self.problems {
      $0.number = String(repeating: "9", count: 256)
      $0.reference = String(repeating: "r", count: 256)
      $0.notes = String(repeating: "n", count: 65_001)
      $0.lines[0].name = String(repeating: "l", count: 256)
      $0.lines[0].description = String(repeating: "d", count: 65_001)
    }
    #expect(
      problems == [
        "invoice_number: The invoice number must not be greater than 255 characters.",
        "reference_number: The reference number must not be greater than 255 characters.",
        "notes: The notes must not be greater than 65000 characters.",
        "items.0.name: The items.0.name must not be greater than 255 characters.",
        "items.0.description: The items.0.description must not be greater than 65000 characters.",
      ])
  }

  @Test func `as long as allowed is allowed`() {
    let problems = Self.problems {
      $0.number = String(repeating: "9", count: 255)
      $0.lines = Array(repeating: $0.lines[0], count: 1_000)
    }
    #expect(problems.isEmpty)
    #expect(
      Self.problems { $0.lines = Array(repeating: $0.lines[0], count: 1_001) } == [
        "items: The items must not have more than 1000 lines."
      ])
  }

  @Test func `sums that cannot be are refused where they can be mended`() {
    #expect(
      Self.problems { $0.discount = .fixed(money(1500_01)) } == [
        "discount: The discount must not be greater than the sub total."
      ])
    #expect(
      Self.problems { $0.discount = .percentage(percent("101")) } == [
        "discount: The discount must not be greater than 100 %."
      ])
    #expect(Self.problems { $0.tax = .amount(money(-1)) } == ["tax: The tax must be at least 0."])
    #expect(Self.problems { $0.lines[0].price = money(-1) } == ["sub_total: The sub total must be at least 0."])
    #expect(
      Self.problems { $0.lines[0].price = .limit } == [
        "items.0.price: The items.0.price is larger than 10,000,000,000,000.00."
      ])
  }

  @Test func `an exchange rate is a number above zero`() {
    #expect(Self.problems { $0.exchangeRate = "1.085" }.isEmpty)
    #expect(Self.problems { $0.exchangeRate = "x" } == ["exchange_rate: The exchange rate must be a number."])
    #expect(Self.problems { $0.exchangeRate = "0" } == ["exchange_rate: The exchange rate must be greater than 0."])
  }

  @Test func `a due date before the invoice date is a warning only`() {
    var draft = Self.sound
    draft.lastDay = day("2026-02-06")
    #expect(draft.validate().isEmpty)
    #expect(draft.warnings().lines == ["due_date: The due date lies before the invoice date."])
    draft.lastDay = draft.date
    #expect(draft.warnings().isEmpty)
  }

  @Test func `hostile text is text`() {
    let problems = Self.problems {
      $0.lines[0].name = "\u{202E}\u{001B}[2J'; DROP TABLE invoices; --"
      $0.notes = "\u{0000}"
    }
    #expect(problems.isEmpty)
  }

  @Test func `a draft of an invoice carries everything that can be written`() throws {
    var invoice = Invoice(id: Identifier(1), number: "INV-000001", invoiceDate: day("2026-02-01"))
    invoice.dueDate = day("2026-03-01")
    invoice.reference = "REF-100"
    invoice.notes = "Thanks"
    invoice.customerID = Identifier(7)
    invoice.currencyID = Identifier(3)
    invoice.exchangeRate = "1.000000"
    invoice.templateName = "invoice2"
    invoice.status = .sent
    var item = LineItem(name: "Design", quantity: quantity("1.5"), price: money(29_99), total: money(44_99))
    item.description = "Logo"
    item.unitName = "hour"
    invoice.lines = [item]
    invoice.amounts.discount = .percentage(percent("10"))
    invoice.amounts.tax = money(5_00)

    let draft = DocumentDraft(invoice.document)
    #expect(draft.date == invoice.invoiceDate && draft.lastDay == invoice.dueDate)
    #expect(draft.number == "INV-000001" && draft.reference == "REF-100" && draft.notes == "Thanks")
    #expect(draft.customerID == Identifier(7) && draft.currencyID == Identifier(3))
    #expect(draft.exchangeRate == "1.000000" && draft.templateName == "invoice2")
    #expect(draft.discount == .percentage(percent("10")) && draft.tax == .amount(money(5_00)))
    let line = LineDraft(
      name: "Design", description: "Logo", quantity: quantity("1.5"), price: money(29_99), unitName: "hour")
    #expect(draft.lines == [line])
    #expect(try draft.amounts().total == money(44_99 - 4_50 + 5_00))
    #expect(try draft.amounts().discount == .percentage(percent("10")))
  }

  @Test func `a customer that is only nested is the customer`() {
    var invoice = Invoice(id: Identifier(1), number: "INV-000001", invoiceDate: day("2026-02-01"))
    invoice.customer = CustomerSummary(id: Identifier(9), name: "Jane")
    #expect(DocumentDraft(invoice.document).customerID == Identifier(9))
    #expect(DocumentDraft(invoice.document).templateName == "invoice1")
  }
}

struct EstimateDraftTests {
  private static let sound = DocumentDraft(
    .estimate, date: day("2026-02-07"), lastDay: day("2026-03-07"), number: "EST-000005", customerID: Identifier(1),
    lines: [LineDraft(name: "Strategy Consulting", quantity: quantity("20"), price: money(100_00))])

  @Test func `the documentation's example is sound`() throws {
    #expect(Self.sound.validate().isEmpty)
    #expect(try Self.sound.totals().total == money(2000_00))
  }

  @Test func `an empty draft lacks every required field`() {
    #expect(
      DocumentDraft(.estimate).validate().map(\.field.text) == [
        "customer_id", "estimate_number", "estimate_date", "items",
      ])
  }

  @Test func `an expiry before the estimate's date is a warning only`() {
    var draft = Self.sound
    draft.lastDay = day("2026-02-06")
    #expect(draft.validate().isEmpty)
    #expect(draft.warnings().lines == ["expiry_date: The expiry date lies before the estimate date."])
  }

  @Test func `a draft of an estimate carries its lines and dates`() {
    var estimate = Estimate(id: Identifier(1), number: "EST-000001", estimateDate: day("2026-02-01"))
    estimate.expiryDate = day("2026-03-01")
    estimate.customer = CustomerSummary(id: Identifier(9), name: "Jane")
    estimate.lines = [LineItem(name: "Design", quantity: .one, price: money(1_00), total: money(1_00))]
    let draft = DocumentDraft(estimate.document)
    #expect(draft.validate().isEmpty)
    #expect(draft.lastDay == estimate.expiryDate && draft.templateName == "estimate1")
    #expect(draft.lines == [LineDraft(name: "Design", price: money(1_00))])
  }
}
