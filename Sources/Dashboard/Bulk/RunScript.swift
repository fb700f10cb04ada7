import Billing
import BillingAPI
import Store

/// The command lines that do the same as a plan on the screen.
struct RunScript {
  let run: RunSnapshot
  /// What the plan was made of; nil where that is not known any more.
  let request: BulkRequest?
  let place: SessionFacts.Place

  var words: String {
    if case .demo = place { return "the demo's books end with the program" }
    guard run.phase == .planned else { return "invoicematic apply plan.json\(books) --report outcome.csv" }
    guard let plan else { return "x saves this plan, then invoicematic apply plan.json\(books)" }
    return "\(plan) -o plan.json && invoicematic apply plan.json\(books)"
  }

  /// `invoicematic plan pay --where 'is:late'`; nil where no filter says which records are meant.
  private var plan: String? {
    guard let filter = request?.filter, let arguments else { return nil }
    let kind = run.plan.kind == (isConversion ? .estimates : .invoices) ? "" : " \(run.plan.kind.rawValue)"
    let selection = filter.isEmpty ? "" : " --where \(Self.quoted(filter))"
    return "invoicematic plan \(run.plan.action.verb)\(kind)\(selection)\(arguments)\(books)"
  }

  private var isConversion: Bool { if case .convert = run.plan.action { true } else { false } }

  /// nil for what a script cannot plan.
  private var arguments: String? {
    switch run.plan.action {
    case .pay(let day, let method, let note):
      " --date \(day.iso)" + (method.map { " --method \($0)" } ?? "")
        + (note.map { " --note \(Self.quoted($0))" } ?? "")
    case .moveDueDate(let days): " --days=\(days)"
    case .setTemplate(let name): " --template \(Self.quoted(name))"
    case .setNotes(let notes): " --note \(Self.quoted(notes))"
    case .duplicate(let day), .convert(let day): " --date \(day.iso)"
    case .markSent, .delete: ""
    case .undo: nil
    }
  }

  private var books: String {
    switch place {
    case .demo: " --demo"
    case .local: " --local"
    // What has no profile is named by the environment, which a script has too.
    case .remote(let name): name.contains("/") ? "" : " --profile \(name)"
    }
  }

  /// For a shell.
  private static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
