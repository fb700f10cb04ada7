import Billing
import BillingAPI
import Store
import TerminalUI

@testable import Dashboard

/// States and environments that tests of `update` begin with.
enum Given {
  static let today = CalendarDate(year: 2026, month: 3, day: 18) ?? .first

  static let figures = figures(today)

  static func figures(_ today: CalendarDate) -> Figures {
    Figures(today: today, style: .english, homeCurrency: Identifier(1))
  }

  static let environment = Environment(today: today) { "draft-1" }

  /// The program at work on a demo's books, nothing loaded yet.
  static func state(_ section: Section = .invoices, width: Int = 120, height: Int = 36) -> State {
    var state = State(
      size: Size(width: width, height: height),
      figures: figures, phase: .working,
      session: SessionFacts(place: .demo, isReadOnly: false))
    state.section = section
    return state
  }

  /// An invoices list of so many rows, ids from 1, all of them at hand.
  static func invoices(_ count: Int, total: Int? = nil, width: Int = 120, height: Int = 36) -> State {
    var state = state(.invoices, width: width, height: height)
    state.lists[.invoices]?.generation = 1
    _ = update(&state, .answer(.order(order(Array(1...Int64(count)), total: total ?? count))), environment)
    _ = update(&state, .answer(.rows(.invoices, (1...count).map(row))), environment)
    return state
  }

  static func order(_ ids: [Int64], total: Int, generation: Int = 1, kind: ResourceKind = .invoices) -> ListOrder {
    ListOrder(
      kind: kind, generation: generation, ids: ids, summary: ListSummary(count: ids.count),
      completeness: Completeness(loaded: ids.count, total: total, oldest: nil))
  }

  /// INV-000001 over 100.00, INV-000002 over 200.00 and so on, due in the order of their numbers.
  static func row(_ number: Int) -> MirrorRow {
    let digits = String(number)
    var row = InvoiceRow(
      id: Identifier(Int64(number)), number: "INV-" + String(repeating: "0", count: 6 - digits.count) + digits)
    row.customerID = Identifier(1)
    row.customerName = "Acme Harbour"
    row.invoiceDate = today.adding(days: number - 40)
    row.dueDate = today.adding(days: number - 10)
    row.status = .sent
    row.paidStatus = .unpaid
    row.total = Money(cents: Int64(number) * 10_000)
    row.balance = Money(cents: Int64(number) * 10_000)
    row.currencyID = Identifier(1)
    return .invoice(row)
  }

  /// An invoice form whose customer is picked, with one finished line.
  static func invoiceForm() -> State {
    var state = state()
    _ = state.openForm(.new(.invoices), environment)
    state.changeForm { form in
      form.fields[0].text = TextField("Acme Harbour")
      form.fields[0].reference = Reference(id: 1, title: "Acme Harbour")
      form.fields[1].text = TextField("INV-000003")
      form.context.currencyID = 1
      form.lines[0].name = TextField("Work")
      form.lines[0].quantity = TextField("2")
      form.lines[0].price = TextField("10.50")
      form.markChanged()
    }
    return state
  }

  /// A form for changing INV-000007: two lines, 10 % off, 20 % tax, 50.00 of it paid.
  static func editForm() -> State {
    var state = state()
    _ = state.openForm(.edit(.invoices, id: 7), environment)
    _ = update(
      &state, .answer(.source(FormSource(record: invoiceRecord, asOf: "14:20"), draft: "draft-1")), environment)
    return state
  }

  static let invoiceRecord: JSONValue = [
    "id": 7, "invoice_number": "INV-000007", "invoice_date": "2026-03-01", "due_date": "2026-03-31", "status": "SENT",
    "paid_status": "PARTIALLY_PAID", "discount_type": "percentage", "discount": 10, "discount_val": 3_000,
    "sub_total": 30_000, "tax": 5_400, "total": 32_400, "due_amount": 27_400, "currency_id": 1, "customer_id": 1,
    "customer": ["id": 1, "name": "Acme Harbour"], "template_name": "invoice1", "secret": "kept",
    "items": [
      [
        "id": 70, "name": "Survey", "description": "The mole", "quantity": "2.00", "price": 10_000, "total": 20_000,
        "tax": 0,
      ],
      ["id": 71, "name": "Charts", "quantity": 1, "price": 10_000, "total": 10_000],
    ],
  ]

  /// A payment form of INV-000002, of which 150.00 are open.
  static func paymentForm() -> State {
    var state = state()
    _ = state.openForm(.payment(invoice: 2), environment)
    var context = FormContext()
    context.invoiceNumber = "INV-000002"
    context.customerID = 1
    context.customerName = "Acme Harbour"
    context.balance = Money(cents: 15_000)
    context.total = Money(cents: 20_000)
    context.currencyID = 1
    context.openInvoices = [openInvoice(2, cents: 15_000)]
    _ = update(
      &state,
      .answer(
        .prepared(
          context,
          references: ["payment_method_id": Reference(id: 3, title: "Wire")], draft: "draft-1")), environment)
    _ = update(&state, .answer(.proposedNumber("PAY-000001", draft: "draft-1")), environment)
    return state
  }
}

extension State {
  /// Presses keys by their names; returns what the last of them causes.
  @discardableResult
  mutating func press(_ names: String...) -> [Effect] {
    names.reduce([]) { _, name in
      Key(parsing: name).map { update(&self, .terminal(.key($0)), Given.environment) } ?? []
    }
  }

  /// Types a text; returns what its last character causes.
  @discardableResult
  mutating func type(_ text: String) -> [Effect] {
    text.reduce([]) { _, character in update(&self, .terminal(.key(.character(character))), Given.environment) }
  }

  @discardableResult
  mutating func paste(_ text: String) -> [Effect] { update(&self, .terminal(.paste(text)), Given.environment) }

  @discardableResult
  mutating func take(_ answer: Answer) -> [Effect] { update(&self, .answer(answer), Given.environment) }

  @discardableResult
  mutating func hear(_ news: News) -> [Effect] { update(&self, .news(news), Given.environment) }

  var form: Form? { forms.last }
  var invoices: ListState { lists[.invoices] ?? ListState(kind: .invoices) }
}

extension State {
  /// The field with the keyboard, as the API calls it; `1.price` in lines.
  var focusName: String {
    switch forms.last?.focus {
    case .field(let index): forms.last?.fields[index].name ?? ""
    case .line(let row, let column): "\(row).\(column.name)"
    case .share(let place): "allocation.\(place)"
    case nil: ""
    }
  }
}
