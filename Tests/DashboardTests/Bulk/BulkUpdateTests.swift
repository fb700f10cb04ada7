import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

@Suite struct `Acting on marks` {
  @Test func `b lists what can be done, and says that marks are needed where there are none`() {
    var state = Given.invoices(3)
    state.press("b")
    #expect(state.overlays.isEmpty)
    #expect(state.notice?.text.hasPrefix("Nothing is marked") == true)
    state.press("Space", "b")
    guard case .bulkActions(let picker) = state.overlays.last else {
      Issue.record("no menu")
      return
    }
    #expect(picker.items.contains { $0.title == "Pay marked in full" })
    #expect(!picker.items.contains { $0.title == "Make invoices of marked" }, "that is for estimates")
  }

  @Test func `what the key lacks is listed with the reason`() {
    var state = Given.invoices(3)
    state.session.isReadOnly = true
    state.press("Space")
    #expect(state.canAct(.pay) == .unavailable("Read-only: nothing is sent. Start without --read-only to write."))
  }

  @Test func `a payment asks for day and method, and plans the marked invoices in the order of the list`() {
    var state = Given.invoices(5)
    _ = state.mark([4, 2], in: .invoices)
    #expect(state.startBulk(.pay) == [.bulk(.methods)])
    state.take(.bulk(.methods([LookUpEntry(id: 7, name: "Wire"), LookUpEntry(id: 9, name: "Cash")])))
    state.press("Enter", "Right", "Right")
    let effects = state.press("Enter", "Enter")
    let action = BulkAction.pay(on: Given.today, method: 9, note: nil)
    #expect(effects.contains(.bulk(.plan(BulkRequest(action, .invoices, [2, 4])))))
    #expect(state.overlays.isEmpty)
  }

  @Test func `a value that cannot be read is said, and nothing is planned`() {
    var state = Given.invoices(5)
    state.press("Space")
    _ = state.startBulk(.moveDueDate)
    state.press("^U")
    state.type("soon")
    #expect(state.press("Enter") == [])
    guard case .bulkValues(let values) = state.overlays.last else {
      Issue.record("the fields are gone")
      return
    }
    #expect(values.problem == "Days are a number: 14 or +14 is later, -7 is earlier.")
  }

  @Test func `an action without values is planned at once`() {
    var state = Given.invoices(5)
    state.press("Space")
    #expect(state.startBulk(.delete).contains(.bulk(.plan(BulkRequest(.delete, .invoices, [1])))))
  }
}

@Suite struct `A plan` {
  @Test func `says how many rows go, which is held and why, and which cannot go`() {
    let screen = view(Given.bulk()).characters.joined(separator: "\n")
    #expect(screen.contains("5 × POST /payments"))
    #expect(screen.contains("numbers PAY-000211 … PAY-000217"))
    #expect(screen.contains("balance was 900.00, now 600.00"))
    #expect(screen.contains("nothing to pay"))
    #expect(screen.contains("$1,500.00"))
  }

  @Test func `Space lets a held row go and leaves another out`() {
    var state = Given.bulk()
    state.press("Space")
    #expect(state.bulkPage?.excluded == [0])
    state.press("G", "k", "Space")
    #expect(state.bulkPage?.included == [5])
    #expect(RunFigures(Given.plannedRun, state.bulkPage).count(.waiting) == 5)
  }

  @Test func `a row that cannot be done is not included`() {
    var state = Given.bulk()
    state.press("G", "Space")
    #expect(state.bulkPage?.included == [])
    #expect(state.notice?.text.contains("cannot be done") == true)
  }

  @Test func `payments begin when their number is typed, and Enter does nothing`() {
    var state = Given.bulk()
    state.press("Space", "^S")
    #expect(state.press("Enter") == [])
    let effects = state.press("4")
    #expect(effects == [.bulk(.begin(Given.plan, including: [], excluding: [0]))])
    #expect(state.overlays.isEmpty)
  }

  @Test func `Esc at the question sends nothing`() {
    var state = Given.bulk()
    state.press("^S", "Esc")
    #expect(state.overlays.isEmpty)
    #expect(state.notice?.text == "Nothing was sent.")
  }

  @Test func `another amount makes the plan anew`() {
    var state = Given.bulk()
    state.press("e", "^U")
    state.type("60")
    var request = BulkRequest(Given.plan.action, .invoices, Array(1...7))
    request.amounts = [1: Money(cents: 6_000)]
    request.replacing = Given.plan
    #expect(state.press("Enter") == [.bulk(.plan(request))])
  }

