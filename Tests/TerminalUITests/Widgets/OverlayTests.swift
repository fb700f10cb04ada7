import Testing

@testable import TerminalUI

@Suite struct OverlayTests {
  private let delete = Dialog(
    title: "Delete INV-000371?", body: ["Its payments stay. This cannot be undone."],
    choices: [
      DialogChoice(key: "y", label: "delete", kind: .destructive), DialogChoice(key: "n", label: "keep", kind: .cancel),
    ], titleRole: "warning")

  @Test func `a dialog stands above a screen that steps back`() {
    let frame = screen(34, 9) { rect, frame in
      frame.write("INV-000371 Doe Industries OVERDUE", x: 0, y: 0, role: "status.overdue")
      delete.draw(in: rect, on: &frame)
    }
    expect(
      frame,
      """
      INV-000371 Doe Industries OVERDUE
      ┏━ Delete INV-000371? ━━━━━━━━━━━┓
      ┃                                ┃
      ┃ Its payments stay. This cannot ┃
      ┃ be undone.                     ┃
      ┃                                ┃
      ┃ y delete   n keep              ┃
      ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛

      --
      aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      bbcddddddddddddddddddcbbbbbbbbbbbb
      bccccccccccccccccccccccccccccccccb
      bccccccccccccccccccccccccccccccccb
      bccccccccccccccccccccccccccccccccb
      bccccccccccccccccccccccccccccccccb
      bcefffffffeeeegggggccccccccccccccb
      bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb
      aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      a text.dim
      b overlay.border on overlay
      c text on overlay
      d warning on overlay
      e hint.key on overlay
      f error on overlay
      g hint on overlay
      """)
  }

  @Test func `Enter never confirms what destroys`() {
    #expect(delete.answer(to: Key(.enter)) == nil)
    #expect(delete.answer(to: .character("y")) == 0)
    #expect(delete.answer(to: .character("n")) == 1)
    #expect(delete.answer(to: Key(.escape)) == 1)
    #expect(delete.answer(to: .character("Y")) == nil)
    #expect(delete.answer(to: .control("y")) == nil)
  }

  @Test func `Enter takes the first answer of a harmless question`() {
    let save = Dialog(
      title: "Save?", body: [],
      choices: [DialogChoice(key: "n", label: "no", kind: .cancel), DialogChoice(key: "s", label: "save")])
    #expect(save.answer(to: Key(.enter)) == 1)
  }

  @Test(arguments: 1...9)
  func `the answers stay on a low screen`(height: Int) {
    let frame = screen(30, height) { delete.draw(in: $0, on: &$1) }
    #expect(frame.characters.joined().contains("y delete") == (height >= 3))
  }

  @Test func `a picker shows what matched`() {
    var state = PickerState(items: [
      PickerItem(id: 1, title: "Record payment", detail: "p"),
      PickerItem(id: 2, title: "Payments", detail: "gp"),
      PickerItem(id: 3, title: "Delete payment", disabledReason: "the API cannot"),
      PickerItem(id: 4, title: "Quit", detail: "q"),
    ])
    for character in "pay" { _ = state.handle(.character(character)) }
    let frame = screen(44, 7) { PickerView(state: state, title: "Palette").draw(in: $0, on: &$1) }
    #expect(frame.caret == Point(x: 7, y: 1))
    expect(
      frame,
      """
      ┏━ Palette ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓
      ┃ ⌕ pay                                    ┃
      ┃──────────────────────────────────────────┃
      ┃ ▶ Payments                            gp ┃
      ┃   Record payment                       p ┃
      ┃   Delete payment          the API cannot ┃
      ┗━ ⏎ pick  Esc cancel ━━━━━━━━━━━━ 3 of 4 ━┛
      --
      aabcccccccbaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      abdbeeebbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbba
      aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
      afgfhhhfffffffffffffffffffffffffffffffffiifa
      abbbbbbbbbbjjjbbbbbbbbbbbbbbbbbbbbbbbbbbbdba
      abbbkkkkkkkjjjkkkkbbbbbbbbbbllllllllllllllba
      aabmnnnnnnnmmmnnnnnnnbaaaaaaaaaaaabddddddbaa
      a overlay.border on overlay
      b text on overlay
      c overlay.title on overlay
      d text.dim on overlay
      e field.text on overlay
      f text on selection
      g selection.mark on selection
      h search.match on selection
      i text.dim on selection
      j search.match on overlay
      k disabled on overlay
      l warning on overlay
      m hint.key on overlay
      n hint on overlay
      """)
  }

  @Test func `a picker says that nothing matches or what Enter would make`() {
    let items = [PickerItem(id: 1, title: "Doe")]
    let none = screen(30, 5) {
      PickerView(state: PickerState(items: items, query: "zz"), title: "Who").draw(in: $0, on: &$1)
    }
    #expect(none.characters[3].contains("No match"))
    let new = screen(30, 5) {
      PickerView(state: PickerState(items: items, query: "zz", allowsCreation: true), title: "Who").draw(
        in: $0, on: &$1)
    }
    #expect(new.characters[3].contains("Enter makes “zz”"))
  }

  @Test func `a toast stands at the right below`() {
    expect(
      screen(24, 2) { Toast("Saved", role: "ok").draw(in: $0, on: &$1) },
      """

                     ▏ Saved
      --
      ........................
      ...............abaaaaabb
      a ok on overlay
      b text on overlay
      """)
  }
}
