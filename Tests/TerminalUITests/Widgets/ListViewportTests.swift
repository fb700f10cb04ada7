import Testing

@testable import TerminalUI

@Suite struct ListViewportTests {
  @Test(arguments: [
    (0, 0, 0), (0, 5, 0), (0, 7, 0), (0, 8, 1), (0, 99, 90), (90, 99, 90), (90, 92, 90), (90, 91, 89), (50, 0, 0),
    (500, 3, 1),
  ])
  func `it scrolls no more than needed`(offset: Int, selected: Int, expected: Int) {
    var viewport = ListViewport(offset: offset)
    viewport.follow(selected: selected, count: 100, height: 10, margin: 2)
    #expect(viewport.offset == expected)
  }

  @Test func `a list that fits stands at its top`() {
    var viewport = ListViewport(offset: 4)
    viewport.follow(selected: 2, count: 3, height: 10, margin: 2)
    #expect(viewport.offset == 0)
    #expect(viewport.visible(count: 3, height: 10) == 0..<3)
  }

  @Test func `no rows and no height are no trouble`() {
    var viewport = ListViewport(offset: 7)
    viewport.follow(selected: 3, count: 0, height: 10)
    #expect(viewport.offset == 0)
    viewport.follow(selected: 3, count: 10, height: 0)
    #expect(viewport.visible(count: 10, height: 0).isEmpty)
  }

  @Test(arguments: 1...5)
  func `the selection is always visible whatever the margin`(height: Int) {
    var viewport = ListViewport()
    for selected in [0, 3, 9, 4, 8, 2, 0, 9] {
      viewport.follow(selected: selected, count: 10, height: height, margin: 20)
      #expect(viewport.visible(count: 10, height: height).contains(selected))
    }
  }
}
