import Testing

@testable import TerminalUI

@Suite struct FormTests {
  private func form(focus: Int? = 1) -> FormLayout {
    FormLayout(
      fields: [
        FieldView(
          label: "Customer", field: TextField("Doe Industries"), hint: ["#1"], opensPicker: true, valueWidth: 18),
        FieldView(
          label: "Amount", field: TextField("6,000.x"), hint: [Span("USD", "text.dim")],
          error: "“x” is no part of an amount; write digits.", valueWidth: 10),
        FieldView(label: "Notes", field: TextField(), placeholder: "none", valueWidth: 18),
        FieldView(label: "Number", field: TextField("PAY-1"), isEnabled: false, valueWidth: 8),
      ], focus: focus)
  }

  @Test func `labels stand in line and what is wrong stands below its field`() {
    let frame = screen(40, 6) { form().draw(in: $0, on: &$1) }
    #expect(frame.caret == Point(x: 19, y: 1))
    expect(
      frame,
      """
      Customer  [ Doe Industries    ▼]  #1
      Amount    [ 6,000.x    ]  USD
                “x” is no part of an amount;
                write digits.
      Notes     [ none               ]
      Number    [ PAY-1    ]
      --
      aaaaaaaa..bcddddddddddddddccccbb........
      eeeeee....fghhhhhhhggggf..iii...........
      ..........jjjjjjjjjjjjjjjjjjjjjjjjjjjj..
      ..........jjjjjjjjjjjjj.................
      aaaaa.....bckkkkcccccccccccccccb........
      llllll....l.lllll....l..................
      a field.label
      b border on field
      c text on field
      d field.text on field
      e field.label.focused
      f error on field.error
      g text on field.error
      h field.text on field.error
      i text.dim
      j error
      k field.placeholder on field
      l disabled
      """)
  }

  @Test func `a low area shows the focused field whole`() {
    let form = form()
    let area = Rect(x: 0, y: 0, width: 40, height: 2)
    #expect(form.height(in: 40) == 6)
    #expect(form.frames(in: area).map(\.height) == [0, 2, 0, 0])
    var last = form
    last.focus = 3
    #expect(screen(40, 2) { last.draw(in: $0, on: &$1) }.characters.map { $0.contains("PAY-1") } == [false, true])
  }

  @Test func `a field in no room draws nothing and does not fail`() {
    for width in 0..<24 {
      let frame = screen(width, 3) { form(focus: 0).draw(in: $0, on: &$1) }
      #expect(frame.size.width == width)
    }
  }

  @Test(arguments: [
    ("short", 5, 5, "short"), ("a long text indeed", 18, 9, "… indeed"), ("a long text indeed", 0, 0, "a long t…"),
  ])
  func `a field scrolls to its caret`(text: String, caret: Int, x: Int, line: String) {
    var field = TextField(text)
    field.moveCaret(to: caret)
    let frame = screen(10, 1) { rect, frame in
      TextFieldView(field: field, isFocused: true).draw(in: rect.left(line == "short" ? 10 : 9), on: &frame)
    }
    #expect(frame.characters[0].hasPrefix(line))
    #expect(frame.caret?.x == min(x, 8))
  }

  @Test func `a caret in the middle of a long field has text on both sides`() {
    var field = TextField("0123456789abcdefghij")
    field.moveCaret(to: 10)
    let frame = screen(9, 1) { TextFieldView(field: field, isFocused: true).draw(in: $0, on: &$1) }
    #expect(frame.characters == ["…789abcd…"])
    #expect(frame.caret == Point(x: 4, y: 0))
  }

  @Test func `a secret shows dots and never its text`() {
    let frame = screen(8, 1) {
      TextFieldView(field: TextField("sk_1"), isFocused: true, isSecret: true).draw(in: $0, on: &$1)
    }
    #expect(frame.characters == ["••••    "])
    #expect(frame.caret == Point(x: 4, y: 0))
  }
}
