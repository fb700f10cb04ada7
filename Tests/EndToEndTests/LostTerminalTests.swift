import Foundation
import Glibc
import TerminalTestSupport
import Testing

extension EndToEnd {
  /// A run of payments whose terminal goes away in the middle: the next start goes on with it, and nothing is doubled.
  @Suite struct LostTerminal {
    let home: Home

    init() throws { home = try Home() }

    /// How a program loses its terminal.
    enum Loss: CaseIterable { case signal, closed, killed }

    @Test(arguments: Loss.allCases)
    func `a run is gone on with at the next start, and every invoice is paid once`(loss: Loss) throws {
      let (books, socket) = (home.path + "/books.sqlite", home.path + "/service")
      let service = try home.startService(
        "--books", books, "--socket", socket, "--sample", "250", "--hazard", "latency=40")
      defer { service.signal(SIGTERM) }
      let access = ["INVOICEMATIC_BASE_URL": "unix:" + socket, "INVOICEMATIC_API_KEY": try key(books)]
      let first = try home.start(environment: access, size: (120, 36))
      let before = try payments(access)
      let rows = try first.beginToPayOpenInvoices()
      try first.see("a row is done") { ($0.finished ?? 0) >= 1 }
      try first.lose(loss)

      let next = try home.start(environment: access, size: (120, 36))
      try next.see("bulk interrupted")
      let sent = try payments(access).count - before.count
      #expect(sent >= 1 && sent < rows, "it was cut in the middle")
      try next.command("Bulk runs")
      try next.see("interrupted")
      next.send("\r")
      try next.see("p goes on, nothing is sent twice")
      next.send("p")
      try next.see("The run is through: \(rows) of \(rows) done")
      try next.see("↑0 queued")
      next.send("\u{1B}")
      try next.seeNoMore("▸ Bulk")
      next.send("q")
      #expect(try next.end() == .code(0))
      let known = Set(before.map(\.number))
      let paid = try payments(access).filter { !known.contains($0.number) }
      #expect(paid.count == rows && Set(paid.map(\.invoice)).count == rows)
      #expect(Set(paid.map(\.number)).count == rows)
    }

    private struct Payment: Hashable, Decodable {
      let number: String
      let invoice: String?

      enum CodingKeys: String, CodingKey {
        case number = "payment_number"
        case invoice = "invoice_number"
      }
    }

    /// All payments that the service has.
    private func payments(_ access: [String: String]) throws -> [Payment] {
      let file = home.path + "/payments.jsonl"
      let verb = try home.start(
        "list", "payments", "--format", "json", "--force", "-o", file, environment: access, size: (120, 24))
      #expect(try verb.end() == .code(0))
      return try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").map {
        try JSONDecoder().decode(Payment.self, from: Data($0.utf8))
      }
    }

    private static let scopes = ["invoices", "customers", "payments", "estimates", "expenses", "items"].map {
      "\($0):read,\($0):write"
    }.joined(separator: ",")

    private func key(_ books: String) throws -> String {
      let verb = try home.start(
        "keys", "create", "--name", "test", "--scopes", Self.scopes, "--books", books, size: (160, 24))
      #expect(try verb.end() == .code(0))
      return String(try #require(verb.screen.joined().firstMatch(of: /is_key_\w+/)?.0))
    }
  }
}

extension PseudoTerminal {
  /// Marks all open invoices and confirms the plan that pays them; how many rows go.
  fileprivate func beginToPayOpenInvoices() throws -> Int {
    try see("● live")
    try open("2", "Invoices")
    try see("all of them") { $0.text.contains("250/250 loaded") }
    send("go")
    try see("⌕ is:open")
    send("*")
    try see("■ ")
    send("b")
    try see("━ With the marked ━")
    send("\r")
    try see("━ Pay marked in full")
    send(Keys.save)
    try see("nothing is sent before ^S")
    send(Keys.save)
    try see("to run it; Esc leaves it.")
    let rows = try #require(screenModel.text.firstMatch(of: /Type (\d+) to run it/)?.1)
    send(String(rows))
    return try #require(Int(rows))
  }

  /// Loses its terminal, and ends.
  fileprivate func lose(_ loss: EndToEnd.LostTerminal.Loss) throws {
    switch loss {
    case .signal: signal(SIGHUP)
    case .closed: hangUp()
    case .killed: signal(SIGKILL)
    }
    #expect(try end() == (loss == .killed ? .signal(SIGKILL) : .code(128 + SIGHUP)))
  }
}

extension ScreenModel {
  /// How many rows of the run have ended, by its box.
  fileprivate var finished: Int? {
    text.firstMatch(of: /(\d+) of \d+ finished/).flatMap { Int($0.1) }
  }
}
