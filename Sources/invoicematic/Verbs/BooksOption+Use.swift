import BillingServer
import Glibc

extension BooksOption {
  /// Opens the books for one piece of work and lets go of them; what fails is told in a sentence.
  func use(_ work: (Books) throws -> Void) throws {
    let books = try open()
    do {
      try work(books)
      try books.close()
    } catch let error as BooksError {
      throw ProgramError(error)
    }
  }

  /// The same with books that are there already: under a mistyped path new ones would be made, and answer for them.
  func useExisting(_ work: (Books) throws -> Void) throws {
    _ = try existingPath()
    try use(work)
  }

  /// The path of books that are there.
  func existingPath() throws(ProgramError) -> String {
    let path = try path()
    guard access(path, F_OK) == 0 else {
      throw ProgramError(.missingInput, "There are no books at \(path). Name them with --books.")
    }
    return path
  }

  /// Others than those of --local.
  var areNamed: Bool { books != nil }

  /// What has no place has no books.
  var areThere: Bool { (try? existingPath()) != nil }

  private func path() throws(ProgramError) -> String {
    if let books { return books }
    do { return try Places(.current).data + "/books.sqlite" } catch { throw ProgramError(error) }
  }
}
