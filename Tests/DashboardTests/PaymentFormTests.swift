import Billing
import BillingAPI
import Store
import TerminalUI
import Testing

@testable import Dashboard

struct PaymentFormTests {
  private func shares(_ state: State) -> [Int64] {
    state.forms.last?.reading(state.figures).allocation?.shares.map(\.cents) ?? []
  }

  private func inAllocation(_ amount: String = "6000") -> State {
    var state = Given.receiptForm(amount)
    var presses = 0
    while state.mode != .allocation, presses < 20 {
      state.press("Tab")
      presses += 1
    }
    return state
  }

  /// Saves past the look for duplicates, and answers the writes that are held.
  private func save(_ state: inout State) -> [WriteRequest] {
    state.press("^S")
    guard let query = state.forms.last?.doubts.query else { return [] }
    let effects = state.take(.duplicates([], query))
    for case .hold(let requests) in effects { return requests }
    return []
  }

  @Test func `an amount above one balance is divided, the oldest first, into one payment each`() throws {
    let reading = try #require(Given.receiptForm().forms.last?.reading(Given.figures))
    #expect(reading.problems == [:])
    #expect(reading.parts.map { $0.draft.amount?.cents } == [240_000, 320_000, 40_000])
    #expect(reading.parts.map(\.draft.number) == ["PAY-000214", "PAY-000215", "PAY-000216"])
    #expect(reading.parts.map { $0.draft.invoiceID?.value } == [1, 2, 4])
  }

  @Test func `a divides the oldest first, e evenly, and Space leaves a row out`() {
    var state = inAllocation()
    #expect(state.mode == .allocation)
    state.press("e")
    #expect(shares(state) == [200_000, 200_000, 200_000])
    state.press("Space")
    #expect(shares(state) == [0, 300_000, 300_000])
    state.press("Space", "a")
    #expect(shares(state) == [240_000, 320_000, 40_000])
  }

  @Test func `typing sets a share by hand, and what is left over is refused`() {
    var state = inAllocation()
    state.type("1000")
    #expect(shares(state) == [100_000, 320_000, 40_000])
    #expect(state.forms.last?.allocation.method == .byHand)
    #expect(state.press("^S") != [])
    #expect(state.batches.isEmpty)
    #expect(state.notice?.text.contains("$1,400.00 is left over") == true)
  }

  @Test func `a share above its balance is refused at its row`() throws {
    var state = inAllocation()
    state.type("2400.01")
    let problems = try #require(state.forms.last?.reading(state.figures).problems)
    #expect(problems["allocation.0"]?.contains("INV-000001 awaits $2,400.00") == true)
  }

  @Test func `more than is owed is left over and never sent`() {
    var state = Given.receiptForm("10400.01")
    state.press("^S")
    #expect(state.notice?.text.contains("$0.01 is left over") == true)
    #expect(state.forms.count == 1)
  }

  @Test func `^X r keeps what no invoice takes as a payment without one, and ^Z calls that off`() throws {
    var state = Given.receiptForm("10500")
    state.press("^X", "r")
    let reading = try #require(state.form?.reading(state.figures))
    #expect(reading.problems == [:])
    #expect(reading.parts.map { $0.draft.amount?.cents } == [240_000, 320_000, 480_000, 10_000])
    #expect(reading.parts.last?.draft.json["invoice_id"] == nil)
    #expect(reading.parts.map(\.draft.number).last == "PAY-000217")
    #expect(save(&state).count == 4)
    state = Given.receiptForm("10500")
    state.press("^X", "r", "^Z")
    #expect(state.form?.reading(state.figures).problems["amount"]?.contains("$100.00 is left over") == true)
  }

  @Test func `a customer who owes nothing can pay all the same, for no invoice`() throws {
    var state = Given.receiptForm("50")
    state.changeForm { $0.context.openInvoices = [] }
    state.press("^S")
    #expect(state.batches.isEmpty)
    state.press("^X", "r")
    let requests = save(&state)
    #expect(requests.count == 1)
    guard case .create(let body) = try #require(requests.first).action else { return }
    #expect(body["amount"] == 5_000 && body["invoice_id"] == nil)
  }

  @Test func `the exchange rate is folded away, and goes with every part`() throws {
    var state = Given.receiptForm("6000")
    state.press("^X", "m")
    #expect(state.focusName == "exchange_rate")
    state.type("1.085")
    let reading = try #require(state.form?.reading(state.figures))
    #expect(reading.parts.map { $0.draft.exchangeRate } == ["1.085", "1.085", "1.085"])
  }

  @Test func `a payment that looks recorded already asks, and Enter is no answer`() throws {
    var state = Given.receiptForm()
    #expect(state.press("^S").contains { if case .findDuplicates = $0 { true } else { false } })
    let query = try #require(state.forms.last?.doubts.query)
    #expect(state.take(.duplicates([DuplicateWarning(words: "PAY-000207 on 2026-03-12")], query)) == [])
    #expect(state.press("Enter") == [])
    #expect(state.overlays.count == 1)
    state.press("n")
    #expect(state.forms.count == 1)
    state.press("^S")
    #expect(state.press("y").contains { if case .hold = $0 { true } else { false } })
    #expect(state.forms.isEmpty)
  }

