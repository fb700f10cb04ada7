import ArgumentParser
import BillingServer

/// Copies books while they are in use.
struct BackupVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Copy the books to a new file while they are in use, and check the copy.")

  @Argument(help: "The file to make. One that is there is never replaced.") var file: String
  @OptionGroup var books: BooksOption

  func run() throws {
    try books.useExisting { books in
      do throws(BooksError) {
        try books.backUp(to: file)
      } catch .unusable(let path, let reason) {
        throw ProgramError(.cannotCreate, "The copy \(path) cannot be made: \(reason).")
      } catch {
        throw ProgramError(error)
      }
      StandardStream.say("The books are copied to \(file), and every sum in the copy holds.")
    }
  }
}
