import ArgumentParser
import BillingServer

/// Has the services on some books do wrong on purpose, as real ones do, for tests and demos.
struct HazardVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hazard", abstract: "Have the service do wrong on purpose, for tests and demos.",
    subcommands: [Turn.self, List.self], defaultSubcommand: Turn.self)

  /// `invoicematic hazard latency on`
  struct Turn: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "set",
      abstract: "Turn a hazard on or off, at once and until it is changed; “set” may be left out.")

    enum State: String, ExpressibleByArgument, CaseIterable { case on, off }

    @Argument(help: "Its name, one of those that “hazard list” prints.") var name: Hazard
    @Argument(help: "on or off.") var state: State

    @Option(help: ArgumentHelp("Its figure: milliseconds, seconds or records.", valueName: "number"))
    var value: Int?

    @OptionGroup var books: BooksOption

    func validate() throws {
      if let value, !(0...600_000).contains(value) { throw ValidationError("--value is a number from 0 to 600000.") }
      if value != nil, state == .off { throw ValidationError("--value goes with on.") }
    }

    func run() throws {
      try books.use { try $0.setHazard(name, isOn: state == .on, value: value) }
    }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Print each hazard, whether it is on, its figure, and what it does.")

    @OptionGroup var books: BooksOption

    /// Their names can be read before there are any books of one's own.
    func run() throws {
      guard books.areNamed || books.areThere else { return say([:]) }
      try books.useExisting { say(try $0.hazards()) }
    }

    private func say(_ active: [Hazard: Int]) {
      let rows = Hazard.allCases.map { hazard in
        let figure = hazard.unit.map { "\(active[hazard] ?? hazard.defaultValue) \($0)" } ?? ""
        return [hazard.rawValue, active[hazard] == nil ? "off" : "on", figure, hazard.sentence]
      }
      StandardStream.say(TextTable(heading: ["hazard", "state", "figure", "what it does"], rows: rows).text)
    }
  }
}

extension Hazard: ExpressibleByArgument {}

/// Hazards of a start: `overpay,latency=200`.
struct HazardsOption: ExpressibleByArgument {
  let values: [(hazard: Hazard, value: Int?)]

  init?(argument: String) {
    let parts = argument.split(separator: ",").map { $0.split(separator: "=", maxSplits: 1) }
    let read = parts.compactMap { words -> (hazard: Hazard, value: Int?)? in
      guard let name = words.first, let hazard = Hazard(rawValue: String(name)) else { return nil }
      guard words.count == 2 else { return (hazard, nil) }
      guard let value = Int(words[1]), (0...600_000).contains(value) else { return nil }
      return (hazard, value)
    }
    guard !read.isEmpty, read.count == parts.count else { return nil }
    values = read
  }
}
