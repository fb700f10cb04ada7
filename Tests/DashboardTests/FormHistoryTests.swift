import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

/// What is done in a form, in how many steps it is taken back, and where the keyboard is then.
struct FormChange: CustomTestStringConvertible, Sendable {
  let title: String
  /// Names of keys; what follows `type ` is typed, what follows `paste ` is pasted.
  let doing: [String]
  let steps: Int
  let place: Form.Focus

  init(_ title: String, _ doing: [String], steps: Int, backAt place: Form.Focus) {
    self.title = title
    self.doing = doing
    self.steps = steps
    self.place = place
  }

  var testDescription: String { title }

  static let ofInvoices = [
    FormChange("a word", ["type abc"], steps: 1, backAt: .line(0, .description)),
    FormChange("three words", ["type ab cd ef"], steps: 3, backAt: .line(0, .description)),
    FormChange(
      "a word and its end deleted", ["type abcd", "Backspace", "Backspace"], steps: 2, backAt: .line(0, .description)),
    FormChange("two cells", ["type a", "Tab", "type 5"], steps: 2, backAt: .line(0, .description)),
    FormChange(
      "one cell in two visits", ["type a", "Tab", "S-Tab", "type b"], steps: 2, backAt: .line(0, .description)),
    FormChange(
      "before and behind the caret's move", ["type a", "Home", "type b"], steps: 2, backAt: .line(0, .description)),
    FormChange("a pasted text", ["type a", "paste b c"], steps: 2, backAt: .line(0, .description)),
    FormChange("all of a text deleted", ["S-Tab", "^U"], steps: 1, backAt: .line(0, .name)),
    FormChange("a calculation", ["Tab", "Tab", "type *2", "="], steps: 2, backAt: .line(0, .price)),
    FormChange("a line put in", ["^X", "i"], steps: 1, backAt: .line(0, .description)),
    FormChange("a line copied", ["^X", "d"], steps: 1, backAt: .line(0, .description)),
    FormChange("a line deleted", ["^X", "k"], steps: 1, backAt: .line(0, .description)),
    FormChange("a line moved", ["^X", "Down"], steps: 1, backAt: .line(0, .description)),
    FormChange(
      "a line copied, changed and moved", ["^X", "d", "type x", "^X", "Up"], steps: 3, backAt: .line(0, .description)),
    FormChange("every line deleted", ["^X", "k", "^X", "k", "^X", "k"], steps: 1, backAt: .line(0, .description)),
    FormChange(
      "a discount and a tax", ["Tab", "Tab", "Enter", "Enter", "type 10%", "Tab", "type 20%"], steps: 2,
      backAt: .field(5)),
  ]

  static let ofPayments = [
    FormChange("another amount", ["type 0"], steps: 1, backAt: .field(1)),
    FormChange("evenly divided", Array(repeating: "Tab", count: 6) + ["e"], steps: 1, backAt: .share(0)),
    FormChange("an invoice left out", Array(repeating: "Tab", count: 7) + ["Space"], steps: 1, backAt: .share(1)),
    FormChange("a share typed", Array(repeating: "Tab", count: 6) + ["type 500"], steps: 1, backAt: .share(0)),
    FormChange(
      "an amount and its division", ["type 0"] + Array(repeating: "Tab", count: 6) + ["e", "a"], steps: 3,
      backAt: .field(1)),
  ]
}

@Suite struct `Undo and redo in a form` {
  @Test(arguments: FormChange.ofInvoices)
  func `everything done to an invoice is taken back and done again, wherever the keyboard went`(_ change: FormChange) {
    var state = Given.invoiceForm()
    state.changeForm { form in
      form.lines.append(LineFields())
      form.focus = .line(0, .description)
    }
    Self.prove(change, &state)
  }

  @Test(arguments: FormChange.ofPayments)
  func `everything done to a payment is taken back and done again`(_ change: FormChange) {
    var state = Given.receiptForm("600")
    state.changeForm { $0.history = FormHistory() }
    Self.prove(change, &state)
  }

