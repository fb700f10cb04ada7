import ArgumentParser
import BillingAPI
import BillingServer

/// Makes, lists and ends the keys with which programs may use the service.
struct KeysVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "Make, list and end keys for the service.",
    subcommands: [Create.self, List.self, Revoke.self])

  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Make a key, valid at once, and print it: it is shown this once.")

    @Option(help: "What you will know the key by.") var name: String

    @Option(help: ArgumentHelp("What it may do, separated by commas.", valueName: "scopes"))
    var scopes: ScopesOption

    @Option(
      help: ArgumentHelp("The last day on which it is valid (in UTC), or the moment that ends it.", valueName: "day"))
    var expires: ExpiryOption?

    @Option(help: ArgumentHelp("From where alone it may be used, separated by commas.", valueName: "addresses"))
    var allowIp: AddressesOption?

    @OptionGroup var books: BooksOption

    func run() throws {
      let books = try books.open()
      do throws(BooksError) {
        let key = try books.createKey(
          name: name, scopes: scopes.scopes, expiresAt: expires?.moment, allowedAddresses: allowIp?.ranges ?? [])
        StandardStream.say(key)
        try books.close()
      } catch .invalidName {
        throw ProgramError(.usage, "A key needs a name, so that you can tell it from others later.")
      } catch {
        throw ProgramError(error)
      }
    }
  }
}

/// The scopes of a key: `invoices:read,payments:write`.
struct ScopesOption: ExpressibleByArgument {
  let scopes: [Scope]

  init?(argument: String) {
    scopes = argument.split(separator: ",").map { Scope(rawValue: String($0)) }
    guard !scopes.isEmpty, scopes.allSatisfy(Scope.documented.contains) else { return nil }
  }

  static var allValueStrings: [String] { Scope.documented.map(\.rawValue) }
}
