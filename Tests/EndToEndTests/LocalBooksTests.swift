import Glibc
import TerminalTestSupport
import Testing

extension EndToEnd {
  /// The user's own books, kept on this machine.
  @Suite struct LocalBooks {
    let home: Home

    init() throws { home = try Home() }

    @Test func `company and invoice are there at the next start`() throws {
      let first = try home.startLocal(isFirst: true)
      try first.writeInvoice(number: "INV-000001", for: "Jane Roe", isNew: true, amount: "100")
      first.send("q")
      #expect(try first.end() == .code(0))
      let second = try home.startLocal()
      try second.open("2", "Invoices")
      try second.see("INV-000001  Jane Roe")
      try second.see("100.00 €")
    }

    @Test func `an answer that cannot be is asked for again, and nothing is made before`() throws {
      let program = try home.start("--local")
      try program.see("two questions")
      program.send("\t\r")
      try program.see("What is your company called?")
      program.send("\u{1B}[A")
      program.send("Testwerk\t\(Keys.clear)XQX\r")
      try program.see("A currency is named by its three letters: USD, EUR, GBP.")
      #expect(program.screen.contains { $0.contains("[ Testwerk ") })
      program.send("\(Keys.clear)EUR\r")
      try program.see("Testwerk · local books")
    }

    @Test func `nobody else can look into the books, nor into what is kept beside them`() throws {
      let program = try home.startLocal(isFirst: true)
      try program.writeInvoice(number: "INV-000001", for: "Jane Roe", isNew: true, amount: "100")
      for folder in ["data", "state", "run"] {
        let open = try home.access(below: "\(home.path)/\(folder)").filter { $0.value != 0 }
        #expect(open.isEmpty)
      }
      #expect(try home.access(below: home.data).keys.contains("books.sqlite"))
    }

    @Test func `two programs at once see what the other wrote`() throws {
      let one = try home.startLocal(isFirst: true)
      let other = try home.startLocal()
      try one.writeInvoice(number: "INV-000001", for: "Jane Roe", isNew: true, amount: "100")
      try other.open("2", "Invoices")
      other.send("R")
      try other.see("INV-000001  Jane Roe")
      try other.writeInvoice(number: "INV-000002", for: "Jane Roe", isNew: false, amount: "200")
      one.send("R")
      try one.see("INV-000002  Jane Roe")
    }

    @Test func `killed while saving, an invoice is there once or can be taken up again`() throws {
      var program = try home.startLocal(isFirst: true)
      try program.writeInvoice(number: "INV-000001", for: "Jane Roe", isNew: true, amount: "1")
      for round in 2...6 {
        try program.fillInvoice(for: "Jane Roe", isNew: false, amount: "\(round)", item: "Work of round \(round)")
        try home.waitUntilDraftsHold("Work of round \(round)")
        program.send(Keys.save)
        // The later rounds look at the screen first, so that the program is caught a little further on each time.
        for _ in 2..<round { _ = program.screenModel }
        program.signal(SIGKILL)
        #expect(try program.end() == .signal(SIGKILL))
        program = try home.startLocal()
        try program.expectInvoiceOrDraft("INV-00000\(round)", item: "Work of round \(round)")
      }
    }
  }
}

extension PseudoTerminal {
  /// Writes an invoice of one line and waits until it is saved.
  fileprivate func writeInvoice(number: String, for customer: String, isNew: Bool, amount: String) throws {
    try fillInvoice(for: customer, isNew: isNew, amount: amount)
    send(Keys.save)
    try see("Saved invoice \(number).")
  }

  /// Fills a form for an invoice as far as `^S`.
  fileprivate func fillInvoice(for customer: String, isNew: Bool, amount: String, item: String = "Consulting") throws {
    if !screen[0].contains("▸ Invoices") { try open("2", "Invoices") }
    send("n")
    try see("▸ New invoice INV-")
    send(customer)
    if isNew {
      try see("No customer “\(customer)” yet.")
      send("\r")
      try see("─ New customer Jane Roe ─")
      send(Keys.save)
      try see("Saved customer \(customer).")
    } else {
      try see("▶ \(customer)")
      send("\r")
      try seeNoMore("▶ \(customer)")
    }
    send("\t\t\t\t")
    try see("▶1")
    send("\(item)\t\t\t\(amount)")
    try see("1 line  ∑ \(amount).00 ")
  }

  /// After a sudden end: what was typed is among the drafts, and the program says so, or the invoice was saved and no
  /// draft is left; in the end it is in the list once.
  fileprivate func expectInvoiceOrDraft(_ number: String, item: String) throws {
    let isKept = screen.contains { $0.contains("1 draft is kept: :drafts brings it back.") }
    try open("2", "Invoices")
    try see("INV-000001")
    send("R")
    try see("all of them") { $0.text.contains("all ") && !$0.text.contains("⟳") }
    if isKept, !screenModel.holdsOne(number) {
      try command("Drafts")
      try see("Invoice \(number)")
      send("\r")
      try see(item)
      send(Keys.save)
      try see("Saved invoice \(number).")
    }
    try see("the invoice, once") { $0.holdsOne(number) }
    try command("Drafts")
    try see("No drafts: everything that was begun is saved.")
    send(Keys.escape)
    try seeNoMore("━ Drafts ━")
  }
}

extension ScreenModel {
  /// Whether exactly one row of a list is of this number.
  fileprivate func holdsOne(_ number: String) -> Bool {
    lines.count { $0.hasPrefix("▶  \(number)") || $0.hasPrefix("   \(number)") } == 1
  }
}
