import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

struct MarkingTests {
  private static func draftInvoice() -> State {
    var state = Given.invoices(1)
    guard case .invoice(var row)? = state.selectedRow else { return state }
    row.status = .draft
    state.take(.rows(.invoices, [.invoice(row)]))
    return state
  }

  private static func report(_ notKept: [String]) -> News {
    .written(
      WriteReport(
        draftID: "draft-1", title: "invoice INV-000001",
        step: .done(RecordReference(kind: .invoices, id: 1, title: "INV-000001"), notKept: notKept)))
  }

  @Test func `a status is set after a question only, and nothing else of the record is sent`() {
    var state = Self.draftInvoice()
    #expect(state.canMark(.sent) == .available)
    #expect(!state.askToMark(.sent).contains { if case .write = $0 { true } else { false } })
    let effects = state.press("y")
    let expected = WriteRequest(
      kind: .invoices, action: .update(id: 1, edits: ["status": "SENT"], base: ["status": "DRAFT"]), draftID: "draft-1",
      title: "invoice INV-000001")
    #expect(effects == [.write(expected)])
    state.hear(Self.report([]))
    #expect(state.notice == Notice(.done, "INV-000001 is marked as SENT. No e-mail was sent."))
  }

  @Test func `a service that does not take a status is not asked again`() {
    var state = Self.draftInvoice()
    _ = state.askToMark(.sent)
    state.press("y")
    let effects = state.hear(Self.report(["status"]))
    #expect(state.notice?.text.contains("INV-000001 stays DRAFT") == true)
    #expect(effects.contains(.keepTrait("refuses:invoices:SENT")))
    guard case .unavailable(let reason) = state.canMark(.sent) else {
      Issue.record("it is offered again")
      return
    }
    #expect(reason.contains("does not take the status SENT"))
  }

  @Test func `an invoice that left draft cannot be marked as sent, and none as accepted`() {
    let state = Given.invoices(1)
    #expect(state.canMark(.sent) == .unavailable("INV-000001 is SENT already."))
    #expect(state.canMark(.accepted) == .absent)
  }

  @Test func `the menu of actions names each with its reason`() {
    var state = Given.invoices(1)
    state.press("m")
    guard case .actions(let picker)? = state.overlays.last else {
      Issue.record("no menu")
      return
    }
    #expect(picker.items.contains { $0.title == "Edit" && $0.disabledReason == nil })
    #expect(picker.items.contains { $0.title == "Mark as sent" && $0.disabledReason == "INV-000001 is SENT already." })
    #expect(!picker.items.contains { $0.title == "Make an invoice of it" })
  }
}
