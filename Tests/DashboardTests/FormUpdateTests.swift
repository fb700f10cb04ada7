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

  @Test func `what is missing of the sequence is told under the number, and nowhere in the way`() {
    var state = Given.invoiceForm()
    let missing = MissingNumbers(first: "INV-000118", count: 3)
    state.take(.proposedNumber("INV-000412", missing: missing, draft: "draft-1"))
    #expect(!view(state).characters.joined().contains("INV-000118"))
    state.press("Tab")
    #expect(view(state).characters.joined().contains("INV-000118 and 2 more are missing."))
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
}
