import Billing
import BillingExport
import Foundation
import TestSupport
import Testing

@Suite struct `Exported rows` {
  private let columns = [
    ExportColumn(title: "Number", name: "invoice_number"), ExportColumn(title: "Balance", name: "due_amount"),
  ]

  @Test(arguments: [
    ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"so\"", "\"say \"\"so\"\"\""), ("two\nlines", "\"two\nlines\""),
    ("=1+1", "'=1+1"), ("@SUM(A1)", "'@SUM(A1)"), ("-2", "'-2"), ("\t=1", "'\t=1"), (" =1", "' =1"), ("", ""),
    ("trailing ", "\"trailing \""), ("a;b", "a;b"),
  ])
  func `are quoted where they must be, and no formula`(_ text: String, _ cell: String) {
    #expect(CSVFormat().row([.text(text), .empty], columns) == cell + ",\r\n")
  }

  @Test func `have amounts of two decimals, however small or negative`() {
    let cells = [0, 5, -5, 123_456, -100].map { (cents: Int64) in
      CSVFormat(separator: ";", decimalMark: ",").row([.empty, .money(Money(cents: cents))], columns)
    }
    #expect(cells == [";0,00\r\n", ";0,05\r\n", ";-0,05\r\n", ";1234,56\r\n", ";-1,00\r\n"])
    #expect(CSVFormat().row([.empty, .money(Money(cents: .min))], columns) == ",-92233720368547758.08\r\n")
  }

  @Test func `begin with their headings, and with a mark where it is wanted`() {
    #expect(CSVFormat(byteOrderMark: true).beginning(columns) == "\u{FEFF}Number,Balance\r\n")
    #expect(JSONLinesFormat().beginning(columns) == "")
  }

  @Test func `are JSON by the names of the API, in cents`() throws {
    let line = JSONLinesFormat().row([.text("a\"\u{1}\u{2028}é"), .money(Money(cents: 500))], columns)
    #expect(line == "{\"invoice_number\":\"a\\\"\\u0001\\u2028é\",\"due_amount\":500}\n")
    let read = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    #expect(read?["invoice_number"] as? String == "a\"\u{1}\u{2028}é")
  }
}

@Suite struct `A ledger journal` {
  @Test func `adds up to zero in every transaction, whatever the names hold`() throws {
    var generator = SystemRandomNumberGenerator()
    let names = ["Doe; Industries", "a:b", "", "x\ny", "  two  spaces ", "é|ü"]
    for _ in 0..<500 {
      let total = Int64.random(in: -1_000_000...1_000_000, using: &generator)
      let tax = Int64.random(in: 0...10_000, using: &generator)
      let name = names.randomElement() ?? ""
      let text = LedgerJournal().invoice(
        "INV-1", name, on: .first, total: Money(cents: total), tax: Money(cents: tax), currency: "USD")
      let amounts = text.split(separator: "\n").dropFirst().compactMap { line -> Int64? in
        let parts = line.trimmingCharacters(in: .whitespaces).components(separatedBy: "  ")
        guard parts.count == 2, let number = parts[1].split(separator: " ").first else { return nil }
        return Int64(number.filter { $0 != "." })
      }
      #expect(amounts.reduce(0, +) == 0)
      #expect(text.split(separator: "\n").count == 1 + amounts.count)
    }
  }

  @Test func `reads as accountants write it`() throws {
    let day = try #require(CalendarDate(iso: "2026-02-07"))
    let text = LedgerJournal().payment("PAY-1", "Doe", on: day, amount: Money(cents: 50_000), currency: "USD")
    #expect(text == "2026-02-07 PAY-1 | Doe\n    assets:bank  500.00 USD\n    assets:receivable:Doe  -500.00 USD\n\n")
  }
}

@Suite struct `An exported file` {
  private let folder: TestFolder
  private var path: String { folder.path + "/export.csv" }

  init() throws { folder = try TestFolder() }

  @Test func `is there when it is whole, and never goes over another`() throws {
    let file = try ExportFile(path)
    try file.write("a,b\r\n")
    #expect(!FileManager.default.fileExists(atPath: path))
    try file.finish()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "a,b\r\n")
    #expect(throws: ExportFile.Problem.exists(path)) { try ExportFile(path) }
    let other = try ExportFile(path, replacing: true)
    try other.write("new")
    try other.finish()
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "new")
  }

  @Test func `leaves nothing behind where it is given up`() throws {
    do {
      let file = try ExportFile(path)
      try file.write("half")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
  }

  @Test func `that came up meanwhile is not gone over`() throws {
    let file = try ExportFile(path)
    try file.write("mine")
    #expect(FileManager.default.createFile(atPath: path, contents: Data("theirs".utf8)))
    #expect(throws: ExportFile.Problem.exists(path)) { try file.finish() }
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "theirs")
  }
}
