import Billing
import BillingAPI
import Store
import Testing

@Suite struct Pickers {
  @Test func `customers whose name begins with the text come first`() throws {
    let mirror = try Mirror.holding(
      .customers, customer(1, "Big Doe"), customer(2, "Doe Industries"), customer(3, "Smith"))
    #expect(try mirror.customers(matching: "doe").map(\.name) == ["Doe Industries", "Big Doe"])
    #expect(try mirror.customers(matching: "").map(\.name) == ["Big Doe", "Doe Industries", "Smith"])
    #expect(try mirror.customers(matching: "", limit: 1).count == 1)
  }

  @Test func `an item tells what this customer paid last`() throws {
    func billed(_ id: Int, _ day: String, customer: Int, price: Int) -> String {
      """
      {"id":\(id),"invoice_date":"\(day)","customer_id":\(customer),
      "items":[{"name":"Web Design","price":\(price)},{"name":"Web Design","price":"oops"},7]}
      """
    }
    let mirror = try Mirror.holding(
      .items, #"{"id":1,"name":"Web design","price":15000}"#, #"{"id":2,"name":"Logo","price":1}"#)
    try mirror.take(
      .invoices,
      [
        billed(1, "2026-01-01", customer: 1, price: 100), billed(2, "2026-02-01", customer: 1, price: 200),
        billed(3, "2026-03-01", customer: 2, price: 300),
      ])
    let choices = try mirror.items(matching: "web", for: Identifier(1))
    #expect(choices.map(\.item.name) == ["Web design"])
    #expect(choices.first?.lastPrice == Money(cents: 200))
    #expect(try mirror.items(matching: "logo", for: Identifier(1)).first?.lastPrice == nil)
    #expect(try mirror.items(matching: "web").first?.lastPrice == nil)
  }

  @Test func `open invoices of a customer stand by due day`() throws {
    let mirror = try Mirror.holding(
      .invoices, invoice(1, dueIn: 9), invoice(2, dueIn: -4), invoice(3, due: 0), invoice(4, customer: (2, "B")))
    #expect(try mirror.openInvoices(of: Identifier(1)).map(\.id.value) == [2, 1])
  }

  @Test func `numbers are known for what comes next`() throws {
    let mirror = try Mirror.holding(.invoices, invoice(1, number: "INV-7"), invoice(2, number: "INV-9"), #"{"id":3}"#)
    #expect(try mirror.knownNumbers(.invoices) == ["INV-9", "INV-7"], "the newest first")
    #expect(try mirror.knownNumbers(.customers).isEmpty)
    #expect(try mirror.ids(.invoices, number: "INV-9") == [2])
    #expect(try mirror.highestID(.invoices) == 3)
    #expect(try mirror.highestID(.items) == nil)
  }

  @Test func `names that the service nests win over those that were typed`() {
    let learned = [LookUpEntry(id: 1, name: "Wire")]
    let typed = [LookUpEntry(id: 1, name: "My wire"), LookUpEntry(id: 9, name: "Cash")]
    #expect(
      LookUpEntry.merged(learned, with: typed) == [LookUpEntry(id: 9, name: "Cash"), LookUpEntry(id: 1, name: "Wire")])
  }
}

@Suite struct `Folding text` {
  @Test(arguments: [
    ("Åsa Müller", "asa muller"), ("ÉCOLE", "ecole"), ("Straße", "strasse"), ("Łódź", "lodz"), ("Søren", "soren"),
    ("E\u{301}cole", "ecole"), ("ΆΘΉΝΑ", "αθηνα"), ("Йод", "иод"), ("가나", "가나"), ("ＡＢＣ", "abc"), ("", ""),
    ("Ångström", "angstrom"), ("Œuvre", "oeuvre"),
  ])
  func `case and accents do not matter`(_ text: String, _ folded: String) {
    #expect(TextFolding.fold(text) == folded)
    #expect(TextFolding.fold(folded) == folded)
  }

  @Test(arguments: [("+1 (555) 01-00", "15550100"), ("٠١٢", "012"), ("no", ""), ("½", "")])
  func `digits of a telephone number stand by themselves`(_ text: String, _ digits: String) {
    #expect(TextFolding.digits(text) == digits)
  }
}
