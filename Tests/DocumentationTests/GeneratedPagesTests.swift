import Dashboard
import TerminalUI
import Testing

@testable import invoicematic

/// What `make docs` writes is what the program prints now.
@Suite struct GeneratedPagesTests {
  @Test(arguments: [
    ("docs/keys.md", ReferenceVerb.Page.keys), ("docs/roles.md", .roles), ("docs/invoicematic.1", .man),
  ])
  func `a page that is generated is up to date; make docs writes it anew`(path: String, page: ReferenceVerb.Page) throws
  {
    #expect(try DocumentedPages.text(path) == page.text + "\n")
  }

  @Test func `the page of the service has the hazards as “reference hazards” prints them`() throws {
    #expect(try DocumentedPages.text("docs/service.md").contains("\n\(ReferenceVerb.Page.hazards.text)\n"))
  }

  @Test func `the table of keys has every command of every mode, and once what is the same in all of them`() {
    let rows = KeyTable.markdown.split(separator: "\n").filter { $0.hasPrefix("| ") && !$0.hasPrefix("| keys") }
    let everywhere = Registry.commands.count { $0.modes.isSuperset(of: Mode.browsing) }
    let saved = everywhere * (Mode.browsing.count - 1)
    #expect(everywhere > 20)
    #expect(rows.count == Registry.commands.map(\.modes.count).reduce(0, +) - saved)
    #expect(rows.filter { $0 == "| `gg` `Home` | First row | Selects the first row of the list. |" }.count == 1)
  }

  @Test func `a bar in a sentence of help does not end its cell`() throws {
    let filter = try #require(KeyTable.markdown.split(separator: "\n").first { $0.hasPrefix("| `/` ") })
    #expect(filter.contains("a\\|b"))
  }

  @Test func `the table of roles has every role once and what stands in for it`() {
    let rows = RoleTable.markdown.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count == RoleCatalog.entries.count)
    #expect(rows.contains("| `money.negative` | an amount below zero | `money` |"))
    #expect(rows.contains { $0.hasPrefix("| `text` |") && $0.hasSuffix("|  |") })
  }
}
