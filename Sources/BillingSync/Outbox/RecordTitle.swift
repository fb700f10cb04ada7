import BillingAPI
import Store

/// What people call a record of which only JSON is at hand: its number or name.
package enum RecordTitle {
  /// The first of the texts that has it; nil where none does.
  package static func found(_ kind: ResourceKind, in texts: String?...) -> String? {
    texts.lazy.compactMap { $0.flatMap { title(kind, $0) } }.first
  }

  /// `#12` or `invoice` where the journal does not have the name.
  package static func of(_ history: IntentHistory) -> String {
    let readBack = history.steps.last { $0.step == .readBack }?.body
    let intent = history.intent
    return found(intent.kind, in: intent.body, history.before, history.base, readBack)
      ?? (history.performedOn ?? intent.recordID).map { "#\($0)" } ?? intent.kind.singular
  }

  private static func title(_ kind: ResourceKind, _ json: String) -> String? {
    // Text that is no JSON has no name either.
    guard let record = try? JSONValue(parsing: json) else { return nil }
    let text = record[kind.numberField ?? "name"]?.text ?? ""
    return text.isEmpty ? nil : text
  }
}
