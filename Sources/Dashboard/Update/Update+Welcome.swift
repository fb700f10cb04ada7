import Billing
import TerminalUI

/// Keys on the welcome screen.
func handleWelcomeKey(
  _ key: Key, _ welcome: WelcomeState, _ state: inout State, _ environment: Environment
) -> [Effect] {
  if key == .control("c") { return [.quit] }
  switch welcome.page {
  case .choice: return chooseBeginning(key, welcome, &state)
  case .company, .key: return fillIn(key, welcome, &state)
  }
}

func pasteIntoWelcome(_ text: String, _ welcome: WelcomeState, _ state: inout State) -> [Effect] {
  var welcome = welcome
  welcome.editFocused { $0.insert(text) }
  state.phase = .welcome(welcome)
  return []
}

private func chooseBeginning(_ key: Key, _ welcome: WelcomeState, _ state: inout State) -> [Effect] {
  var welcome = welcome
  switch key {
  case Key(.character("q")), Key(.escape): return [.quit]
  case Key(.down), Key(.character("j")), Key(.tab): welcome.selected = min(welcome.selected + 1, 2)
  case Key(.up), Key(.character("k")), .shiftTab: welcome.selected = max(welcome.selected - 1, 0)
  case Key(.character("1")): return begin(0, welcome, &state)
  case Key(.character("2")): return begin(1, welcome, &state)
  case Key(.character("3")): return begin(2, welcome, &state)
  case Key(.enter): return begin(welcome.selected, welcome, &state)
  default: break
  }
  state.phase = .welcome(welcome)
  return []
}

private func begin(_ choice: Int, _ welcome: WelcomeState, _ state: inout State) -> [Effect] {
  var welcome = welcome
  welcome.selected = choice
  welcome.problem = nil
  switch choice {
  case 0: return state.open(.demo, "Making the sample books…")
  case 1: return state.open(.local(nil), "Opening your books…")
  default:
    welcome.page = .key
    welcome.focus = 1
    state.phase = .welcome(welcome)
    return []
  }
}

private func fillIn(_ key: Key, _ welcome: WelcomeState, _ state: inout State) -> [Effect] {
  var welcome = welcome
  switch key {
  case Key(.escape):
    if welcome.isFirstRun { return [.quit] }
    welcome.page = .choice
    welcome.problem = nil
    // A key that is not used is not kept in memory either.
    welcome.key = TextField("", maximumLength: 400)
  case Key(.tab), Key(.down), Key(.up), .shiftTab: welcome.focus = 1 - welcome.focus
  case Key(.enter) where welcome.focus == 0: welcome.focus = 1
  case Key(.enter), .control("s"): return submit(welcome, &state)
  default: welcome.editFocused { _ = $0.handle(key) }
  }
  state.phase = .welcome(welcome)
  return []
}

private func submit(_ welcome: WelcomeState, _ state: inout State) -> [Effect] {
  var welcome = welcome
  switch welcome.choice {
  case .success(let choice):
    state.welcome = welcome
    return state.open(choice, welcome.page == .key ? "Asking the service who this is…" : "Making your books…")
  case .failure(let problem):
    welcome.problem = problem.sentence
    state.phase = .welcome(welcome)
    return []
  }
}

extension State {
  mutating func open(_ choice: OpenChoice, _ sentence: String) -> [Effect] {
    if case .welcome(let welcome) = phase { self.welcome = welcome }
    phase = .opening(sentence)
    return [.open(choice)]
  }
}

/// Nothing was opened: back to the questions, with what was typed and the reason.
func failToOpen(_ failure: OpenFailure, _ state: inout State) -> [Effect] {
  guard var welcome = state.welcome else { return [.giveUp] }
  state.typedAhead = []
  switch failure {
  case .failed where welcome.isFirstRun && welcome.companyName.text.isEmpty: return [.giveUp]
  case .needsSetup:
    welcome.page = .company
    welcome.focus = 0
    welcome.problem = nil
  case .failed(let sentence): welcome.problem = sentence
  }
  state.phase = .welcome(welcome)
  return []
}

/// What is missing in the answers of the welcome screen.
struct WelcomeProblem: Error {
  let sentence: String
}

extension WelcomeState {
  mutating func editFocused(_ edit: (inout TextField) -> Void) {
    problem = nil
    switch (page, focus) {
    case (.company, 0): edit(&companyName)
    case (.company, _): edit(&currency)
    case (.key, 0): edit(&address)
    case (.key, _): edit(&key)
    case (.choice, _): break
    }
  }

  /// What the filled-in page opens, or what is missing.
  var choice: Result<OpenChoice, WelcomeProblem> {
    if page == .key {
      let secret = key.text.trimmingBlanks
      guard !secret.isEmpty else {
        return .failure(WelcomeProblem(sentence: "Paste or type the key: it starts with is_key_."))
      }
      return .success(.remote(TypedKey(address: address.text.trimmingBlanks, secret: secret)))
    }
    guard let name = companyName.text.nilIfBlank else {
      return .failure(WelcomeProblem(sentence: "What is your company called? It stands on top of the screen."))
    }
    guard let currency = Currency.with(code: currency.text.trimmingBlanks) else {
      return .failure(WelcomeProblem(sentence: "A currency is named by its three letters: USD, EUR, GBP."))
    }
    return .success(.local(.init(companyName: name, currencyID: currency.id.value)))
  }
}
