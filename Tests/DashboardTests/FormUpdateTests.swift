import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

struct FormUpdateTests {
  @Test func `a new invoice asks for its number and for customers, and stands on the customer`() {
    var state = Given.state()
    let effects = state.press("n")
    #expect(effects.contains(.prepareForm(.new(.invoices), draft: "draft-1")))
    #expect(effects.contains { if case .suggest(let query) = $0 { query.source == .customers } else { false } })
    #expect(state.form?.focus == .field(0))
    #expect(state.form?.field("invoice_date")?.text.text == "2026-03-18")
  }

  @Test func `Tab goes through the head, each cell of the lines, and the foot, and round`() {
    var state = Given.invoiceForm()
    var names: [String] = []
    for _ in state.forms[0].stops {
      names.append(state.focusName)
      state.press("Tab")
    }
    #expect(
      names == [
        "customer_id", "invoice_number", "reference_number", "invoice_date", "due_date", "0.name", "0.description",
        "0.quantity", "0.price", "discount", "tax", "notes",
      ])
    #expect(state.focusName == "customer_id")
    state.press("S-Tab")
    #expect(state.focusName == "notes")
  }

  @Test func `Enter behind the last price adds a line, and on a blank line goes on behind the lines`() {
    var state = Given.invoiceForm()
    state.changeForm { $0.focus = .line(0, .price) }
    state.press("Enter")
    #expect(state.form?.lines.count == 2)
    #expect(state.focusName == "1.name")
    state.press("Enter")
    #expect(state.focusName == "discount")
    #expect(state.form?.lines.count == 2)
  }

  @Test func `Enter never sends a form`() {
    for state in [Given.invoiceForm(), Given.paymentForm()] {
      var state = state
      for _ in 0..<40 {
        let effects = state.press("Enter")
        #expect(!effects.contains { if case .write = $0 { true } else { false } })
      }
    }
  }

  @Test func `typing asks for offers and keeps a draft after a moment`() {
    var state = Given.state()
    state.press("n")
    let effects = state.type("a")
    #expect(effects.contains(.timer(.draft, after: .milliseconds(600))))
    #expect(
      effects.contains(
        .suggest(SuggestionQuery(draftID: "draft-1", focus: .field(0), source: .customers, text: "a"))))
    let kept = update(&state, .timer(.draft), Given.environment)
    #expect(kept == [state.forms[0].keeping])
    let revision = state.forms[0].revision
    state.type("c")
    state.take(.draftSaved(id: "draft-1", revision: revision))
    #expect(
      update(&state, .timer(.draft), Given.environment) == [state.forms[0].keeping], "what came since is not kept")
    state.take(.draftSaved(id: "draft-1", revision: state.forms[0].revision))
    #expect(update(&state, .timer(.draft), Given.environment) == [], "what is on disk is not written again")
  }

  @Test func `offers for another field or an older text are thrown away`() {
    var state = Given.state()
    state.press("n")
    state.type("ac")
    let acme = Suggestion(id: 1, title: "Acme", detail: "")
    func offer(_ focus: Form.Focus, _ text: String) -> Answer {
      .suggestions(
        Suggestions(
          query: SuggestionQuery(draftID: "draft-1", focus: focus, source: .customers, text: text), items: [acme],
          selected: 0))
    }
    state.take(offer(.field(0), "a"))
    #expect(state.form?.suggestions == nil)
    state.take(offer(.field(1), "ac"))
    #expect(state.form?.suggestions == nil)
    state.take(offer(.field(0), "ac"))
    #expect(state.form?.suggestions?.items == [acme])
    state.press("Tab")
    #expect(state.form?.suggestions == nil)
  }

  @Test func `taking an offer picks the record; typing on forgets it`() {
    var state = Given.state()
    state.press("n")
    state.type("ac")
    let query = SuggestionQuery(draftID: "draft-1", focus: .field(0), source: .customers, text: "ac")
    let acme = Suggestion(id: 7, title: "Acme", detail: "")
    state.take(.suggestions(Suggestions(query: query, items: [acme], selected: 0)))
    state.press("Enter")
    #expect(state.form?.field("customer_id")?.reference == Reference(id: 7, title: "Acme"))
    #expect(state.form?.field("customer_id")?.text.text == "Acme")
    #expect(state.focusName == "invoice_number")
    state.press("S-Tab")
    state.type("x")
    #expect(state.form?.field("customer_id")?.reference == nil)
  }

  @Test func `Enter before the offers are there takes none that are older, and the keys after it follow in order`() {
    var state = Given.state()
    state.press("n")
    state.type("ac")
    state.press("Enter")
    state.type("A7")
    #expect(state.focusName == "customer_id")
    let query = SuggestionQuery(draftID: "draft-1", focus: .field(0), source: .customers, text: "ac")
    state.take(
      .suggestions(Suggestions(query: query, items: [Suggestion(id: 7, title: "Acme", detail: "")], selected: 0)))
    #expect(state.form?.field("customer_id")?.reference?.id == 7)
    #expect(state.form?.field("invoice_number")?.text.text == "A7")
  }

  @Test func `a proposed number fills the field until somebody typed there`() {
    var state = Given.state()
    state.press("n")
    state.take(.proposedNumber("INV-000009", draft: "draft-1"))
    #expect(state.form?.field("invoice_number")?.text.text == "INV-000009")
    state.press("Tab", "^U")
    state.type("A-1")
    state.take(.proposedNumber("INV-000010", draft: "draft-1"))
    #expect(state.form?.field("invoice_number")?.text.text == "A-1")
  }

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

  @Test func `a refusal of a form that was left says where the text is`() {
    var state = Given.state()
    state.hear(
      .written(
        WriteReport(
          draftID: "gone", title: "invoice INV-1", step: .refused(RefusalReport(sentence: "Taken.", fields: [:])))))
    #expect(state.notice?.text == "Invoice INV-1: Taken. It is kept: :drafts")
  }

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

  @Test func `a payment's draft remembers its invoice`() throws {
    let form = Given.paymentForm().forms[0]
    let draft = DraftSummary(id: "d", title: "", savedAt: "", form: form.snapshot)
    #expect(Form(draft, figures: Given.figures)?.kind == .payment(invoice: 2))
  }

  @Test func `^X k deletes the line with the keyboard, and never the last blank one`() {
    var state = Given.invoiceForm()
    state.changeForm { form in
      form.lines.append(LineFields())
      form.focus = .line(0, .price)
    }
    state.press("^X", "k")
    #expect(state.form?.lines.count == 1)
    state.press("^X", "k")
    #expect(state.form?.lines == [LineFields()])
  }

  @Test func `^X d duplicates the line below itself`() {
    var state = Given.invoiceForm()
    state.changeForm { $0.focus = .line(0, .name) }
    state.press("^X", "d")
    #expect(state.form?.lines.map(\.name.text) == ["Work", "Work"])
    #expect(state.focusName == "1.name")
  }

  @Test func `an unknown customer opens the small form with the name that was typed`() {
    var state = Given.state()
    state.press("n")
    state.type("Nobody Ltd")
    state.press("Enter")
    #expect(state.form?.kind == .new(.invoices), "nobody knows yet that there is none of that name")
    let query = SuggestionQuery(draftID: "draft-1", focus: .field(0), source: .customers, text: "Nobody Ltd")
    state.take(.suggestions(Suggestions(query: query, items: [], selected: nil)))
    #expect(state.form?.kind == .new(.customers))
    #expect(state.form?.text("name") == "Nobody Ltd")
    #expect(state.focusName == "email")
  }
}

extension State {
  /// The field with the keyboard, as the API calls it; `1.price` in lines.
  fileprivate var focusName: String {
    switch forms.last?.focus {
    case .field(let index): forms.last?.fields[index].name ?? ""
    case .line(let row, let column): "\(row).\(column.name)"
    case nil: ""
    }
  }
}
