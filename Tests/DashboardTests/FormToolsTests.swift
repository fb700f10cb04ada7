import Billing
import BillingAPI
import Testing
import TerminalUI

@testable import Dashboard

struct CalculatorTests {
  @Test func `= puts the result in place of the calculation, and ^Z takes it back`() {
    var state = Self.onPrice()
    state.type("12*85.50")
    state.press("=")
    #expect(state.form?.lines[0].price.text == "1026.00")
    #expect(state.notice?.text == "12*85.50 = 1026.00. ^Z takes it back.")
    state.press("^Z")
    #expect(state.form?.lines[0].price.text == "12*85.50")
  }

  @Test func `a result that was rounded says so`() {
    var state = Self.onPrice()
    state.type("100/3")
    state.press("=")
    #expect(state.form?.lines[0].price.text == "33.33")
    #expect(state.notice?.text.contains("rounded") == true)
  }

  @Test func `a calculation without a result keeps what was typed and says why`() {
    var state = Self.onPrice()
    state.type("12/0")
    state.press("=")
    #expect(state.form?.lines[0].price.text == "12/0")
    #expect(state.notice?.text == CalculationProblem.divisionByZero.sentence)
  }

  @Test func `in a field of text = is a letter like any other`() {
    var state = Given.invoiceForm()
    state.changeForm { $0.focus = .line(0, .name) }
    state.type(" a=b")
    #expect(state.form?.lines[0].name.text == "Work a=b")
  }

  private static func onPrice() -> State {
    var state = Given.invoiceForm()
    state.changeForm { form in
      form.lines[0].price = TextField("")
      form.focus = .line(0, .price)
    }
    return state
  }
}

struct CalendarTests {
  @Test func `F4 opens the month of the field's day, and Enter takes the day that was gone to`() {
    var state = Self.onDue()
    state.press("F4")
    #expect(Self.day(state) == "2026-04-17", "thirty days after the day of issue")
    state.press("Down", "Right", "PgDn")
    state.press("Enter")
    #expect(state.form?.field("due_date")?.text.text == "2026-05-25")
    #expect(state.overlays.isEmpty)
  }

  @Test func `Esc leaves the field as it was, and t goes to today`() {
    var state = Self.onDue()
    state.press("F4", "t")
    #expect(Self.day(state) == "2026-03-18")
    state.press("Esc")
    #expect(state.form?.field("due_date")?.text.text == "+30")
  }

  @Test func `other fields have no calendar`() {
    var state = Given.invoiceForm()
    state.press("F4")
    #expect(state.overlays.isEmpty)
  }

  @Test(arguments: [Size(width: 80, height: 24)])
  func `the calendar shows a month of whole weeks over the form`(size: Size) throws {
    var state = Self.onDue()
    state.press("F4")
    state.size = size
    try Snapshot.check(view(state), "calendar")
  }

  private static func onDue() -> State {
    var state = Given.invoiceForm()
    state.changeForm { form in _ = form.focus(on: "due_date") }
    return state
  }

  private static func day(_ state: State) -> String? {
    if case .calendar(let calendar) = state.overlays.last { calendar.day.iso } else { nil }
  }
}

struct FormAsTextTests {
  @Test func `the text of a form read back is the same form`() {
    var form = Given.invoiceForm().forms[0]
    form.lines[0].description = TextField("a | b \\ c")
    form.lines.append(LineFields())
    let reader = FormTextReader(FormText(form: form).text, into: form)
    #expect(reader.form == form)
    #expect(reader.strays.isEmpty)
  }

  @Test func `changed fields and lines are taken over, and the rest keeps what was picked`() {
    let form = Given.invoiceForm().forms[0]
    let text =
      FormText(form: form).text
      .replacing("Due: +30", with: "Due: +14").replacing("2 | 10.50", with: "3 | 11.00") + "Hosting | | 1 | 49.99\n"
    let taken = FormTextReader(text, into: form).form
    #expect(taken.field("due_date")?.text.text == "+14")
    #expect(taken.field("customer_id")?.reference?.id == 1)
    #expect(taken.lines.map(\.price.text) == ["11.00", "49.99", ""])
  }

  @Test func `another customer's name forgets the one that was picked`() {
    let form = Given.invoiceForm().forms[0]
    let taken = FormTextReader(FormText(form: form).text.replacing("Acme Harbour", with: "Globex"), into: form).form
    #expect(taken.field("customer_id")?.reference == nil)
    #expect(taken.field("customer_id")?.text.text == "Globex")
  }

  @Test func `mistakes stand at their fields, and what belongs nowhere is said`() {
    var state = Given.invoiceForm()
    let text = FormText(form: state.forms[0]).text
      .replacing("Issued: 2026-03-18", with: "Issued: someday\nColour: red")
    state.take(.editedText(.saved(text), draft: "draft-1"))
    #expect(state.form?.field("invoice_date")?.problem != nil)
    #expect(state.form?.focus == .field(3))
    #expect(state.notice?.text.contains("Colour: red") == true)
  }

  @Test func `^X e hands the text to the editor; unchanged it changes nothing`() {
    var state = Given.invoiceForm()
    let before = state.forms
    let effects = state.press("^X", "e")
    let text = FormText(form: before[0]).text
    #expect(effects.contains(.editText(draft: "draft-1", text)))
    state.take(.editedText(.saved(text), draft: "draft-1"))
    #expect(state.forms == before)
  }

  @Test func `no text makes the reader crash or lose the form`() {
    let form = Given.invoiceForm().forms[0]
    let pieces = ["Lines:", "Due:", "|", "\\", "\n", "#", ":", "x", "\u{202E}", "Customer: ", "\r\n", "\\n"]
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<3_000 {
      let text = (0..<Int.random(in: 0...30, using: &generator)).compactMap { _ in pieces.randomElement() }.joined()
      let taken = FormTextReader(text, into: form).form
      #expect(taken.fields.count == form.fields.count)
      #expect(!taken.lines.isEmpty)
    }
  }
}

struct RequestAsTextTests {
  @Test func `^X j shows the request that would be sent, and y copies it`() throws {
    var state = Given.invoiceForm()
    state.press("^X", "j")
    guard case .text(let page) = state.overlays.last else {
      Issue.record("no text is shown")
      return
    }
    #expect(page.lines.contains { $0.contains("\"invoice_number\": \"INV-000003\"") })
    #expect(state.press("y").contains(.copy(page.copied)))
  }

  @Test func `a form that cannot be sent yet says what is missing`() {
    var state = Given.invoiceForm()
    state.changeForm { $0.fields[0].reference = nil }
    state.press("^X", "j")
    #expect(state.overlays.isEmpty)
    #expect(state.notice?.text.hasPrefix("There is no request yet.") == true)
  }
}
