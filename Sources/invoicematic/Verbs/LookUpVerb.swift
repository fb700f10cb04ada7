import ArgumentParser
import BillingServer

/// One of the lists that records refer to and that the API has no address for.
protocol LookUpList {
  static var kind: LookUpKind { get }
  /// What one entry is called.
  static var entry: String { get }
  /// What the list is called.
  static var name: String { get }
}

enum ExpenseCategories: LookUpList {
  static let kind = LookUpKind.categories
  static let entry = "expense category"
  static let name = "expense categories"
}

enum PaymentMethods: LookUpList {
  static let kind = LookUpKind.methods
  static let entry = "payment method"
  static let name = "payment methods"
}

enum Units: LookUpList {
  static let kind = LookUpKind.units
  static let entry = "unit"
  static let name = "units"
}

/// Shows and changes such a list: records name its entries by their ids.
struct LookUpVerb<List: LookUpList>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: List.kind.rawValue, abstract: "Show and change the \(List.name).",
      subcommands: [LookUpListVerb<List>.self, LookUpAddVerb<List>.self, LookUpRenameVerb<List>.self])
  }
}

/// Lists ids and names.
struct LookUpListVerb<List: LookUpList>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "list", abstract: "Print each \(List.entry) with its id.")
  }

  @OptionGroup var books: BooksOption

  func run() throws {
    try books.use { books in
      try books.seedLookUps()
      let rows = try books.lookUps(List.kind).map { [String($0.id), $0.name] }
      StandardStream.say(TextTable(heading: ["id", "name"], rows: rows).text)
    }
  }
}

/// Adds an entry.
struct LookUpAddVerb<List: LookUpList>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "add", abstract: "Add another \(List.entry).")
  }

  @Argument(help: "Its name, which no other has.") var name: String
  @OptionGroup var books: BooksOption

  func run() throws {
    try books.use { books in
      try books.seedLookUps()
      do throws(BooksError) {
        let added = try books.add(name, to: List.kind)
        StandardStream.say("Added \(List.entry) \(added.id), \(added.name).")
      } catch {
        throw ProgramError(lookUp: error)
      }
    }
  }
}

/// Gives an entry another name; records keep referring to it.
struct LookUpRenameVerb<List: LookUpList>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(commandName: "rename", abstract: "Give one of the \(List.name) another name.")
  }

  @Argument(help: "Its name, or its id.") var entry: String
  @Argument(help: "Its new name.") var name: String
  @OptionGroup var books: BooksOption

  func run() throws {
    try books.use { books in
      try books.seedLookUps()
      do throws(BooksError) {
        try books.rename(entry, to: name, in: List.kind)
        StandardStream.say("Renamed \(List.entry) \(entry) to \(name).")
      } catch {
        throw ProgramError(lookUp: error)
      }
    }
  }
}

extension ProgramError {
  fileprivate init(lookUp error: BooksError) {
    guard case .invalidName(let name) = error else {
      self.init(error)
      return
    }
    self.init(.usage, "“\(name)” cannot be a name here: it is taken, empty, or longer than 255 letters.")
  }
}
