import Glibc
import TerminalTestSupport
import Testing

extension EndToEnd {
  /// Whatever moment the program dies at while it fetches, the next start goes on, and ends with all there is.
  @Suite struct KilledWhileFetching {
    let home: Home

    init() throws { home = try Home() }

    @Test func `killed again and again, it goes on where it was and ends with everything, once`() throws {
      let books = home.path + "/books.sqlite"
      let socket = home.path + "/service"
      let service = try home.startService(
        "--books", books, "--socket", socket, "--sample", "1500", "--hazard", "latency=20")
      defer { service.signal(SIGTERM) }
      let key = try key(books)
      var loaded = 0
      for count in [1, 225, 450, 750, 1_050] {
        let program = try openInvoices(socket, key)
        #expect(try program.loadedInvoices >= loaded)
        try program.see("\(count) invoices") { ($0.loadedInvoices ?? 0) >= count }
        loaded = try program.loadedInvoices
        program.signal(SIGKILL)
        #expect(try program.end() == .signal(SIGKILL))
      }
      let program = try openInvoices(socket, key)
      #expect(try program.loadedInvoices >= loaded)
      for section in ["2", "3", "4", "5", "6", "7"] {
        program.send(section)
        try program.see("section \(section) complete") { $0.isComplete(section) }
      }
      program.send("2")
      try program.see("1,500/1,500 loaded")
      program.send("q")
      #expect(try program.end() == .code(0))
    }

    /// The program with its invoices, once it says how many of them are loaded.
    private func openInvoices(_ socket: String, _ key: String) throws -> PseudoTerminal {
      let program = try home.start(
        environment: [
          "INVOICEMATIC_BASE_URL": "unix:" + socket, "INVOICEMATIC_API_KEY": key,
          "INVOICEMATIC_REQUESTS_PER_MINUTE": "0",
        ], size: (160, 36))
      try program.see("● live")
      program.send("2")
      try program.see("how many are loaded") { $0.loadedInvoices != nil }
      return program
    }

    private static let scopes = ["invoices", "customers", "payments", "estimates", "expenses", "items"].map {
      "\($0):read"
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
  fileprivate var loadedInvoices: Int { get throws { try #require(screenModel.loadedInvoices) } }
}

extension ScreenModel {
  /// `300` of `300/1,500 loaded`, while the invoices show.
  fileprivate var loadedInvoices: Int? {
    guard lines[0].contains("▸ Invoices") else { return nil }
    return loaded.map(\.records)
  }

  /// Whether the section is shown and all of its records are there.
  fileprivate func isComplete(_ section: String) -> Bool {
    let titles = [
      "2": "Invoices", "3": "Customers", "4": "Payments", "5": "Estimates", "6": "Expenses", "7": "Items",
    ]
    guard lines[0].contains("▸ \(titles[section] ?? "?")"), let loaded else { return false }
    return loaded.records == loaded.total
  }

  private var loaded: (records: Int, total: Int)? {
    guard let match = text.firstMatch(of: /([\d,]+)\/([\d,]+) loaded/) else { return nil }
    guard let records = Int(match.1.filter(\.isNumber)), let total = Int(match.2.filter(\.isNumber)) else { return nil }
    return (records, total)
  }
}
