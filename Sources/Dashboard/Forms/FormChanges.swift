import BillingAPI
import TerminalUI

/// What was typed over a record: only that is sent.
struct FormChanges: Sendable, Equatable {
  /// By name (`due_date`, `billing.city`).
  var fields: Set<String> = []
  /// Any cell of any line, or their order.
  var touchesLines = false
  /// A quantity, a price, how many lines there are, discount or tax: then the sums are computed anew.
  var touchesSums = false

  var isEmpty: Bool { fields.isEmpty && !touchesLines }
}

/// The fields of a document's body that are computed from others.
enum DocumentFields {
  static let sums: Set<String> = ["discount", "discount_type", "discount_val", "sub_total", "total", "tax"]
}

extension Form {
  /// What is not as the record was read.
  func changes(since base: FormBase) -> FormChanges {
    var changes = FormChanges()
    changes.fields = Set(fields.filter { !$0.isSame(as: base) }.map(\.name))
    let filled = lines.filter { !$0.isBlank }
    changes.touchesLines = filled.map(\.texts) != base.lines.map(\.texts)
    changes.touchesSums =
      filled.map(\.figures) != base.lines.map(\.figures) || changes.fields.contains("discount")
      || changes.fields.contains("tax")
    return changes
  }

  /// The members of a body that were typed over; what was emptied is `null`, and what says the same is left out.
  func edits(_ body: JSONValue, since base: FormBase) -> JSONValue {
    let changes = changes(since: base)
    var names = Set(changes.fields.map { String($0.prefix { $0 != "." }) })
    if changes.touchesLines { names.insert("items") }
    if changes.touchesSums { names.formUnion(DocumentFields.sums) }
    var edits = JSONObject()
    for name in (body.object?.names ?? []) + names.sorted() where names.contains(name) && edits[name] == nil {
      let value = edited(name, body[name], changes, base)
      if !value.isSame(as: base.record[name]) { edits[name] = value }
    }
    return .object(edits)
  }

  private func edited(_ name: String, _ value: JSONValue?, _ changes: FormChanges, _ base: FormBase) -> JSONValue {
    let nested = changes.fields.filter { $0.hasPrefix("\(name).") }.map { String($0.dropFirst(name.count + 1)) }
    guard !nested.isEmpty else { return value ?? .null }
    // What a nested object holds beyond the form's fields goes back as it came.
    var whole = base.record[name]?.object ?? JSONObject()
    for member in nested.sorted() { whole[member] = value?[member] ?? .null }
    return .object(whole)
  }
}

extension FormField {
  /// Whether it says what it said when the record was read.
  fileprivate func isSame(as base: FormBase) -> Bool {
    guard text.text == base.texts[name, default: ""] else { return false }
    return reference.map(\.id) == base.references[name].map(\.id)
  }
}

extension LineFields {
  fileprivate var texts: [String] { LineColumn.allCases.map { self[$0].text } }
  fileprivate var figures: [String] { [quantity.text, price.text] }
}

extension JSONValue {
  /// As services write the same thing: numbers as text, days with a time, nothing as null.
  func isSame(as other: JSONValue?) -> Bool {
    guard let other, !other.isNull else { return isNull }
    if self == other { return true }
    if case .number(let number) = self { return number == other.decimal }
    guard let text = string, date != nil, text.utf8.count == 10 else { return false }
    return other.string?.hasPrefix(text) == true
  }
}
