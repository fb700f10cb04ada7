import Dashboard
import Testing

@testable import invoicematic

/// What the documentation mentions is there.
@Suite struct MentionTests {
  @Test(arguments: try DocumentedPages.paths)
  func `every option that a page mentions is one of the program`(path: String) throws {
    let options = CommandLineOptions.all + CommandLineOptions.verbs.flatMap(\.options)
    let known = Set(options.flatMap { words(of: $0.term) })
    // What stands before the dashes is matched too: this kind of pattern cannot look behind.
    let mentioned = try mentions(in: path, /(?m)(?:^|[^\w-])--[a-z][a-z-]+/).map { String($0.drop { $0 != "-" }) }
    #expect(Set(mentioned).subtracting(known) == [])
  }

  @Test(arguments: try DocumentedPages.paths)
  func `every environment variable that a page mentions is one that the program reads`(path: String) throws {
    let known = Set(Variables.explanations.map(\.name))
    #expect(try mentions(in: path, /\b(?:INVOICEMATIC|XDG)_[A-Z_]+/).subtracting(known) == [])
  }

  @Test(arguments: try DocumentedPages.paths)
  func `every relative link of a page leads somewhere`(path: String) throws {
    let folder = path.split(separator: "/").dropLast()
    for link in try DocumentedPages.text(path).matches(of: /\]\(([^)]+)\)/).map(\.1) where !link.contains("://") {
      let file = link.prefix { $0 != "#" }
      if !file.isEmpty { #expect(DocumentedPages.exists((folder + [file]).joined(separator: "/")), "\(path): \(link)") }
    }
  }

  @Test(arguments: try DocumentedPages.paths)
  func `every source file and folder that a page names exists`(path: String) throws {
    for name in try mentions(in: path, /`(?:Sources|Tests|docs|themes)\/[\w\/+.@-]*`/) {
      #expect(DocumentedPages.exists(name.filter { $0 != "`" }), "\(path): \(name)")
    }
  }

  @Test(arguments: try DocumentedPages.paths)
  func `every target of make that a page mentions is in the Makefile`(path: String) throws {
    let targets = Set(try DocumentedPages.text("Makefile").matches(of: /(?m)^([a-z-]+):/).map { String($0.1) })
    let named = try DocumentedPages.text(path).matches(of: /`make ([a-z-]+)/).map { String($0.1) }
    #expect(Set(named).subtracting(targets) == [])
  }

  @Test func `the configuration page has every key of the file, and no other`() throws {
    let page = try DocumentedPages.text("docs/configuration.md")
    let documented = Set(page.matches(of: /(?m)^\| `([a-z_]+)` \|/).map { String($0.1) })
    #expect(documented == Set(ConfigurationFile.keys))
  }

  @Test func `the first page shows both commands`() throws {
    let lines = try DocumentedPages.text("README.md").split(separator: "\n").map { $0.drop(while: \.isWhitespace) }
    #expect(lines.contains { $0.hasPrefix("make demo") })
    #expect(lines.contains { $0.hasPrefix("make test") })
  }

  private func mentions(in path: String, _ pattern: Regex<Substring>) throws -> Set<String> {
    Set(try DocumentedPages.text(path).matches(of: pattern).map { String($0.output) })
  }

  private func words(of term: String) -> [String] {
    term.split { " ,".contains($0) }.map(String.init).filter { $0.hasPrefix("--") }
  }
}
