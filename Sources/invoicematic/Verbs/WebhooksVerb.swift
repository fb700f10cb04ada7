import ArgumentParser
import BillingServer

/// Tells other programs of what happens in the books.
struct WebhooksVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "webhooks", abstract: "Tell other programs of what happens in the books.",
    subcommands: [Add.self, List.self, Remove.self, Deliveries.self, Redeliver.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Add a receiver, and print the secret that its payloads are signed with: it is shown this once.")

    @Argument(help: "Where events are sent: https, or http to this machine.") var url: String

    @Option(help: ArgumentHelp("What it is told of, separated by commas; everything otherwise.", valueName: "events"))
    var events: EventsOption?

    @Flag(help: "Send to plain http and to link-local addresses as well.")
    var allowAnyAddress = false

    @OptionGroup var books: BooksOption

    func run() throws {
      try books.use { books in
        do throws(WebhookProblem) {
          let events = events?.events ?? WebhookEvent.allCases
          StandardStream.say(try books.addWebhook(url, events: events, allowsAnyAddress: allowAnyAddress).secret)
        } catch {
          throw ProgramError(error)
        }
      }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print each receiver with its id and its events.")

    @OptionGroup var books: BooksOption

    func run() throws {
      try books.useExisting { books in
        let rows = try books.webhooks().map { webhook in
          [
            String(webhook.id), webhook.url,
            webhook.events.count == WebhookEvent.allCases.count
              ? "all" : webhook.events.map(\.rawValue).joined(separator: ","),
          ]
        }
        StandardStream.say(TextTable(heading: ["id", "url", "events"], rows: rows).text)
      }
    }
  }

  struct Remove: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Remove a receiver, with all that waits for it.")

    @Argument(help: "Its id.") var id: Int64
    @OptionGroup var books: BooksOption

    func run() throws { try books.useExisting { try $0.removeWebhook(id) } }
  }

  struct Deliveries: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Print the latest deliveries, the newest first.")

    @OptionGroup var books: BooksOption

    func run() throws {
      try books.useExisting { books in
        let rows = try books.webhookDeliveries().map(\.cells)
        let heading = ["id", "webhook", "event", "record", "state", "attempts", "outcome"]
        StandardStream.say(TextTable(heading: heading, rows: rows).text)
      }
    }
  }

  struct Redeliver: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Send a delivery once more, as soon as a service runs.")

    @Argument(help: "Its id.") var id: Int64
    @OptionGroup var books: BooksOption

    func run() throws { try books.useExisting { try $0.redeliver(id) } }
  }
}

/// The events of a receiver: `invoice.paid,payment.received`.
struct EventsOption: ExpressibleByArgument {
  let events: [WebhookEvent]

  init?(argument: String) {
    let words = argument.split(separator: ",")
    events = words.compactMap { WebhookEvent(rawValue: String($0)) }
    guard !events.isEmpty, events.count == words.count else { return nil }
  }

  static var allValueStrings: [String] { WebhookEvent.allCases.map(\.rawValue) }
}

extension WebhookDelivery {
  fileprivate var cells: [String] {
    let state =
      switch standing {
      case .waiting: "waiting"
      case .delivered: "delivered"
      case .givenUp: "given up"
      }
    return [String(id), String(webhookID), event, record, state, String(attempts), outcome ?? ""]
  }
}

extension ProgramError {
  /// Why a receiver is not taken.
  init(_ problem: WebhookProblem) {
    switch problem {
    case .badURL: self.init(.usage, "A receiver is named by an address such as https://example.com/hook.")
    case .plainHTTP:
      self.init(.usage, "Plain http would show everybody what is sent: use https, or say --allow-any-address.")
    case .forbiddenAddress:
      self.init(.usage, "That address belongs to this machine's own network services. --allow-any-address allows it.")
    case .unknownHost: self.init(.unavailable, "The receiver's name leads to no address.")
    case .noEvents: self.init(.usage, "A receiver needs at least one event.")
    case .books(let error): self.init(error)
    }
  }
}
