import TerminalUI
import Testing

@testable import Dashboard

@Suite struct `The detail of a record` {
  private let note = DetailLine.text("note", "wants a copy of every invoice, by post")

  private func page(_ facts: [DetailLine] = []) -> DetailPage {
    var page = DetailPage(title: "INV-000001")
    page.facts = facts
    page.body = [DetailLine([Span("Item")])]
    return page
  }

  private func lines(_ page: DetailPage, _ width: Int, below offset: Int = 0) -> [String] {
    let area = Rect(x: 0, y: 0, width: width, height: 8)
    var frame = Frame(size: Size(width: width, height: 8))
    DetailColumns(page, in: area).draw(below: offset, on: &frame)
    return frame.characters.map { line in
      String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  @Test func `what somebody wrote goes on in further rows, below where it begins`() {
    #expect(
      lines(page(note), 26).prefix(3) == [
        "note  wants a copy of", "      every invoice, by", "      post",
      ])
  }

  @Test func `rows that text takes are counted, so that the last of it can be scrolled to`() {
    let page = page(note)
    #expect(DetailColumns(page, in: Rect(x: 0, y: 0, width: 26, height: 8)).height == 5)
    #expect(lines(page, 26, below: 2).prefix(3) == ["      post", "", "Item"])
  }

  @Test func `from 70 columns what it consists of stands at the left, and everything about it beside`() {
    #expect(lines(page(note), 80).first?.hasPrefix("Item ") == true)
    #expect(lines(page(note), 80).first?.contains("note  wants a copy") == true)
    #expect(lines(page(note), 69).first == "note  wants a copy of every invoice, by post")
  }

  @Test func `a label without a value takes no row`() {
    #expect(DetailLine.text("note", nil).isEmpty)
    #expect(DetailLine.text("note", "").isEmpty)
  }
}