  private static func prove(_ change: FormChange, _ state: inout State) {
    let before = picture(state)
    for step in change.doing { perform(step, &state) }
    let after = picture(state)
    #expect(after != before)
    for _ in 0..<change.steps {
      #expect(picture(state) != before, "it takes all \(change.steps) steps")
      state.press("^Z")
    }
    #expect(picture(state) == before)
    #expect(state.form?.focus == change.place)
    state.press("^Z")
    #expect(state.notice?.text == "Nothing was changed here yet.")
    for _ in 0..<change.steps { state.press("^Y") }
    #expect(picture(state) == after)
    state.press("^Y")
    #expect(state.notice?.text == "There is nothing to do again.")
  }

  private static func perform(_ step: String, _ state: inout State) {
    if step.hasPrefix("type ") {
      state.type(String(step.dropFirst(5)))
    } else if step.hasPrefix("paste ") {
      _ = update(&state, .terminal(.paste(String(step.dropFirst(6)))), Given.environment)
    } else {
      state.press(step)
    }
  }

  /// All that a person put into the form; blank lines at the end are nobody's.
  private static func picture(_ state: State) -> [String] {
    guard let form = state.form else { return [] }
    let lines = form.lines.map { line in LineColumn.allCases.map { line[$0].text }.joined(separator: "|") }
    let typed = form.lines.lastIndex { !$0.isBlank }.map { Array(lines[...$0]) } ?? []
    return form.fields.map { "\($0.text.text) \($0.reference?.id ?? 0) \($0.isEdited)" } + typed
      + ["\(form.allocation.method) \(form.allocation.skipped.sorted())"]
      + form.allocation.typed.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.text)" }
  }

  @Test func `a pick that was typed over comes back with the record and what was known of it`() {
    var state = Given.invoiceForm()
    state.changeForm { $0.context.customerHint = "owes $50.00" }
    state.type("x")
    #expect(state.form?.fields[0].reference == nil)
    #expect(state.form?.context.customerHint == nil)
    state.press("Tab", "^Z")
    #expect(state.form?.fields[0].reference == Reference(id: 1, title: "Acme Harbour"))
    #expect(state.form?.context.customerHint == "owes $50.00")
    #expect(state.form?.focus == .field(0))
  }

  @Test func `a proposed number that was typed over is a proposal again`() {
    var state = Given.invoiceForm()
    state.press("Tab")
    state.type("R7")
    #expect(state.form?.fields[1].text.text == "R7")
    state.press("^Z")
    #expect(state.form?.fields[1].text.text == "INV-000003")
    #expect(state.form?.fields[1].isEdited == false)
  }

  @Test func `what came back from the editor is one step`() {
    var state = Given.invoiceForm()
    let text = FormText(form: state.forms[0]).text
    let edited = text.replacing("Work", with: "Play").replacing("Notes:", with: "Notes: thanks")
    state.take(.editedText(.saved(edited), draft: "draft-1"))
    #expect(state.form?.lines[0].name.text == "Play")
    state.press("^Z")
    #expect(state.form?.lines[0].name.text == "Work")
    #expect(state.form?.text("notes") == "")
    state.press("^Y")
    #expect(state.form?.text("notes") == "thanks")
  }

  @Test func `typing on after an undo gives up what could be done again`() {
    var state = Given.invoiceForm()
    state.changeForm { $0.focus = .line(0, .description) }
    state.type("one two")
    state.press("^Z")
    state.type("!")
    state.press("^Y")
    #expect(state.form?.lines[0].description.text == "one!")
  }

  @Test func `undo is on disk within a second, and a form on its way to the service has none`() {
    var state = Given.invoiceForm()
    state.changeForm { $0.focus = .line(0, .description) }
    state.type("a")
    let revision = state.forms[0].revision
    #expect(state.press("^Z").contains(.timer(.draft, after: .milliseconds(600))))
    #expect(state.forms[0].revision == revision + 1)
    state.type("a")
    state.changeForm { $0.progress = .saving(intent: "i") }
    state.press("^Z")
    #expect(state.form?.lines[0].description.text == "a")
  }

  @Test func `no more than the last two hundred changes are kept`() {
    var state = Given.invoiceForm()
    state.changeForm { $0.focus = .line(0, .description) }
    for _ in 0..<150 {
      state.type("a")
      state.press("Backspace")
    }
    state.type("b")
    for _ in 0..<300 { state.press("^Z") }
    #expect(state.form?.history.canUndo == false)
    #expect(state.form?.lines[0].description.text == "a", "what is older stays as it was")
  }
}
