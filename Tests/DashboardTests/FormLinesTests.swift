import Billing
import Testing
import TerminalUI

@testable import Dashboard

struct FormLinesTests {
  private static func threeLines() -> State {
    var state = Given.invoiceForm()
    state.changeForm { form in
      form.lines = ["One", "Two", "Three"].map { name in
        var line = LineFields()
        line.name = TextField(name)
        return line
      }
      form.focus = .line(1, .quantity)
    }
    return state
  }

  private static func names(_ state: State) -> [String] { state.form?.lines.map(\.name.text) ?? [] }

  /// Keys, the names of the lines after them, and where the keyboard is.
  @Test(arguments: [
    (["^X", "i"], ["One", "", "Two", "Three"], Form.Focus.line(1, .name)),
    (["^X", "d"], ["One", "Two", "Two", "Three"], .line(2, .quantity)),
    (["^X", "k"], ["One", "Three"], .line(1, .quantity)),
    (["^X", "Up"], ["Two", "One", "Three"], .line(0, .quantity)),
    (["^X", "Down"], ["One", "Three", "Two"], .line(2, .quantity)),
    (["^X", "Up", "^X", "Up"], ["Two", "One", "Three"], .line(0, .quantity)),
    (["^X", "Down", "^X", "Down"], ["One", "Three", "Two"], .line(2, .quantity)),
  ])
  func `lines are inserted, copied, deleted and moved, and the keyboard goes along`(
    _ keys: [String], _ names: [String], _ focus: Form.Focus
  ) {
    var state = Self.threeLines()
    var effects: [Effect] = []
    for key in keys { effects += state.press(key) }
    #expect(Self.names(state) == names)
    #expect(state.form?.focus == focus)
    #expect(effects.contains(.timer(.draft, after: .milliseconds(600))), "it is on disk within a second")
  }

  @Test func `no line changes while the form is being saved`() {
    var state = Self.threeLines()
    state.changeForm { $0.progress = .saving(intent: "i") }
    for key in ["i", "d", "k", "Up", "Down"] { state.press("^X", key) }
    #expect(Self.names(state) == ["One", "Two", "Three"])
  }

  @Test func `F3 takes the price that this customer paid last, before and after the item is taken`() {
    var fill = Suggestion.Fill()
    fill.price = Money(cents: 10_000)
    fill.lastPrice = Money(cents: 9_500)
    let offer = Suggestion(id: 4, title: "Survey", detail: "", fill: fill)
    var state = Given.invoiceForm()
    state.changeForm { form in
      form.lines = [LineFields()]
      form.focus = .line(0, .name)
    }
    state.type("surv")
    let query = SuggestionQuery(draftID: "draft-1", focus: .line(0, .name), source: .items(customer: 1), text: "surv")
    state.take(.suggestions(Suggestions(query: query, items: [offer], selected: 0)))
    var direct = state
    direct.press("F3")
    #expect(direct.form?.lines[0].price.text == "95.00")
    state.press("Enter")
    #expect(state.form?.lines[0].price.text == "100.00")
    state.press("^X", "p")
    #expect(state.form?.lines[0].price.text == "95.00")
  }

  @Test func `a line nobody sold to this customer has no last price, and says so`() {
    var state = Self.threeLines()
    state.press("F3")
    #expect(state.notice?.text == "No other price to this customer is known for this line.")
  }

  @Test func `fields that few fill in are shown on demand, and a complaint shows them by itself`() {
    var state = Given.invoiceForm()
    let folded = state.forms[0].stops.count
    state.press("^X", "m")
    #expect(state.forms[0].stops.count == folded + 3)
    #expect(state.form?.focusedField?.name == "template_name")
    state.press("^X", "m")
    #expect(state.forms[0].stops.count == folded)
    state.changeForm { form in
      guard let index = form.index(of: "exchange_rate") else { return }
      form.fields[index].text = TextField("much")
    }
    state.press("^S")
    #expect(state.form?.isUnfolded == true)
    #expect(state.form?.focusedField?.name == "exchange_rate")
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
}