  @Test func `leaving it says that nothing was sent`() {
    var state = Given.bulk()
    state.press("Esc")
    #expect(state.pages.isEmpty)
    #expect(state.notice?.text == "The plan is dropped: nothing was sent, the marks stay.")
    #expect(state.invoices.marks.count == 7)
  }

  @Test func `leaving it gives its numbers back, but for one that was begun or saved as a file`() {
    var left = Given.bulk()
    #expect(left.press("Esc").contains(.bulk(.drop(Given.plan))) && left.runs.isEmpty)
    var elsewhere = Given.bulk()
    #expect(elsewhere.press("3").contains(.bulk(.drop(Given.plan))))
    var begun = Given.bulk()
    begun.press("^S", "5")
    #expect(!begun.press("Esc").contains(.bulk(.drop(Given.plan))) && begun.runs[Given.planID] != nil)
    var saved = Given.bulk()
    saved.press("x", "^S")
    #expect(!saved.press("Esc").contains(.bulk(.drop(Given.plan))))
  }

  @Test func `an Enter that follows the number of rows opens nothing, the next one does`() {
    var state = Given.bulk()
    state.press("^S", "5")
    #expect(state.press("Enter") == [] && state.bulkPage != nil)
    state.press("Enter")
    #expect(state.bulkPage == nil && state.invoices.selectedID == 1)
  }

  @Test func `what these invoices owe is told by age, before and after`() throws {
    let state = Given.bulk()
    let page = try #require(state.bulkPage)
    let ageing = try #require(RunAgeing(Given.plannedRun, page, on: Given.today))
    #expect(ageing.total.before == Money(cents: 210_000))
    #expect(ageing.total.after == Money(cents: 60_000), "the held one stays open")
    #expect(ageing.buckets.map(\.before.cents) == [0, 10_000, 50_000, 150_000])
  }
}

@Suite struct `A run` {
  private func change(_ phase: RunPhase, _ rows: [Int: RunRow] = [:]) -> News {
    .run(RunChange(run: Given.planID, phase: phase, rows: rows))
  }

  @Test func `p pauses and lets go on, R retries a failed row, Space leaves a waiting one out`() {
    var state = Given.bulk(Given.movingRun)
    #expect(state.press("p") == [.bulk(.control(Given.planID, .pause))])
    state.press("j", "j")
    #expect(state.press("R") == [.bulk(.control(Given.planID, .retry([2])))])
    state.hear(change(.paused(.person)))
    #expect(state.press("p") == [.bulk(.control(Given.planID, .resume))])
  }

  @Test func `a held row is let go by Space`() {
    var state = Given.bulk(Given.movingRun)
    state.press("h")
    #expect(state.bulkPage?.list.rows?.map(\.id) == [5])
    #expect(state.press("Space") == [.bulk(.control(Given.planID, .include([5])))])
  }

  @Test func `what was sent cannot be left out`() {
    var state = Given.bulk(Given.movingRun)
    #expect(state.press("Space").allSatisfy { if case .bulk = $0 { false } else { true } })
  }

  @Test func `^C takes a run back before its first request, later it stops after the row`() {
    var run = Given.movingRun
    run.phase = .holding(until: Given.plan.made)
    var held = Given.bulk(run)
    #expect(held.press("^C") == [.bulk(.control(Given.planID, .takeBack))])
    var moving = Given.bulk(Given.movingRun)
    #expect(moving.press("^C").contains(.bulk(.control(Given.planID, .pause))))
  }

  @Test func `Esc leaves it running, and the state line counts on`() {
    var state = Given.bulk(Given.movingRun)
    state.press("Esc")
    #expect(state.pages.isEmpty)
    #expect(view(state).characters.contains { $0.contains("bulk running 3/5") })
    state.hear(change(.ended))
    #expect(!view(state).characters.contains { $0.contains("bulk running") })
  }

  @Test func `what was done is not marked any more; what failed or is held stays marked`() {
    var state = Given.bulk(Given.movingRun)
    let run = Given.movingRun
    let effects = state.hear(change(.running, [0: run.rows[0], 2: run.rows[2]]))
    #expect(effects.contains(.keep(.unmark(.invoices, [1]))))
    #expect(state.invoices.marks.ids == [2, 3, 4, 5, 6, 7])
  }

