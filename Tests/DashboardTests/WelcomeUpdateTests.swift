import Billing
import Testing
import TerminalUI

@testable import Dashboard

struct WelcomeUpdateTests {
  @Test func `1 opens the demo, 2 local books, 3 asks for a key`() {
    var state = Self.state()
    #expect(state.press("1") == [.open(.demo)])
    state = Self.state()
    #expect(state.press("2") == [.open(.local(nil))])
    state = Self.state()
    #expect(state.press("3") == [])
    #expect(state.welcomePage?.page == .key)
  }

  @Test func `Enter opens what is selected`() {
    var state = Self.state()
    state.press("j")
    #expect(state.press("Enter") == [.open(.local(nil))])
  }

  @Test func `new local books ask for a name and a currency, and say what is missing`() {
    var state = Self.state()
    state.press("2")
    state.take(.openFailed(.needsSetup))
    #expect(state.welcomePage?.page == .company)
    #expect(state.press("^S") == [])
    #expect(state.welcomePage?.problem?.contains("company") == true)
    state.type("Paper Lantern")
    state.press("Tab", "^U")
    state.type("XXQ")
    #expect(state.press("Enter") == [])
    #expect(state.welcomePage?.problem?.contains("currency") == true)
    state.press("^U")
    state.type("eur")
    let euro = Currency.with(code: "EUR")?.id.value ?? 0
    #expect(
      state.press("Enter") == [.open(.local(.init(companyName: "Paper Lantern", currencyID: euro)))])
  }

  @Test func `a failure comes back to the questions with what was typed and the reason`() {
    var state = Self.state()
    state.press("3")
    _ = update(&state, .terminal(.paste("is_key_abc")), Given.environment)
    let effects = state.press("Enter")
    #expect(
      effects == [.open(.remote(TypedKey(address: "https://invoicematic.com/api/v1", secret: "is_key_abc")))])
    state.take(.openFailed(.failed("The key is not accepted.")))
    #expect(state.welcomePage?.problem == "The key is not accepted.")
    #expect(state.welcomePage?.key.text == "is_key_abc")
  }

  @Test func `a typed key stands nowhere on the screen and in no description, and leaving the page forgets it`() {
    var state = Self.state()
    state.press("3")
    state.type("is_key_abcdef")
    let screen = view(state).characters.joined(separator: "\n")
    #expect(!screen.contains("abcdef"))
    #expect(!"\(TypedKey(address: "a", secret: "is_key_abcdef"))".contains("abcdef"))
    state.press("Esc")
    #expect(state.welcomePage?.key.text == "")
  }

  @Test func `while books are being opened only leaving works`() {
    var state = Self.state()
    state.press("1")
    #expect(state.press("2") == [])
    #expect(state.press("q") == [.quit])
  }

  @Test func `books of the command line that cannot be opened end the program`() {
    var state = Given.state()
    state.phase = .opening("Opening…")
    #expect(state.take(.openFailed(.failed("No."))) == [.giveUp])
  }

  private static func state() -> State {
    var state = Given.state(.start)
    state.phase = .welcome(WelcomeState(address: "https://invoicematic.com/api/v1"))
    return state
  }
}

extension State {
  fileprivate var welcomePage: WelcomeState? {
    if case .welcome(let welcome) = phase { welcome } else { nil }
  }
}
