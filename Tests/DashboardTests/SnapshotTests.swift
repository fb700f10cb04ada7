import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

/// What whole screens look like, in characters and in meanings; the expected screens lie in `Snapshots`.
struct SnapshotTests {
  private static let small = Size(width: 40, height: 12)
  private static let medium = Size(width: 80, height: 24)
  private static let large = Size(width: 120, height: 36)

  @Test(arguments: [small, medium, large])
  func `the overview says what is owed, how old it is, and who needs attention`(size: Size) throws {
    try Snapshot.check(screen(Given.overview(), size), "overview")
  }

  @Test(arguments: [medium, large])
  func `the overview can be read in ASCII, and says how much is loaded`(size: Size) throws {
    let frame = screen(Given.overview(loaded: 412, total: 12_400), size)
    try Snapshot.check(GlyphSet.asciiOnly(frame), "overview-ascii")
  }

  @Test(arguments: [medium])
  func `the overview of empty books says what to do first`(size: Size) throws {
    var state = Given.overview()
    state.take(.overview(Given.emptyBooks))
    try Snapshot.check(screen(state, size), "overview-empty")
  }

  @Test(arguments: [small, medium, large])
  func `the page of a customer`(size: Size) throws {
    try Snapshot.check(screen(Given.customerPage(), size), "customer")
  }

  @Test(arguments: [large])
  func `a customer's statement of a quarter`(size: Size) throws {
    var state = Given.customerPage()
    state.press("g", "s")
    try Snapshot.check(screen(state, size), "statement")
  }

  @Test(arguments: [small, medium, large])
  func `the list of invoices, with the selected one beside or below it where there is room`(size: Size) throws {
    var state = Given.invoices(30, total: 400)
    Self.connect(&state)
    state.take(.detail(Self.detail))
    try Snapshot.check(screen(state, size), "invoices")
  }

  @Test(arguments: [small, medium, large])
  func `a list with marked rows says how many they are and what they come to`(size: Size) throws {
    try Snapshot.check(screen(Given.marked(), size), "marks")
  }

  @Test(arguments: [small, medium, large])
  func `a review shows a record, what its customer owes, and what was decided`(size: Size) throws {
    var state = Given.marked()
    Self.connect(&state)
    state.press("g", "r")
    state.take(.reviewDetails([Self.detail], .invoices, asked: [1, 2, 3]))
    state.press("j", "a", "k", "k")
    try Snapshot.check(screen(state, size), "review")
  }

  @Test(arguments: [small, medium, large])
  func `a plan says what will happen, and what is held`(size: Size) throws {
    try Snapshot.check(screen(Given.bulk(), size), "plan")
  }

  @Test(arguments: [small, medium, large])
  func `bank rows stand beside what they pay, and say why they pay nothing`(size: Size) throws {
    try Snapshot.check(screen(Given.bankRows(), size), "bank-rows")
  }

  @Test(arguments: [medium])
  func `an export asks what, as what and where to`(size: Size) throws {
    var state = Given.marked()
    Self.connect(&state)
    state.press("x")
    try Snapshot.check(screen(state, size), "export")
  }

  @Test(arguments: [small, medium, large])
  func `a run shows how far it is and what became of each row`(size: Size) throws {
    var state = Given.bulk(Given.movingRun)
    state.press("j", "j", "j")
    try Snapshot.check(screen(state, size), "run")
  }

  @Test(arguments: [medium])
  func `the values of an action on marks`(size: Size) throws {
    var state = Given.marked()
    _ = state.startBulk(.pay)
    state.take(.bulk(.methods([LookUpEntry(id: 7, name: "Wire")])))
    state.press("Tab", "Right")
    try Snapshot.check(screen(state, size), "bulk-values")
  }

  @Test(arguments: [small, medium, large])
  func `the form of an invoice, with its sums as they are typed`(size: Size) throws {
    var state = Given.invoiceForm()
    Self.connect(&state)
    for _ in 0..<7 { state.press("Tab") }
    try Snapshot.check(screen(state, size), "invoice-form")
  }

  @Test(arguments: [medium, large])
  func `the form of a payment, with what it does to its invoice`(size: Size) throws {
    var state = Given.paymentForm()
    Self.connect(&state)
    try Snapshot.check(screen(state, size), "payment-form")
  }

  @Test(arguments: [medium, large])
  func `the form of an invoice that is changed, with what is paid and the fields that few fill in`(size: Size) throws {
    var state = Given.editForm()
    Self.connect(&state)
    state.press("^X", "m")
    try Snapshot.check(screen(state, size), "invoice-edit-form")
  }

  @Test(arguments: [medium, large])
  func `the form of an estimate`(size: Size) throws {
    var state = Given.state(.estimates)
    Self.connect(&state)
    _ = state.openForm(.new(.estimates), Given.environment)
    try Snapshot.check(screen(state, size), "estimate-form")
  }

