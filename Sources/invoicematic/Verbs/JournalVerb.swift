import ArgumentParser
import BillingSync
import Dashboard
import FoundationEssentials
import Store

/// Reads the journal of what was written: proves it, or lists it.
struct JournalVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "journal", abstract: "Prove from the journal that nothing was written twice and nothing is missing.",
    subcommands: [Verify.self, Show.self])

  struct Verify: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check every line of the journal and the course of every write.",
      discussion: """
        Each line must follow from the one before it, each write must have gone out under one key with one body, and \
        each must be settled or waiting. Nothing is sent and nothing is changed. Exit status: 0 when the journal \
        proves it, 65 when it does not or cannot be read, 66 when there is none.
        """)

    @ParentCommand var program: Invoicematic
    @OptionGroup var journal: JournalOption

    func run() throws {
      let store = try journal.open(program.options)
      let proof: JournalProof
      do { proof = try store.proveJournal() } catch { throw JournalOption.problem(error) }
      guard proof.holds else {
        StandardStream.say(proof.problems.map(JournalWords.sentence).joined(separator: "\n"))
        throw ProgramError(
          .unreadableData,
          "The journal does not hold in \(proof.problems.count) places. Keep the file, and compare the records named above with the service."
        )
      }
      StandardStream.say(JournalWords.summary(proof))
    }
  }

  struct Show: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "List what was written, the newest first.")

    @ParentCommand var program: Invoicematic
    @OptionGroup var journal: JournalOption

    @Option(help: ArgumentHelp("How many writes at most.", valueName: "count"))
    var limit = 20

    func validate() throws {
      if limit < 1 { throw ValidationError("--limit is a number above 0.") }
    }

    func run() throws {
      let store = try journal.open(program.options)
      let histories: [IntentHistory]
      do { histories = try store.histories(limit: limit) } catch { throw JournalOption.problem(error) }
      let rows = histories.map(JournalWords.row)
      StandardStream.say(TextTable(heading: ["meant", "what", "record", "sent", "outcome"], rows: rows).text)
    }
  }
}
