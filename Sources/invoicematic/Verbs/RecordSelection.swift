import ArgumentParser
import Billing
import BillingAPI
import BillingSync
import FoundationEssentials
import Store

/// Which records a script means, in the language of `/`.
struct RecordSelection: ParsableArguments {
  @Option(
    name: .customLong("where"),
    help: ArgumentHelp("Only these, as after / on the screen: 'is:overdue cust:doe amt>=1k'.", valueName: "filter"))
  var filter = ""

  @Flag(help: "Answer at once from what was fetched before, and say how old it is.")
  var cached = false

  /// The ids of the records, in the order of the list.
  func ids(_ kind: ResourceKind, in books: ScriptBooks, sort: Store.SortOrder? = nil) throws(ProgramError) -> [Int64] {
    let request = ListRequest(kind, filter: try parsed(kind), sort: sort, today: books.day)
    do throws(StoreError) {
      return try books.mirror.order(of: request)
    } catch {
      throw ProgramError(.inputOutput, "\(error.sentence) Nothing was listed.")
    }
  }

  /// Fetches what is needed, unless what was fetched before will do; then says of when it is, on standard error.
  func fetch(_ kinds: [ResourceKind], in books: ScriptBooks) async throws(ProgramError) {
    guard cached else { return try await books.fetch(kinds) }
    for kind in kinds {
      // A mirror that cannot be read fails where it is listed.
      guard let known = try? books.mirror.completeness(kind) else { continue }
      let total = known.total.map { " of \($0)" } ?? ""
      let age = known.asOf.map { "as of \($0.formatted(.iso8601))" } ?? "never fetched"
      StandardStream.note("\(kind.rawValue): \(known.loaded)\(total), \(age)")
    }
  }

  private func parsed(_ kind: ResourceKind) throws(ProgramError) -> ListFilter {
    switch ListFilter.parse(filter, kind: kind) {
    case .success(let filter): return filter
    case .failure(let problem): throw ProgramError(.usage, "--where: \(problem.sentence)")
    }
  }
}
