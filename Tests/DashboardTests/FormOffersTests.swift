import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

@Suite struct `Offers of a form's fields` {
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

  @Test func `the price that came with an item gives way to what is typed, and a sign goes on with it`() {
    var state = Given.invoiceForm()
    state.changeForm { form in
      form.lines = [LineFields()]
      form.focus = .line(0, .name)
    }
    state.type("surv")
    var fill = Suggestion.Fill()
    fill.price = Money(cents: 123_450)
    let query = SuggestionQuery(draftID: "draft-1", focus: .line(0, .name), source: .items(customer: 1), text: "surv")
    let offer = Suggestion(id: 4, title: "Survey", detail: "", fill: fill)
    state.take(.suggestions(Suggestions(query: query, items: [offer], selected: 0)))
    state.press("Enter", "Tab")
    #expect(state.form?.lines[0].price.text == "1234.50", "without grouping, to be typed on")
    var doubled = state
    doubled.type("*2")
    #expect(doubled.form?.lines[0].price.text == "1234.50*2")
    state.type("99")
    #expect(state.form?.lines[0].price.text == "99")
    state.press("^Z")
    #expect(state.form?.lines[0].price.text == "1234.50")
    state.type("7")
    #expect(state.form?.lines[0].price.text == "7")
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

  @Test func `offers of the empty field that come late do not replace those for what is typed`() {
    var state = Given.state()
    state.press("n")
    state.type("ac")
    let asked = SuggestionQuery(draftID: "draft-1", focus: .field(0), source: .customers, text: "ac")
    let acme = Suggestion(id: 7, title: "Acme", detail: "")
    let late = SuggestionQuery(draftID: "draft-1", focus: .field(0), source: .customers, text: "")
    let everybody = Suggestions(query: late, items: [Suggestion(id: 1, title: "Aaron", detail: "")], selected: nil)
    state.take(.suggestions(everybody))
    #expect(state.form?.suggestions == nil)
    state.take(.suggestions(Suggestions(query: asked, items: [acme], selected: 0)))
    state.take(.suggestions(everybody))
    #expect(state.form?.suggestions?.items == [acme])
  }

  @Test func `rows that arrive are asked for with what is typed, also before anything was answered`() {
    var state = Given.state()
    state.press("n")
    state.type("ac")
    let asked = SuggestionQuery(draftID: "draft-1", focus: .field(0), source: .customers, text: "ac")
    #expect(state.hear(.rowsChanged([.customers])).contains(.suggest(asked)))
  }

  @Test func `offers that were sent away stay away when their answer comes again`() {
    var state = Given.state()
    state.press("n")
    state.type("ac")
    let asked = SuggestionQuery(draftID: "draft-1", focus: .field(0), source: .customers, text: "ac")
    let answer = Suggestions(query: asked, items: [Suggestion(id: 7, title: "Acme", detail: "")], selected: 0)
    state.take(.suggestions(answer))
    state.press("Esc")
    state.take(.suggestions(answer))
    #expect(state.form?.suggestions == nil)
    #expect(!state.hear(.rowsChanged([.customers])).contains(.suggest(asked)))
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
