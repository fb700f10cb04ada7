import Foundation
import Testing

extension Verbs {
  @Suite struct `Scripts` {
    private let office: Office
    private let service: RunningService

    init() async throws {
      office = try Office()
      service = try await RunningService(office, "--sample", "60")
      let folder = office.path + "/.config/invoicematic"
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let key = Data(try await office.key().utf8)
      #expect(
        FileManager.default.createFile(atPath: folder + "/key", contents: key, attributes: [.posixPermissions: 0o600]))
      let profile = """
        [profiles.acme]
        base_url = "unix:\(office.socket)"
        api_key_file = "\(folder)/key"
        """
      try profile.write(toFile: folder + "/config.toml", atomically: true, encoding: .utf8)
    }

    private func run(_ arguments: String...) async throws -> Office.Answer {
      try await office.run(arguments + ["--profile", "acme"], books: nil)
    }

    private func openInvoices() async throws -> Int {
      try await run("list", "invoices", "--where", "is:open", "--format", "json").lines.count
    }

    @Test func `list, plan and apply pay what is open, once`() async throws {
      #expect(try await openInvoices() > 0)
      let planned = try await run("plan", "pay", "--where", "is:open", "-o", "plan.json")
      #expect(planned.status == 0, "\(planned.complaint)")
      #expect(try await run("plan", "pay", "--where", "is:open", "-o", "plan.json").status == 73)
      let dry = try await run("apply", "plan.json", "--dry-run", "--include-held")
      #expect(dry.status == 0 && dry.output.contains("waiting"), "\(dry.complaint)")
      let applied = try await run("apply", "plan.json", "--include-held", "--report", "outcome.csv")
      #expect(applied.status == 0, "\(applied.output)\(applied.complaint)")
      #expect(try await openInvoices() == 0)
      let payments = try await run("list", "payments", "--format", "csv").lines.count
      #expect(try await run("apply", "plan.json").status == 0)
      #expect(try await run("list", "payments", "--format", "csv").lines.count == payments)
      let report = try String(contentsOfFile: office.path + "/outcome.csv", encoding: .utf8)
      #expect(report.hasPrefix("Number,Customer,Currency,Amount,Result,") && report.contains(",done,"))
    }

    @Test func `a plan that was edited, or is none, is refused with its reason`() async throws {
      #expect(try await run("plan", "pay", "--where", "is:open", "-o", "plan.json").status == 0)
      let path = office.path + "/plan.json"
      let text = try String(contentsOfFile: path, encoding: .utf8)
      try text.replacing("PAY-", with: "PAX-").write(toFile: path, atomically: true, encoding: .utf8)
      let edited = try await run("apply", "plan.json")
      #expect(edited.status == 65 && edited.complaint.contains("was edited"))
      try String(text.prefix(200)).write(toFile: path, atomically: true, encoding: .utf8)
      #expect(try await run("apply", "plan.json").status == 65)
      #expect(try await run("apply", "nowhere.json").status == 66)
      #expect(try await run("list", "invoices", "--where", "foo:bar").status == 64)
    }

    @Test func `a journal has what is owed and paid, and its sums are those of the invoices`() async throws {
      let open = try await run("list", "invoices", "--columns", "due_amount,currency,status", "--format", "csv").lines
        .dropFirst().filter { $0.contains(",USD,") && !$0.hasSuffix("DRAFT") }
        .compactMap { Double($0.prefix { $0 != "," }) }.reduce(0, +)
      let invoices = try await run("list", "invoices", "--format", "ledger")
      let payments = try await run("list", "payments", "--format", "ledger")
      #expect(invoices.status == 0 && payments.status == 0)
      let receivable = (invoices.lines + payments.lines).filter {
        $0.contains("assets:receivable:") && $0.hasSuffix(" USD")
      }
      let sum = receivable.compactMap { $0.split(separator: " ").dropLast().last.flatMap { Double($0) } }.reduce(0, +)
      #expect(abs(sum - open) < 0.005 && open > 0)
      #expect(try await run("list", "customers", "--format", "ledger").status == 64)
    }

    @Test func `an output that takes no more is no success`() async throws {
      let shell = Process()
      shell.executableURL = URL(filePath: "/bin/sh")
      let list = office.process(["list", "invoices", "--format", "csv", "--profile", "acme"])
      shell.environment = list.environment
      shell.arguments =
        ["-c", #"exec "$0" "$@" >/dev/full"#, try #require(list.executableURL).path] + (list.arguments ?? [])
      let status = try await Aside.work {
        try shell.run()
        shell.waitUntilExit()
        return shell.terminationStatus
      }
      #expect(status == 74)
    }

    @Test func `a list that cannot be fetched is none, unless what was fetched before will do`() async throws {
      #expect(try await run("list", "customers").status == 0)
      try await service.end()
      #expect(try await run("list", "customers").status == 69)
      let cached = try await run("list", "customers", "--cached", "--columns", "name", "--format", "csv")
      #expect(cached.status == 0 && cached.lines.count > 1 && cached.complaint.contains("as of"))
    }
  }
}
