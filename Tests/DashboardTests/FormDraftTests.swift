import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

@Suite struct `Drafts of forms` {
  @Test func `Esc on a form nobody touched leaves no draft behind`() {
    var state = Given.state()
    state.press("n")
    let effects = state.press("Esc")
    #expect(effects.contains(.discardDraft(id: "draft-1")))
    #expect(state.forms.isEmpty)
  }

  @Test func `a draft comes back with every field, line and pick`() throws {
    let state = Given.invoiceForm()
    let form = state.forms[0]
    let draft = DraftSummary(id: form.draftID, title: form.title, savedAt: "now", form: form.snapshot)
    let back = try #require(Form(draft, figures: Given.figures))
    #expect(back.kind == form.kind)
    #expect(back.fields.map(\.text.text) == form.fields.map(\.text.text))
    #expect(back.fields.map(\.reference) == form.fields.map(\.reference))
    #expect(back.lines[0] == form.lines[0])
    #expect(back.lines.last?.isBlank == true)
    #expect(Form(draft, figures: Given.figures(Given.today.adding(days: 9)))?.text("invoice_date") == "2026-03-18")
  }

  @Test func `a proposal is one still after a restart, and what was typed stays typed`() throws {
    var state = Given.receiptForm()
    let draft = DraftSummary(id: "draft-1", title: "", savedAt: "", form: state.forms[0].snapshot)
    state.forms = []
    state.take(.draft(draft))
    state.take(.proposedNumber("PAY-000300", draft: "draft-1"))
    #expect(state.form?.text("payment_number") == "PAY-000300")
    #expect(state.form?.text("amount") == "6000")
  }

  @Test func `the draft of a payment that began with nobody reads at once what its customer owes`() throws {
    var state = Given.state(.payments)
    state.press("n")
    state.changeForm { form in
      form.fields[0].text = TextField("Acme Harbour")
      form.fields[0].reference = Reference(id: 1, title: "Acme Harbour")
      form.allocation.method = .even
      form.allocation.skipped = [4]
      form.markChanged()
    }
    let draft = DraftSummary(id: "draft-1", title: "", savedAt: "", form: state.forms[0].snapshot)
    state.forms = []
    #expect(state.take(.draft(draft)).contains(.prepareReceipt(customer: 1, draft: "draft-1")))
    #expect(state.form?.allocation.method == .even)
    #expect(state.form?.allocation.skipped == [4])
  }

  @Test func `a draft that comes back knows its customer's currency and what is owed again`() throws {
    var state = Given.invoiceForm()
    let snapshot = try #require(state.form).snapshot
    state.forms = []
    let draft = DraftSummary(id: "draft-1", title: "invoice", savedAt: "", form: snapshot)
    #expect(draft.words == "Invoice · Acme Harbour")
    #expect(state.resume(draft, Given.environment).contains(.readPickedCustomer(id: 1, draft: "draft-1")))
    #expect(state.form?.isUnfolded == false, "what nobody typed unfolds nothing")
    var fill = Suggestion.Fill()
    fill.currencyID = 3
    fill.owing = [CurrencySum(currencyID: Identifier(3), count: 1, total: .zero, balance: Money(cents: 5_000))]
    state.take(.pickedCustomer(id: 2, fill, draft: "draft-1"))
    #expect(state.form?.context.currencyID == nil, "another customer was picked meanwhile")
    state.take(.pickedCustomer(id: 1, fill, draft: "draft-1"))
    #expect(state.form?.context.currencyID == 3)
    #expect(state.form?.context.customerHint?.hasPrefix("owes ") == true)
  }

  @Test func `a payment's draft remembers its invoice`() throws {
    let form = Given.paymentForm().forms[0]
    let draft = DraftSummary(id: "d", title: "", savedAt: "", form: form.snapshot)
    #expect(Form(draft, figures: Given.figures)?.kind == .payment(invoice: 2))
  }
}
