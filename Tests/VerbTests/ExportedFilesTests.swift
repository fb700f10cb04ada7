import Foundation
import Testing

extension Verbs {
  /// What is exported is read back by programs that others wrote.
  @Suite(.enabled(if: Python.isThere, "python3 is not installed")) struct `Exported files` {
    private let office: Office
    private let service: RunningService

    init() async throws {
      office = try Office()
      service = try await RunningService(office, "--sample", "60")
      try await office.addProfile("acme", of: office)
    }

    private func run(_ arguments: String...) async throws -> Office.Answer {
      try await office.run(arguments + ["--profile", "acme"], books: nil)
    }

    /// Runs a line of Python over the folder of the office; what it prints.
    private func python(_ program: String) async throws -> String {
      let process = Process()
      process.executableURL = URL(filePath: "/usr/bin/env")
      process.arguments = ["python3", "-c", program]
      process.currentDirectoryURL = URL(filePath: office.path)
      let output = Pipe()
      process.standardOutput = output
      return try await Aside.work {
        try process.run()
        let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return said.trimmingCharacters(in: .whitespacesAndNewlines)
      }
    }

    private func balances() async throws -> [String: Int] {
      let json = try await run("list", "invoices", "--format", "json")
      var balances: [String: Int] = [:]
      for line in json.lines {
        let row = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        balances[try #require(row["invoice_number"] as? String)] = row["due_amount"] as? Int
      }
      return balances
    }

    @Test func `CSV is read back by Python's csv module, cell by cell`() async throws {
      #expect(try await run("list", "invoices", "--format", "csv", "-o", "invoices.csv").status == 0)
      let read = try await python(
        """
        import csv
        rows = list(csv.DictReader(open('invoices.csv', newline='', encoding='utf-8')))
        print(';'.join(f"{r['invoice_number']}={round(float(r['due_amount']) * 100)}" for r in rows))
        """)
      let pairs = read.split(separator: ";").map { $0.split(separator: "=").map(String.init) }
      let found = Dictionary(uniqueKeysWithValues: pairs.map { ($0[0], Int($0[1]) ?? -1) })
      #expect(found == (try await balances()))
    }

    @Test func `CSV with semicolons, a decimal comma and a byte order mark is read back, from the configuration alone`()
      async throws
    {
      let path = office.path + "/.config/invoicematic/config.toml"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try "csv_separator = \"semicolon\"\ncsv_decimal = \"comma\"\ncsv_bom = true\n\(text)"
        .write(toFile: path, atomically: true, encoding: .utf8)
      #expect(try await run("list", "invoices", "--format", "csv", "-o", "invoices.csv").status == 0)
      let read = try await python(
        """
        import csv
        rows = list(csv.DictReader(open('invoices.csv', newline='', encoding='utf-8-sig'), delimiter=';'))
        print(sum(round(float(r['due_amount'].replace(',', '.')) * 100) for r in rows))
        """)
      #expect(Int(read) == (try await balances()).values.reduce(0, +))
      let bytes = try Data(contentsOf: URL(filePath: office.path + "/invoices.csv"))
      #expect(Array(bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    }

    @Test func `what customers owe is there at the first start, and agrees with the invoices`() async throws {
      let json = try await run("list", "customers", "--format", "json", "--columns", "open_balance,open_invoices")
      let rows = try json.lines.map {
        try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
      }
      let open = rows.compactMap { $0["open_invoices"] as? Int }.reduce(0, +)
      let late = try await run("list", "customers", "--where", "is:open", "--columns", "id", "--format", "json")
      let invoices = try await run("list", "invoices", "--where", "is:open", "--format", "json")
      #expect(open == invoices.lines.count && open > 0)
      #expect(late.lines.count == rows.count { ($0["open_invoices"] as? Int ?? 0) > 0 })
    }

    @Test func `a key that may not read invoices lists payments without their numbers, and is told so`() async throws {
      let narrow = try await office.key("payments:read")
      try Data(narrow.utf8).write(to: URL(filePath: office.path + "/.config/invoicematic/acme"))
      let refused = try await run("list", "payments", "--format", "csv")
      #expect(refused.status == 77 && refused.complaint.contains("--columns can leave them out"))
      let listed = try await run("list", "payments", "--columns", "payment_number,amount", "--format", "csv")
      #expect(listed.status == 0 && listed.lines.count > 1)
      #expect(try await run("list", "payments", "--format", "ledger").status == 0)
    }

    @Test func `CSV is read back by SQLite`() async throws {
      #expect(try await run("list", "customers", "--format", "csv", "-o", "customers.csv").status == 0)
      let read = try await python(
        """
        import csv, sqlite3
        base = sqlite3.connect(':memory:')
        rows = list(csv.reader(open('customers.csv', newline='', encoding='utf-8')))
        base.execute('CREATE TABLE customers (%s)' % ','.join('"%s"' % name for name in rows[0]))
        base.executemany('INSERT INTO customers VALUES (%s)' % ','.join('?' * len(rows[0])), rows[1:])
        print(base.execute('SELECT count(*), count(DISTINCT name) FROM customers').fetchone()[0])
        """)
      #expect(Int(read) == (try await run("list", "customers", "--format", "json")).lines.count)
    }

    /// What a careless reader breaks on: quotation marks, line breaks, commas and formulas, in names and notes.
    @Test(.enabled(if: SQLiteShell.isThere, "sqlite3 is not installed"))
    func `CSV of hostile records is imported by SQLite's own reader, with the same rows and sums`() async throws {
      let hostile = try Office()
      let service = try await RunningService(hostile, "--sample", "60", "--hostile")
      try await hostile.addProfile("evil", of: hostile)
      for (kind, sum) in [("invoices", "due_amount"), ("payments", "amount"), ("customers", "")] {
        let arguments = ["list", kind, "--profile", "evil", "--format"]
        #expect(try await hostile.run(arguments + ["csv", "-o", "\(kind).csv"], books: nil).status == 0)
        let json = try await hostile.run(arguments + ["json"], books: nil)
        let expected = try json.lines.reduce((rows: 0, cents: 0)) { total, line in
          let row = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
          return (total.rows + 1, total.cents + (row[sum] as? Int ?? 0))
        }
        let cents = sum.isEmpty ? "0" : "ifnull(sum(cast(round(\(sum) * 100) as integer)), 0)"
        let read = try await SQLiteShell.run(
          [".import --csv \(hostile.path)/\(kind).csv t", "SELECT count(*) || ' ' || \(cents) FROM t"])
        #expect(read == "\(expected.rows) \(expected.cents)", "\(kind)")
      }
      try await service.end()
    }

    @Test func `the report of a run is read back, and its amounts are what was paid`() async throws {
      #expect(try await run("plan", "pay", "--where", "is:open", "-o", "plan.json").status == 0)
      #expect(try await run("apply", "plan.json", "--include-held", "--report", "outcome.csv").status == 0)
      let read = try await python(
        """
        import csv
        rows = list(csv.DictReader(open('outcome.csv', newline='', encoding='utf-8')))
        print(len(rows), all(r['Result'] == 'done' for r in rows), len(set(r['New number'] for r in rows)) == len(rows))
        """)
      let rows =
        try String(contentsOfFile: office.path + "/plan.json", encoding: .utf8)
        .split(separator: "\"idempotencyKey\"").count - 1
      #expect(read == "\(rows) True True")
    }
  }
}

enum Python {
  /// It comes with most systems and is needed for nothing else here.
  static let isThere = ["/usr/bin", "/usr/local/bin", "/bin"].contains {
    FileManager.default.isExecutableFile(atPath: $0 + "/python3")
  }
}

/// SQLite's command line, where it is installed.
enum SQLiteShell {
  static let path = ["/usr/bin", "/usr/local/bin", "/bin"].map { $0 + "/sqlite3" }.first {
    FileManager.default.isExecutableFile(atPath: $0)
  }
  static var isThere: Bool { path != nil }

  /// What it prints for these commands over an empty database.
  static func run(_ commands: [String]) async throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: try #require(path))
    process.arguments = [":memory:"] + commands
    let output = Pipe()
    process.standardOutput = output
    return try await Aside.work {
      try process.run()
      let said = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
      process.waitUntilExit()
      return said.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }
}

extension Office {
  /// A profile for the service of this office, with a key of its own.
  func addProfile(_ name: String, of served: Office) async throws {
    let folder = path + "/.config/invoicematic"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let key = Data(try await served.key().utf8)
    #expect(
      FileManager.default.createFile(
        atPath: "\(folder)/\(name)", contents: key, attributes: [.posixPermissions: 0o600]))
    let profile = """
      [profiles.\(name)]
      base_url = "unix:\(served.socket)"
      api_key_file = "\(folder)/\(name)"

      """
    let before = (try? String(contentsOfFile: folder + "/config.toml", encoding: .utf8)) ?? ""
    try (before + profile).write(toFile: folder + "/config.toml", atomically: true, encoding: .utf8)
  }
}