  @Test func `the end is said once, with what came of it`() {
    var state = Given.bulk(Given.movingRun)
    state.hear(change(.ended))
    #expect(state.notice?.text.hasPrefix("The run is through: 2 of 5 done, 1 failed") == true)
  }

  /// Row 5 was 900.00 when it was planned, 600.00 when it was looked at, and went as it was then.
  private var included: RunSnapshot {
    var run = Given.movingRun
    run.phase = .ended
    run.rows[5].accepted = [.balance(was: Money(cents: 90_000), now: Money(cents: 60_000))]
    run.rows[5].amount = Money(cents: 60_000)
    var result = RowResult(record: 9)
    result.balance = .zero
    run.rows[5].state = .done(result)
    return run
  }

  @Test func `sums are of what was paid, and not of what was planned`() throws {
    let planned = RunFigures(Given.movingRun, nil).sums(.done).values.reduce(0) { $0 + $1.cents }
    let paid = RunFigures(included, nil).sums(.done).values.reduce(0) { $0 + $1.cents }
    #expect(paid == planned + 60_000)
    let state = Given.bulk(included)
    let page = try #require(state.bulkPage)
    let before = try #require(RunAgeing(Given.movingRun, page, on: Given.today))
    let now = try #require(RunAgeing(included, page, on: Given.today))
    #expect(before.total.now.cents - now.total.now.cents == 60_000, "what is held owes what the last look found")
    #expect(view(state).characters.contains { $0.contains("600.00") && $0.contains("✓ done") })
  }

  @Test func `a run that is through sends no more without a word`() {
    var run = Given.movingRun
    run.phase = .ended
    var state = Given.bulk(run)
    state.press("h")
    #expect(state.press("Space") == [])
    guard case .question(let question) = state.overlays.last else {
      Issue.record("nothing is asked")
      return
    }
    #expect(question.dialog.body.first?.contains("now 600.00. $600.00 is paid.") == true)
    #expect(state.press("Enter") == [] && state.press("y") == [.bulk(.control(Given.planID, .include([5])))])
    state.press("a", "g", "g", "j", "j")
    #expect(state.press("R") == [] && state.press("y") == [.bulk(.control(Given.planID, .retry([2])))])
    #expect(state.retryFailedRows() == [] && state.press("y") == [.bulk(.control(Given.planID, .retryFailed))])
  }

  @Test func `one that stands is counted in the state line until it is gone on with`() {
    var state = Given.bulk(Given.movingRun)
    state.hear(change(.paused(.person)))
    state.press("Esc")
    #expect(view(state).characters.contains { $0.contains("bulk paused 3/5") })
    state.hear(change(.running))
    #expect(view(state).characters.contains { $0.contains("bulk running 3/5") })
  }

  @Test func `the failed rows can be looked at alone`() {
    var state = Given.bulk(Given.movingRun)
    state.press("f")
    #expect(state.bulkPage?.list.rows?.map(\.id) == [2, 6])
    state.press("u")
    #expect(state.bulkPage?.list.rows?.map(\.id) == [3])
    state.press("a")
    #expect(state.bulkPage?.list.rows?.count == 7)
  }

  @Test func `an unfinished run of an earlier session is said, and can be opened`() {
    var state = Given.invoices(3)
    let summary = RunSummary(
      id: Given.planID, action: Given.plan.action, phase: .paused(.interrupted), began: Given.plan.made,
      changed: Given.plan.made, rows: 7, done: 2, failed: 1)
    state.take(.bulk(.runs([KeptRun(summary, began: "14:02")])))
    let record = RecordReference(kind: .payments, id: 1, title: "PAY-1")
    state.take(.written(WriteReport(draftID: "w", title: "payment PAY-1", step: .done(record, notKept: []))))
    #expect(state.notice?.text.contains("2 of 7 done") == true, "what the start settles does not talk over it")
    state.notice = nil
    #expect(view(state).characters.contains { $0.contains("bulk interrupted 2/7") })
    _ = state.openRuns()
    state.take(.bulk(.runs([KeptRun(summary, began: "14:02")])))
    #expect(state.press("Enter") == [.bulk(.open(Given.planID))])
    state.take(.bulk(.run(Given.movingRun)))
    #expect(state.bulkPage?.run == Given.planID)
  }
}
