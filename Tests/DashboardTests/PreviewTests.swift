import Testing
import TerminalUI

@testable import Dashboard

/// Where the selected record stands beside its list, and how wide it is.
@Suite struct PreviewTests {
  @Test func `on a wide screen P moves the record below the list, then away, then back`() {
    var state = Given.invoices(30)
    let beside = ScreenLayout(state)
    #expect(beside.detail.x > beside.list.x)
    state.press("P")
    let below = ScreenLayout(state)
    #expect(below.list.width == 120 && below.detail.y == below.list.maxY)
    state.press("P")
    #expect(ScreenLayout(state).detail.isEmpty)
    #expect(ScreenLayout(state).listHeight > below.listHeight)
    state.press("P")
    #expect(ScreenLayout(state) == beside)
  }

  @Test func `on a narrow screen it is below the list or away`() {
    var state = Given.invoices(30, width: 80, height: 24)
    let below = ScreenLayout(state)
    state.press("P")
    #expect(ScreenLayout(state).detail.isEmpty)
    state.press("P")
    #expect(ScreenLayout(state) == below)
  }

  @Test func `the selection stays on the screen when the list becomes lower`() {
    var state = Given.invoices(300)
    state.press("P", "P", "G", "P", "P")
    let visible = state.invoices.viewport.visible(count: 300, height: ScreenLayout(state).listHeight)
    #expect(visible.contains(state.invoices.selectedIndex))
  }

  @Test func `the record can be opened where it is not shown beside the list`() {
    var state = Given.invoices(3)
    state.press("P", "P", "Enter")
    #expect(state.isZoomed)
  }

  @Test func `< and > move the border, and leave room for both`() {
    var state = Given.invoices(3)
    let width = ScreenLayout(state).detail.width
    state.press("<")
    #expect(ScreenLayout(state).detail.width == width + 4)
    for _ in 0..<40 { state.press("<") }
    #expect(ScreenLayout(state).list.width == ScreenLayout.leastListWidth)
    for _ in 0..<40 { state.press(">") }
    #expect(ScreenLayout(state).detail.width == ScreenLayout.leastDetailWidth)
  }

  @Test func `a terminal that becomes narrower keeps both legible`() {
    var state = Given.invoices(3, width: 200)
    for _ in 0..<40 { state.press("<") }
    _ = update(&state, .terminal(.resize(Size(width: 112, height: 36))), Given.environment)
    #expect(ScreenLayout(state).list.width >= ScreenLayout.leastListWidth)
  }
}
