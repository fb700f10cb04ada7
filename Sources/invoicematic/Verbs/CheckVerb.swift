import ArgumentParser
import BillingServer

/// Proves that books, or a copy of them, can be relied on.
struct CheckVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check that the books, or the copy that --books names, are whole and add up.")

  @OptionGroup var books: BooksOption

  func run() throws {
    try books.useExisting { books in
      let problems = try books.check()
      guard problems.isEmpty else {
        StandardStream.say(problems.joined(separator: "\n"))
        throw ProgramError(.unreadableData, "The books do not add up in \(problems.count) places. Restore a copy.")
      }
      StandardStream.say("The books are whole, and every sum in them holds.")
    }
  }
}
