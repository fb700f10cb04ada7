import BillingAPI
import Dashboard
import Foundation
import Store
import TestSupport
import Testing

@testable import invoicematic

@Suite struct `Views and columns on disk` {
  private let folder: TestFolder
  private var path: String { folder.path + "/views.toml" }
  private var file: ViewsFile { ViewsFile(folder: folder.path) }

  private let view = SavedView(
    name: "Doe, \"late\"", kind: .invoices, filter: "is:late cust:doe",
    sort: SortOrder(.dueDate, then: SortKey(.total, descending: true)),
    columns: ColumnArrangement([.init("number"), .init("customer", width: 30)]))

  init() throws {
    folder = try TestFolder()
  }

  private func write(_ text: String) throws { try text.write(toFile: path, atomically: true, encoding: .utf8) }
  private func text() throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func `where there is no file there are no views, and none is made`() throws {
    #expect(try file.read() == SavedViews())
    #expect(!FileManager.default.fileExists(atPath: path))
  }

  @Test func `a view that was saved is read as it was`() throws {
    #expect(try file.change(.save(view)).views == [view])
    #expect(try file.read() == SavedViews(views: [view]))
    #expect(
      try text().hasSuffix(
        """

        [[views]]
        name = "Doe, \\"late\\""
        section = "invoices"
        filter = "is:late cust:doe"
        sort = ["due", "total desc"]
        columns = ["number", "customer:30"]

        """))
  }

  @Test(arguments: ResourceKind.allCases)
  func `every order and every column of a kind comes back`(_ kind: ResourceKind) throws {
    for column in SortColumn.columns(of: kind) {
      let names = ColumnArrangement.known(of: kind)
      let view = SavedView(
        name: "V", kind: kind, filter: "", sort: SortOrder(column, descending: true),
        columns: ColumnArrangement(names.map { .init($0, width: 9) }))
      #expect(try file.change(.save(view)) == SavedViews(views: [view]))
    }
  }

  @Test func `saving, renaming and deleting touch one view and keep the order of the others`() throws {
    let names = ["b", "a", "c"]
    for name in names {
      _ = try file.change(.save(SavedView(name: name, kind: .items, filter: "", sort: .standard(for: .items))))
    }
    #expect(try file.change(.rename("a", to: "z")).views.map(\.name) == ["b", "z", "c"])
    #expect(try file.change(.delete("b")).views.map(\.name) == ["z", "c"])
    #expect(try file.change(.columns(.items, ColumnArrangement([.init("name")]))).views.map(\.name) == ["z", "c"])
    #expect(try file.read().columns == [.items: ColumnArrangement([.init("name")])])
    #expect(try file.change(.columns(.items, nil)).columns == [:])
  }

  @Test func `what is not known is remarked on and survives every change`() throws {
    try write(
      """
      colour = "red"
      [columns]
      invoices = ["number", "shoe-size"]
      [[views]]
      name = "Of a later version"
      section = "contracts"
      [[views]]
      name = "Mine"
      section = "items"
      icon = 7
      """)
    let read = try file.read()
    #expect(read.views.map(\.name) == ["Mine"])
    #expect(read.remarks.count == 4)
    #expect(read.remarks.contains { $0.contains("shoe-size") })
    _ = try file.change(.save(view))
    _ = try file.change(.save(SavedView(name: "Mine", kind: .items, filter: "tallow", sort: .standard(for: .items))))
    let after = try text()
    for kept in ["colour = \"red\"", "shoe-size", "\"contracts\"", "icon = 7", "filter = \"tallow\""] {
      #expect(after.contains(kept), "\(after)")
    }
  }

  @Test(arguments: ["[[views", "views = ", "\u{0}"])
  func `a file that is no TOML is one sentence, and is never written over`(_ broken: String) throws {
    try write(broken)
    #expect(throws: ViewsProblem.self) { try file.read() }
    do {
      _ = try file.change(.save(view))
      Issue.record("it was written over")
    } catch {
      #expect(error.sentence.contains("left as it is"))
    }
    #expect(try text() == broken)
  }

  /// What a person wrote around what the program keeps.
  private static let annotated = """
    # My lists.
    since = 2026-01-01
    ratio = 0.5

    [columns]   # as I like them
    items = ["name"] # short
    # the rest is standard

    # Mondays
    [[views]]
    # all of it
    name = "Late"   # ▲
    section = "invoices"
    sort = [
      "due", # first
      "total desc",
    ]

    # Fridays
    [[views]]
    name = "Old"
    section = "items"
    filter = \"\"\"
    [[views]]\"\"\"

    # the end
    """

  @Test func `a change writes its own lines and leaves comments, dates and everything else`() throws {
    try write(Self.annotated)
    _ = try file.change(.rename("Late", to: "Overdue"))
    #expect(try text() == Self.annotated.replacing("\"Late\"", with: "\"Overdue\""))
    _ = try file.change(.rename("Overdue", to: "Late"))
    _ = try file.change(.columns(.items, ColumnArrangement([.init("name"), .init("price", width: 9)])))
    #expect(try text() == Self.annotated.replacing("[\"name\"] #", with: "[\"name\", \"price:9\"] #"))
    _ = try file.change(.columns(.items, nil))
    #expect(try text() == Self.annotated.replacing("items = [\"name\"] # short\n", with: ""))
  }

  @Test func `a view that is saved again keeps its comments; one that is deleted takes those above it along`() throws {
    try write(Self.annotated)
    var late = try #require(try file.read().view(named: "Late"))
    late.filter = "is:late"
    _ = try file.change(.save(late))
    #expect(
      try text()
        == Self.annotated.replacing("section = \"invoices\"", with: "section = \"invoices\"")
        .replacing("  \"total desc\",\n]", with: "  \"total desc\",\n]\nfilter = \"is:late\""))
    _ = try file.change(.delete("Late"))
    let left = try text()
    #expect(!left.contains("Mondays") && left.contains("# the rest is standard") && left.contains("# Fridays"))
    #expect(try file.change(.delete("Old")).views == [])
    #expect(try text().contains("since = 2026-01-01"))
  }

  @Test(arguments: ["views = [{name = \"A\", section = \"items\"}]\n", "columns = {items = [\"name\"]}\n"])
  func `tables in one line are left as they are, and a sentence says so`(_ compact: String) throws {
    try write(compact)
    for change in [ViewsChange.rename("A", to: "B"), .columns(.items, ColumnArrangement([.init("price")]))] {
      do {
        _ = try file.change(change)
        #expect(try ViewsDocument(TOMLDocument(text(), path: path).root).saved == file.read())
      } catch {
        #expect("\(error)".contains("nothing was saved"))
        #expect(try text() == compact)
      }
    }
  }

  @Test func `the permissions of the file stay, and a link stays a link`() throws {
    let real = folder.path + "/dotfiles.toml"
    try "".write(toFile: real, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: real)
    try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: real)
    _ = try file.change(.save(view))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: path) == real)
    #expect(try FileManager.default.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o640)
    #expect(try file.read().views == [view])
  }

  @Test func `config.toml beside it is not touched`() throws {
    let configuration = "# mine\ntheme = \"dark\"\n"
    try configuration.write(toFile: folder.path + "/config.toml", atomically: true, encoding: .utf8)
    _ = try file.change(.save(view))
    #expect(try String(contentsOfFile: folder.path + "/config.toml", encoding: .utf8) == configuration)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["config.toml", "views.toml"])
  }

  @Test func `changes from several at once are all kept`() async throws {
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<20 {
        group.addTask { [folder = folder.path] in
          let view = SavedView(name: "\(number)", kind: .items, filter: "", sort: .standard(for: .items))
          _ = try? ViewsFile(folder: folder).change(.save(view))
        }
      }
    }
    #expect(try Set(file.read().views.map(\.name)) == Set((0..<20).map(String.init)))
  }
}