  @Test(arguments: [medium, large])
  func `the form of a customer, with both addresses`(size: Size) throws {
    var state = Given.state(.customers)
    Self.connect(&state)
    _ = state.openForm(.new(.customers), Given.environment)
    state.press("^X", "m")
    try Snapshot.check(screen(state, size), "customer-form")
  }

  @Test(arguments: [medium, large])
  func `the form of an expense, with the categories that are known`(size: Size) throws {
    var state = Given.state(.expenses)
    Self.connect(&state)
    _ = state.openForm(.new(.expenses), Given.environment)
    state.type("45")
    state.press("Tab")
    state.type("2 Tr")
    let query = SuggestionQuery(
      draftID: "draft-1", focus: .field(1), source: .lookUp(.expenseCategories), text: "2 Tr")
    state.take(
      .suggestions(
        Suggestions(
          query: query, items: [Suggestion(id: 2, title: "Tr", detail: "#2, name kept here")], selected: 0
        )))
    try Snapshot.check(screen(state, size), "expense-form")
  }

  @Test(arguments: [medium, large])
  func `the form of an item`(size: Size) throws {
    var state = Given.state(.items)
    Self.connect(&state)
    _ = state.openForm(.new(.items), Given.environment)
    try Snapshot.check(screen(state, size), "item-form")
  }

  @Test(arguments: [medium])
  func `help and palette over the list`(size: Size) throws {
    var state = Given.invoices(30, total: 400)
    Self.connect(&state)
    state.size = size
    state.press("?")
    try Snapshot.check(screen(state, size), "help")
    state.press("Esc", ":")
    state.type("inv")
    try Snapshot.check(screen(state, size), "palette")
  }

  @Test(arguments: [medium, large])
  func `an amount divided over three invoices, and the seconds in which it can be taken back`(size: Size) throws {
    var state = Given.receiptForm(width: size.width, height: size.height)
    Self.connect(&state)
    if let query = state.forms.last?.doubts.query { state.take(.duplicates([], query)) }
    try Snapshot.check(screen(state, size), "allocation")
    state.press("^S")
    state.hear(.written(WriteReport(draftID: "draft-1", title: "", step: .held(seconds: 5))))
    try Snapshot.check(screen(state, size), "held-payments")
  }

  @Test(arguments: [medium, large])
  func `the outbox, the activity, the story of a write and a conflict`(size: Size) throws {
    var state = Given.invoices(3)
    Self.connect(&state)
    state.size = size
    state.press("O")
    state.take(
      .outbox([
        Given.outboxRow("PAY-000214", .held(until: "14:32")), Given.outboxRow("PAY-000215"),
        Given.outboxRow("PAY-000216", .waiting(until: "14:33", mayBePerformed: true), mayBePerformed: true),
        Given.outboxRow("PAY-000217", .undecided([12, 14]), mayBePerformed: true), Given.outboxRow("a", .conflict),
        Given.outboxRow("PAY-000219", .elsewhere),
      ]))
    state.press("j", "j")
    try Snapshot.check(screen(state, size), "outbox")
    state.press("A")
    state.take(.activity(ActivityPart(before: nil, rows: (1...40).map(Given.activityRow), isLast: false)))
    try Snapshot.check(screen(state, size), "activity")
    state.press("Enter")
    state.take(.write(Given.story("w1")))
    try Snapshot.check(screen(state, size), "write")
    state.press("Esc", "Esc", "j", "j", "Enter")
    state.take(.conflict(Given.conflict()))
    state.press("h")
    try Snapshot.check(screen(state, size), "conflict")
  }

  @Test(arguments: [small, medium])
  func `the welcome of somebody who has configured nothing`(size: Size) throws {
    var state = Given.state(.start)
    state.phase = .welcome(WelcomeState(address: "https://invoicematic.com/api/v1"))
    try Snapshot.check(screen(state, size), "welcome")
  }

  private func screen(_ state: State, _ size: Size) -> Frame {
    var state = state
    _ = update(&state, .terminal(.resize(size)), Given.environment)
    return view(state)
  }

  private static func connect(_ state: inout State) {
    state.session.connection = .live(since: "14:32")
    state.session.company = Company(id: Identifier(1), name: "Paper Lantern Ltd")
  }

  private static var detail: RecordDetail {
    var invoice = Invoice(id: Identifier(1), number: "INV-000001", invoiceDate: Given.today.adding(days: -39))
    invoice.dueDate = Given.today.adding(days: -9)
    invoice.status = .sent
    invoice.amounts.subTotal = Money(cents: 10_000)
    invoice.amounts.total = Money(cents: 10_000)
    invoice.dueAmount = Money(cents: 10_000)
    invoice.currencyID = Identifier(1)
    invoice.customer = CustomerSummary(id: Identifier(1), name: "Acme Harbour", email: "quay@acme.example")
    invoice.lines = [
      LineItem(name: "Harbour survey", quantity: .one, price: Money(cents: 10_000), total: Money(cents: 10_000))
    ]
    return RecordDetail(
      kind: .invoices, id: 1,
      content: .invoice(invoice, InvoiceSurroundings(customer: nil, payments: [], otherOpen: [])), asOf: "14:30")
  }
}
