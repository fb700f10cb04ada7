import CursesTerminal
import TerminalTestSupport
import TerminalUI
import Testing

extension OnPseudoTerminal {
  /// What a slow connection carries for one key.
  @Suite struct OutputBudget {
    /// A list of invoices beside the selected one, as the dashboard shows them on a wide screen.
    private func invoices(selected: Int, size: Size) -> Frame {
      var frame = Frame(size: size)
      let body = frame.bounds.below(4).above(3)
      let (list, detail) = (body.left(75), body.right(45))
      Panel("Invoices", trailing: "marked 3 · $6,240.50", isFocused: true).draw(in: list, on: &frame)
      table(selected: selected).draw(in: Panel.content(of: list, padding: 0), on: &frame)
      Panel("INV-000371").draw(in: detail, on: &frame)
      frame.write("Doe Industries", x: detail.x + 2, y: detail.y + 1)
      return frame
    }

    private func table(selected: Int) -> Table {
      let columns = [
        TableColumn("Number", width: .fixed(10)), TableColumn("Customer", width: .flexible(minimum: 10, weight: 1)),
        TableColumn("Due", width: .fixed(9), alignment: .trailing), TableColumn("Status", width: .fixed(9)),
        TableColumn("Balance", width: .fixed(8), alignment: .trailing),
        TableColumn("Total", width: .fixed(8), alignment: .trailing),
      ]
      return Table(columns: columns, rows: (0..<24).map(row), selected: selected)
    }

    private func row(_ index: Int) -> TableRow {
      let isLate = index < 12
      return TableRow([
        TableCell("INV-000\(341 + index * 7)"),
        TableCell(["Northwind Traders", "Blue Heron Studio", "Atlas"][index % 3]),
        TableCell(isLate ? "\(103 - index)d late" : "in \(index)d", role: isLate ? "status.overdue" : "text"),
        TableCell(isLate ? "▲ OVERDUE" : "● SENT", role: isLate ? "status.overdue" : "status.sent"),
        TableCell("1,\(100 + index * 31).00", role: "money"), TableCell("2,\(100 + index * 17).00", role: "money"),
      ])
    }

    private static let colourful = Theme(
      name: "colourful",
      styles: [
        "text": Style(foreground: .rgb(red: 208, green: 208, blue: 216)),
        "surface": Style(background: .rgb(red: 24, green: 26, blue: 32)),
        "selection": Style(background: .rgb(red: 40, green: 60, blue: 110)),
        "status.overdue": Style(foreground: .rgb(red: 255, green: 90, blue: 80)),
        "status.sent": Style(foreground: .rgb(red: 120, green: 170, blue: 255)),
      ])

    @Test(arguments: [[:], ["COLORTERM": "truecolor"], ["TERM": "vt100"]], [false, true])
    func `moving the selection by a row takes at most 400 bytes`(environment: [String: String], isColourful: Bool)
      throws
    {
      let theme = isColourful ? Self.colourful : .builtIn
      let bench = try TerminalBench(width: 120, height: 36, environment: environment, theme: theme)
      bench.draw(invoices(selected: 5, size: bench.terminal.size))
      let moved = invoices(selected: 6, size: bench.terminal.size)
      let bytes = bench.draw(moved)
      #expect(bytes.count > 0)
      #expect(bytes.count <= 400)
      #expect(bench.screen.lines[12] == moved.characters[12])
    }

    @Test func `a typed character takes at most 32 bytes`() throws {
      let bench = try TerminalBench(width: 120, height: 36)
      var frame = invoices(selected: 5, size: bench.terminal.size)
      bench.draw(frame)
      frame.write("x", x: 40, y: 2)
      #expect(bench.draw(frame).count <= 32)
    }
  }
}
