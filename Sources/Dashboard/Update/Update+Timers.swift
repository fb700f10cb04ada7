/// A moment that was waited for has come.
func handleTimer(_ timer: TimerID, _ state: inout State, _ environment: Environment) -> [Effect] {
  switch timer {
  case .detail: return state.askForDetail()
  case .pendingKeys:
    state.showsPendingKeys = !state.pendingKeys.isEmpty
    return []
  case .notice:
    state.notice = nil
    return []
  case .draft: return keepForms(&state)
  case .filter: return applyFilter(&state)
  case .listRest: return state.endListRest()
  case .countdown: return state.countDown()
  case .duplicates: return state.askForDuplicates()
  case .overviewRest: return state.endOverviewRest()
  case .typedAhead: return state.giveUpTypedAhead()
  case .frame: return []
  }
}
