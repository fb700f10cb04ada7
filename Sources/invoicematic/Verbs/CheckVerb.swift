import ArgumentParser
import BillingServer

/// Proves that books, or a copy of them, can be relied on.
struct CheckVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Check that the books, or the copy that --books names, are whole and add up.")

  @OptionGroup var books: BooksOption

  func run() throws {
    let path = try books.existingPath()
    let problems: [String]
    do { problems = try Books.check(file: path) } catch { throw ProgramError(error) }
    guard problems.isEmpty else {
      StandardStream.say(problems.joined(separator: "\n"))
      throw ProgramError(.unreadableData, "The books do not add up in \(problems.count) places. Restore a copy.")
    }
    StandardStream.say("The books are whole, and every sum in them holds.")
  }
}
