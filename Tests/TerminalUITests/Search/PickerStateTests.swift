import Testing

@testable import TerminalUI

@Suite struct PickerStateTests {
  private let items = [
    PickerItem(id: 1, title: "Doe Industries", detail: "John Doe"), PickerItem(id: 2, title: "Harbor Coffee"),
    PickerItem(id: 3, title: "Kestrel Labs", disabledReason: "archived"),
    PickerItem(id: 4, title: "Smith Co", detail: "coffee"),
  ]

  private func typed(_ text: String, into state: PickerState<Int>) -> PickerState<Int> {
    var state = state
    for character in text { #expect(state.handle(.character(character)) == .handled) }
    return state
  }

  @Test func `without a query all items stand in their order`() {
    #expect(PickerState(items: items).visible.map(\.item.id) == [1, 2, 3, 4])
  }

  @Test func `typing narrows, titles before details`() {
    let state = typed("coffee", into: PickerState(items: items))
    #expect(state.visible.map(\.item.id) == [2, 4])
    #expect(state.visible[0].positions == [7, 8, 9, 10, 11, 12])
    #expect(state.visible[1].positions.isEmpty)
  }

  @Test func `arrows move and Enter picks`() {
    var state = PickerState(items: items)
    #expect(state.handle(Key(.down)) == .handled)
    #expect(state.handle(Key(.enter)) == .picked(2))
    for _ in 0..<9 { _ = state.handle(Key(.up)) }
    #expect(state.handle(Key(.enter)) == .picked(1))
    #expect(state.handle(Key(.escape)) == .cancelled)
    #expect(state.handle(Key(.function(9))) == .ignored)
  }

  @Test func `what is disabled cannot be picked`() {
    var state = typed("kestrel", into: PickerState(items: items))
    #expect(state.handle(Key(.enter)) == .handled)
  }

  @Test func `a query that nothing matches can make something new`() {
    var closed = typed("Zorn", into: PickerState(items: items))
    #expect(closed.handle(Key(.enter)) == .handled)
    var open = typed(" Zorn", into: PickerState(items: items, allowsCreation: true))
    #expect(open.handle(Key(.enter)) == .created("Zorn"))
  }

  @Test func `new items keep the selection on its item`() {
    var state = PickerState(items: items)
    state.select(2)
    state.items = [PickerItem(id: 9, title: "Atlas Movers")] + items
    #expect(state.selectedItem?.id == 2)
    state.items = [items[0]]
    #expect(state.selectedItem?.id == 1)
    state.items = []
    #expect(state.selectedItem == nil)
    #expect(state.handle(Key(.down)) == .handled)
  }
}
