import ArgumentParser
import BillingAPI
import BillingServer
import FoundationEssentials

extension KeysVerb {
  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print every key that was made, without the keys themselves.")

    @OptionGroup var books: BooksOption

    func run() throws {
      try books.useExisting { books in
        let rows = try books.keys().map(\.cells)
        let heading = ["id", "name", "state", "last used", "expires", "addresses", "scopes"]
        StandardStream.say(TextTable(heading: heading, rows: rows).text)
      }
    }
  }

  struct Revoke: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "End a key for ever, at once, in running services too.")

    @Argument(help: "Its id, or its name.") var key: String
    @OptionGroup var books: BooksOption

    func run() throws { try books.useExisting { try $0.revokeKey(key) } }
  }
}

extension KeyRecord {
  fileprivate var cells: [String] {
    let now = Int64(Date().timeIntervalSince1970)
    let state = isRevoked ? "revoked" : expiresAt.map { $0 <= now } == true ? "expired" : "valid"
    return [
      String(id), name, state, lastUsedAt.map(Self.moment) ?? "never", expiresAt.map(Self.moment) ?? "never",
      allowedAddresses.isEmpty ? "any" : allowedAddresses.map(\.description).joined(separator: ","),
      scopes.map(\.rawValue).joined(separator: ","),
    ]
  }

  private static func moment(_ seconds: Int64) -> String {
    Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
  }
}
