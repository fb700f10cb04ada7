import TerminalUI

/// The application's logic: what each event makes of the state, and what is to be done outside because of it.
///
/// It runs on the event loop's thread, never waits and never draws. This file only routes.
package func update(_ state: inout State, _ event: Event, _ environment: Environment) -> [Effect] {
  state.figures.today = environment.today
  let effects = route(event, &state, environment) + catchUp(&state, environment)
  return effects + state.dropForsakenPlans()
}

private func route(_ event: Event, _ state: inout State, _ environment: Environment) -> [Effect] {
  switch event {
  case .terminal(.key(let key)): handleKey(key, &state, environment)
  case .terminal(.paste(let text)): handlePaste(text, &state, environment)
  case .terminal(.resize(let size)): resize(to: size, &state)
  case .terminal(.resumed): [.redraw]
  case .terminal(.hangup): keepForms(&state) + [.quit]
  case .timer(let timer): handleTimer(timer, &state, environment)
  case .answer(let answer): handleAnswer(answer, &state, environment)
  case .news(let news): handleNews(news, &state, environment)
  }
}

/// The size changed: nothing that was typed or selected changes with it.
func resize(to size: Size, _ state: inout State) -> [Effect] {
  state.size = size
  guard let kind = state.section.kind else { return [] }
  return state.followSelection(kind)
}
