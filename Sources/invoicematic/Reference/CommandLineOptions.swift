import ArgumentParser
import BillingAPI

/// The options of the command line as the parser itself describes them, for the manual page.
enum CommandLineOptions {
  struct Option: Equatable {
    /// `--theme <name>`; where there are several names, all of them.
    var term: String
    var help: String
  }

  /// A verb that the help shows: `keys create`, one sentence, and its options.
  struct Verb: Equatable {
    var name: String
    var help: String
    var options: [Option]
  }

  /// Those of the dashboard that the help shows, in its order.
  static var all: [Option] { options(of: tool) }

  /// The verbs that the help shows, those within verbs by their whole name.
  static var verbs: [Verb] { verbs(below: tool, prefix: "") }

  /// The usage as the help has it, a line for each form.
  static var synopsis: [String] { Invoicematic.usage.split(separator: "\n").map(String.init) }

  /// The parser says of itself what it takes, as JSON.
  private static var tool: JSONObject {
    // The parser made the text itself: one that cannot be read leaves the page without options, which a test sees.
    guard let tool = try? JSONValue(parsing: Array(Invoicematic._dumpHelp().utf8)) else { return JSONObject() }
    return tool["command"]?.object ?? JSONObject()
  }

  private static func options(of command: JSONObject) -> [Option] {
    (command["arguments"]?.array ?? []).compactMap(option)
  }

  private static func verbs(below command: JSONObject, prefix: String) -> [Verb] {
    (command["subcommands"]?.array ?? []).compactMap(\.object).flatMap { verb -> [Verb] in
      guard let word = verb["commandName"]?.string, word != "help", verb["shouldDisplay"]?.bool == true else {
        return []
      }
      // Every verb takes these two, which need not be said of each.
      let own = options(of: verb).filter { !$0.term.contains("--help") && !$0.term.contains("--version") }
      let places = own.map(\.term).filter { $0.hasPrefix("<") }
      let below = verbs(below: verb, prefix: "\(prefix)\(word) ")
      guard below.isEmpty else { return below }
      let name = ([prefix + word] + places).joined(separator: " ")
      return [Verb(name: name, help: verb["abstract"]?.string ?? "", options: own)]
    }
  }

  private static func option(_ argument: JSONValue) -> Option? {
    guard let argument = argument.object, argument["shouldDisplay"]?.bool == true else { return nil }
    if argument["kind"]?.string == "positional" {
      return Option(term: "<\(argument["valueName"]?.string ?? "")>", help: argument["abstract"]?.string ?? "")
    }
    let names = (argument["names"]?.array ?? []).compactMap { $0.object }.compactMap(spelling)
    let value = argument["kind"]?.string == "option" ? argument["valueName"]?.string.map { " <\($0)>" } : nil
    return Option(
      term: names.sorted().reversed().joined(separator: ", ") + (value ?? ""),
      help: argument["abstract"]?.string ?? "")
  }

  private static func spelling(_ name: JSONObject) -> String? {
    guard let text = name["name"]?.string else { return nil }
    return name["kind"]?.string == "long" ? "--\(text)" : "-\(text)"
  }
}
