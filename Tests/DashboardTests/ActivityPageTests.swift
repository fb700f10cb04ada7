import TerminalUI
import Testing

@testable import Dashboard

struct ActivityPageTests {
  private static func activity(_ count: Int, isLast: Bool = true) -> State {
    var state = Given.invoices(3)
    state.press("A")
    state.take(.activity(ActivityPart(before: nil, rows: (1...count).map(Given.activityRow), isLast: isLast)))
    return state
  }

  @Test func `typing filters by every word, and Esc shows all again`() {
    var state = Self.activity(12)
    state.press("/")
    state.type("invoice 11 refused")
    #expect(state.activityPage?.list.rows?.map(\.id) == ["w11"])
    state.press("Enter")
    #expect(state.activityPage?.isTyping == false)
    #expect(state.activityPage?.list.count == 1)
    state.press("/", "Esc")
    #expect(state.activityPage?.list.count == 12)
    #expect(state.pages.count == 1)
  }

  @Test func `keys are text while the filter has the keyboard`() {
    var state = Self.activity(12)
    state.press("/")
    state.type("q")
    #expect(state.activityPage?.filter.text == "q")
    #expect(state.pages.count == 1)
  }

  @Test func `older writes are read when the end comes near, and appended once`() {
    var state = Given.invoices(3)
    state.press("A")
    let first = ActivityPart(before: nil, rows: (1...200).map(Given.activityRow), isLast: false)
    #expect(state.take(.activity(first)) == [])
    #expect(state.press("G") == [.readActivity(before: "w200")])
    #expect(state.press("k") == [])
    let second = ActivityPart(before: "w200", rows: (201...210).map(Given.activityRow), isLast: true)
    state.take(.activity(second))
    state.take(.activity(second))
    #expect(state.activityPage?.rows.count == 210)
    #expect(state.press("G") == [])
  }

  @Test func `a filter that leaves few rows reads on until the journal ends`() {
    var state = Given.invoices(3)
    state.press("A")
    state.take(.activity(ActivityPart(before: nil, rows: (1...200).map(Given.activityRow), isLast: false)))
    state.press("/")
    let effects = "19".flatMap { state.type(String($0)) }
    #expect(effects == [.readActivity(before: "w200")])
    #expect(state.activityPage?.isReading == true)
  }
}
