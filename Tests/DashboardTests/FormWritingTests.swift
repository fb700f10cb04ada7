import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

@Suite struct `A form on its way to the service` {
  @Test func `^S keeps the draft and hands the body over, and the form cannot be edited until it is settled`() {
    var state = Given.invoiceForm()
    let effects = state.press("^S")
    #expect(effects.first == state.forms[0].keeping)
    guard case .write(let request)? = effects.last else {
      Issue.record("nothing is written")
      return
    }
    #expect(request.kind == .invoices && request.draftID == "draft-1")
    guard case .create(let body) = request.action else {
      Issue.record("it is no new record")
      return
    }
    #expect(body["total"] == 2_100)
    let before = state.forms[0].fields
    #expect(!state.type("x").contains { if case .write = $0 { true } else { false } })
    #expect(state.forms[0].fields == before)
    #expect(!state.press("^S").contains { if case .write = $0 { true } else { false } }, "it is not sent twice")
  }

  @Test func `what is missing is said at its field, which gets the keyboard`() {
    var state = Given.invoiceForm()
    state.changeForm { $0.lines[0].price = TextField("") }
    let effects = state.press("^S")
    #expect(!effects.contains { if case .write = $0 { true } else { false } })
    #expect(state.focusName == "0.price")
    #expect(state.form?.lines[0].problems[.price] == "This line needs a price.")
  }

  @Test func `a refusal puts the service's words at the fields it names, blank rows left out of the count`() {
    var state = Given.invoiceForm()
    state.changeForm { form in
      form.lines.insert(LineFields(), at: 0)
      form.lines.append(form.lines[1])
    }
    state.press("^S")
    let refusal = RefusalReport(
      sentence: "The given data was invalid.",
      fields: ["items.1.quantity": "The quantity is odd.", "discount_val": "Too much.", "colour": "What colour?"])
    state.hear(.written(WriteReport(draftID: "draft-1", title: "invoice", step: .refused(refusal))))
    #expect(state.form?.lines[2].problems == [.quantity: "The quantity is odd."])
    #expect(state.form?.field("discount")?.problem == "Too much.")
    #expect(state.focusName == "2.quantity")
    #expect(state.form?.isEditable == true)
    #expect(state.notice?.text == "The given data was invalid. What colour?")
    state.type("3")
    #expect(state.form?.lines[2].problems == [:], "a complaint belongs to the text it was about")
  }

  @Test func `a sentence that is too long for one line is shown whole, and gives way to typing`() {
    var state = Given.invoiceForm()
    _ = update(&state, .terminal(.resize(Size(width: 80, height: 24))), Given.environment)
    state.press("^S")
    let sentence = "The key is not accepted: it may have expired or be revoked. With one that is accepted it goes on."
    state.hear(
      .written(
        WriteReport(
          draftID: "draft-1", title: "invoice", step: .refused(RefusalReport(sentence: sentence, fields: [:])))))
    let words = view(state).characters.suffix(3).joined(separator: " ").split(separator: " ").map(String.init)
    #expect(words.joined(separator: " ").contains("or be revoked. With one"))
    #expect(words.contains("on."))
    state.type("x")
    #expect(state.notice == nil)
  }

  @Test func `what is checked of a document is told before it is sent`() {
    func checks(_ change: (inout Form) -> Void) -> String {
      var state = Given.invoiceForm()
      state.changeForm(change)
      return view(state).characters.joined(separator: "\n")
    }
    #expect(checks { _ in }.contains("✓ due 30 d after it is issued"))
    #expect(checks { $0.fields[4].text = TextField("2026-03-01") }.contains("⚠ due 17 d before it is issued"))
    #expect(checks { $0.fields[1].isEdited = true }.contains("· number typed: the service judges it"))
    #expect(checks { $0.context.customerCurrencyID = 3 }.contains("⚠ in USD, but the customer has EUR"))
    #expect(checks { $0.fields[0].reference = nil }.contains("Nothing yet: something is still needed."))
    #expect(checks { _ in }.contains("POST /api/invoices"))
  }

  @Test func `a settled write closes its form, discards the draft and shows the record`() {
    var state = Given.invoiceForm()
    state.press("^S")
    let effects = state.hear(
      .written(
        WriteReport(
          draftID: "draft-1", title: "invoice",
          step: .done(RecordReference(kind: .invoices, id: 3, title: "INV-000003"), notKept: []))))
    #expect(state.forms.isEmpty)
    #expect(effects.contains(.discardDraft(id: "draft-1")))
    #expect(effects.contains(.detail(.invoices, id: 3)))
    #expect(state.notice == Notice(.done, "Saved invoice INV-000003."))
  }

  @Test func `what the service did not keep is said`() {
    var state = Given.invoiceForm()
    state.press("^S")
    state.hear(
      .written(
        WriteReport(
          draftID: "draft-1", title: "invoice",
          step: .done(RecordReference(kind: .invoices, id: 3, title: "INV-000003"), notKept: ["notes"]))))
    #expect(state.notice?.tone == .warning)
    #expect(state.notice?.text.contains("did not keep Notes") == true)
  }

  @Test func `an unsettled write says so and stays, and Esc leaves it in the outbox`() {
    var state = Given.invoiceForm()
    state.press("^S")
    state.hear(
      .written(
        WriteReport(draftID: "draft-1", title: "invoice", step: .unsettled(intent: "i", sentence: "No answer."))))
    #expect(state.form?.progress == .unsettled(intent: "i"))
    #expect(state.notice == Notice(.problem, "No answer."))
    let effects = state.press("Esc")
    #expect(state.forms.isEmpty)
    #expect(!effects.contains { if case .discardDraft = $0 { true } else { false } })
    #expect(state.notice?.text == "It stays in the outbox and is sent by itself.")
  }

  @Test func `a key that is refused keeps the write in the outbox and says what is to be done`() {
    var state = Given.invoiceForm()
    state.press("^S")
    state.hear(
      .written(
        WriteReport(
          draftID: "draft-1", title: "invoice", step: .keyRefused(intent: "i", sentence: "The key is not accepted."))))
    #expect(state.notice == Notice(.problem, "The key is not accepted."))
    state.notice = nil
    #expect(view(state).characters.joined().contains("The key is not accepted. It is kept in the outbox"))
    state.type("x")
    #expect(state.notice?.text.contains("a key that is accepted") == true)
    let effects = state.press("Esc")
    #expect(!effects.contains { if case .discardDraft = $0 { true } else { false } })
    #expect(state.notice?.text == "It stays in the outbox: with a key that is accepted it goes on.")
  }

  @Test func `a refusal of a form that was left says where the text is`() {
    var state = Given.state()
    state.hear(
      .written(
        WriteReport(
          draftID: "gone", title: "invoice INV-1", step: .refused(RefusalReport(sentence: "Taken.", fields: [:])))))
    #expect(state.notice?.text == "Invoice INV-1: Taken. It is kept: :drafts")
  }
}
