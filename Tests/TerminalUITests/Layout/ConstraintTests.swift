import Testing

@testable import TerminalUI

@Suite struct ConstraintTests {
  private let row = Rect(x: 10, y: 5, width: 40, height: 6)

  @Test func `flexible parts share by weight what fixed and percent leave`() {
    let areas = row.columns(
      [.fixed(8), .flexible(minimum: 0, weight: 1), .percent(25), .flexible(minimum: 2, weight: 2)], spacing: 1)
    #expect(areas.map(\.width) == [8, 6, 9, 14])
    #expect(areas.map(\.x) == [10, 19, 26, 36])
    #expect(areas.last?.maxX == row.maxX)
  }

  @Test(arguments: [(40, [20, 15, 3]), (30, [20, 8, 0]), (10, [8, 0, 0]), (1, [0, 0, 0]), (0, [0, 0, 0])])
  func `when space lacks earlier parts keep theirs`(width: Int, widths: [Int]) {
    let area = Rect(x: 0, y: 0, width: width, height: 1)
    let areas = area.columns([.fixed(20), .fixed(15), .fixed(10)], spacing: 1)
    #expect(areas.map(\.width) == widths)
    #expect(areas.allSatisfy { $0.maxX <= area.maxX })
  }

  @Test func `rows are cut from the top`() {
    let areas = row.rows([.fixed(1), .flexible(minimum: 1, weight: 1), .fixed(1)])
    #expect(areas.map(\.y) == [5, 6, 10])
    #expect(areas.map(\.height) == [1, 4, 1])
  }

  @Test func `lengths below nothing count as nothing`() {
    #expect(row.columns([.fixed(-5), .percent(-10), .flexible(minimum: -3, weight: -1)]).map(\.width) == [0, 0, 0])
  }
}
