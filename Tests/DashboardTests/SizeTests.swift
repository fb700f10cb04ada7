import Testing
import TerminalUI

@testable import Dashboard

struct SizeTests {
  @Test func `every state can be drawn at every size`() {
    var states = [Given.state(.start), Given.invoices(50), Given.invoiceForm(), Given.paymentForm()]
    for keys in [["?"], [":"], ["s"], ["Enter"], ["/"], ["g"]] {
      var state = Given.invoices(50)
      for key in keys { state.press(key) }
      states.append(state)
    }
    for state in states {
      var state = state
      for width in stride(from: 0, through: 200, by: 13) {
        for height in stride(from: 0, through: 60, by: 7) {
          _ = update(&state, .terminal(.resize(Size(width: width, height: height))), Given.environment)
          let frame = view(state)
          #expect(frame.size == Size(width: width, height: height))
        }
      }
    }
  }

  @Test func `below 40x10 one sentence says so, and that what was typed is kept`() {
    var state = Given.invoiceForm()
    let form = state.form
    _ = update(&state, .terminal(.resize(Size(width: 39, height: 9))), Given.environment)
    let text = view(state).characters.joined(separator: " ").split(separator: " ").joined(separator: " ")
    #expect(text == "Too small: 40x10 at least. What you typed is kept.")
    #expect(state.form == form)
  }

  @Test func `the caret stands in the field that has the keyboard`() {
    for size in [Size(width: 120, height: 36), Size(width: 80, height: 24), Size(width: 40, height: 12)] {
      var state = Given.invoiceForm()
      _ = update(&state, .terminal(.resize(size)), Given.environment)
      for _ in state.forms[0].stops {
        let frame = view(state)
        #expect(frame.caret != nil, "\(size) \(state.forms[0].focus)\n\(frame.characters.joined(separator: "\n"))")
        state.press("Tab")
      }
    }
  }
}
