import ArgumentParser
import BillingServer

/// Which books a verb works on: those of `--local` unless others are named.
struct BooksOption: ParsableArguments {
  @Option(help: ArgumentHelp("Use these books instead of those of --local.", valueName: "path"))
  var books: String?

  func open(_ variables: Variables = .current) throws(ProgramError) -> Books {
    guard let books else {
      let places: Places
      do { places = try Places(variables) } catch { throw ProgramError(error) }
      return try EmbeddedService.localBooks(in: places.data)
    }
    do { return try Books(.file(books)) } catch { throw ProgramError(error) }
  }
}