  @Test func `what is saved waits five seconds, counted only while something is held, and u takes it back`() throws {
    var state = Given.receiptForm()
    let requests = save(&state)
    #expect(requests.map(\.title) == ["payment PAY-000214", "payment PAY-000215", "payment PAY-000216"])
    #expect(Set(requests.map(\.draftID)).count == 3)
    #expect(state.heldBatch == nil)
    let held = WriteReport(draftID: "draft-1", title: "payment", step: .held(seconds: 5))
    #expect(state.hear(.written(held)) == [.timer(.countdown, after: .seconds(1))])
    #expect(update(&state, .timer(.countdown), Given.environment) == [.timer(.countdown, after: .seconds(1))])
    #expect(state.heldBatch?.secondsLeft == 4)
    #expect(state.press("u") == [.handle(.takeBack(requests.map(\.draftID)))])
    for request in requests {
      state.hear(.written(WriteReport(draftID: request.draftID, title: request.title, step: .takenBack)))
    }
    #expect(state.batches.isEmpty)
    #expect(state.forms.last?.text("amount") == "6000")
    #expect(state.forms.last?.isEditable == true)
    #expect(update(&state, .timer(.countdown), Given.environment) == [])
  }

  @Test func `once the seconds are over nothing can be taken back any more`() {
    var state = Given.receiptForm()
    _ = save(&state)
    state.hear(.written(WriteReport(draftID: "draft-1", title: "payment", step: .held(seconds: 1))))
    #expect(update(&state, .timer(.countdown), Given.environment) == [])
    #expect(state.press("u") != [.handle(.takeBack(["draft-1"]))])
    #expect(state.notice?.text == "There is nothing to take back.")
  }

  @Test func `of a split the part that is refused comes back with its amount, and the others stand`() {
    var state = Given.receiptForm()
    let requests = save(&state)
    let record = RecordReference(kind: .payments, id: 9, title: "PAY-000214")
    state.hear(.written(WriteReport(draftID: requests[0].draftID, title: "", step: .done(record, notKept: []))))
    state.hear(.written(WriteReport(draftID: requests[1].draftID, title: "", step: .done(record, notKept: []))))
    #expect(state.forms.isEmpty)
    let refusal = RefusalReport(sentence: "The balance is now 100.00.", fields: [:])
    state.hear(.written(WriteReport(draftID: requests[2].draftID, title: "", step: .refused(refusal))))
    #expect(state.forms.last?.text("amount") == "400.00")
    #expect(state.notice?.text.hasPrefix("Recorded 2 payments of $5,600.00 for INV-000001 and INV-000002.") == true)
    #expect(state.sitting.count == 2)
  }

  @Test func `the next payment keeps date, method and statement, and counts what was recorded`() {
    var state = Given.receiptForm("2400")
    for (index, field) in (state.forms.last?.fields ?? []).enumerated() where field.name == "statement" {
      state.changeForm { $0.fields[index].text = TextField("8000") }
    }
    let requests = save(&state)
    let record = RecordReference(kind: .payments, id: 9, title: "PAY-000214")
    state.hear(.written(WriteReport(draftID: requests[0].draftID, title: "", step: .done(record, notKept: []))))
    #expect(state.notice?.text == "Recorded payment PAY-000214 of $2,400.00 for INV-000001.")
    _ = state.openForm(.receipt(customer: 1), Given.environment)
    #expect(state.forms.last?.text("statement") == "8000")
    #expect(state.forms.last?.field("payment_method_id")?.reference == Reference(id: 3, title: "Wire"))
    #expect(state.sitting.sums[Identifier(1)] == Money(cents: 240_000))
  }

  @Test func `another statement begins a sum of its own, and the first counts what came before it`() {
    var sitting = PaymentSitting()
    sitting.add(Money(cents: 500), nil)
    #expect(sitting.counted(for: "20").count == 1, "the total may be typed when some are recorded already")
    sitting.statement = "20"
    #expect(sitting.counted(for: "20").sums[nil] == Money(cents: 500))
    #expect(sitting.counted(for: "70").count == 0)
    #expect(sitting.counted(for: "").count == 1)
  }

  @Test func `the strip says in the pane what is wrong with the division`() {
    var state = inAllocation()
    #expect(view(state).characters.joined().contains("Type a share, or let a, e and m divide"))
    state.type("9999")
    let screen = view(state).characters.joined(separator: "\n")
    #expect(screen.contains("INV-000001 awaits $2,400.00"))
    #expect(screen.contains("✗ above"))
    state.press("Backspace", "Backspace")
    #expect(view(state).characters.joined().contains("is left over: give it to an invoice"))
  }

  @Test func `a draft keeps how the amount was divided`() throws {
    var state = inAllocation()
    state.press("Space")
    state.type("5")
    let form = try #require(state.forms.last)
    let draft = DraftSummary(id: "draft-1", title: form.title, savedAt: "", form: form.snapshot)
    let restored = try #require(Form(draft, figures: Given.figures))
    #expect(restored.kind == .receipt(customer: 1))
    #expect(restored.allocation.method == .byHand)
    #expect(restored.allocation.typed[1]?.text == "5")
  }
}
