import Billing
import BillingAPI
import Store
import TerminalUI

/// The values of an action on marked records, as they are filled in before its plan is made.
package struct BulkValues: Sendable, Equatable {
  package let verb: BulkVerb
  package let kind: ResourceKind
  package let targets: [BulkTarget]
  /// What it is called: the verb, unless the records come from elsewhere than marks.
  package var title: String
  /// The filter that lets through these records and no others.
  package var filter: String?
  package var fields: [BulkField]
  package var focus = 0
  /// Why the values cannot be read; a sentence.
  package var problem: String?
  /// The payment methods that are known; nil until they are read.
  package var methods: [LookUpEntry]?
  /// The place in `methods`; nil for none.
  package var method: Int?

  init(_ verb: BulkVerb, _ kind: ResourceKind, _ targets: [BulkTarget], today: CalendarDate) {
    self.verb = verb
    self.kind = kind
    self.targets = targets
    title = verb.title
    fields = BulkField.fields(of: verb, today: today)
  }

  var focused: BulkField? { fields.indices.contains(focus) ? fields[focus] : nil }
  func text(_ id: BulkField.ID) -> String { fields.first { $0.id == id }?.text.text.trimmingBlanks ?? "" }
  var methodName: String {
    guard let methods else { return "reading…" }
    return method.map { methods[$0].name } ?? (methods.isEmpty ? "none is known" : "none")
  }

  /// The next method, after the last none.
  mutating func stepMethod(_ distance: Int) {
    guard let methods, !methods.isEmpty else { return }
    let place = ((method ?? -1) + 1 + distance + methods.count + 1) % (methods.count + 1)
    method = place == 0 ? nil : place - 1
  }

  /// What is to be done, or a sentence about the value that cannot be read.
  func action(today: CalendarDate) -> Result<BulkAction, BulkValueProblem> {
    switch verb {
    case .pay:
      day(today).map {
        .pay(on: $0, method: method.flatMap { methods?[$0].id }, note: text(.note).isEmpty ? nil : text(.note))
      }
    case .duplicate: day(today).map { .duplicate(on: $0) }
    case .convert: day(today).map { .convert(on: $0) }
    case .moveDueDate:
      if let days = Int(text(.days)), days != 0, abs(days) <= 3_650 {
        .success(.moveDueDate(days: days))
      } else {
        .failure(BulkValueProblem("Days are a number: 14 or +14 is later, -7 is earlier."))
      }
    case .setTemplate:
      text(.template).isEmpty
        ? .failure(BulkValueProblem("A template has a name, such as invoice1."))
        : .success(.setTemplate(text(.template)))
    case .setNotes: .success(.setNotes(text(.note)))
    case .markSent: .success(.markSent)
    case .delete: .success(.delete)
    }
  }

  private func day(_ today: CalendarDate) -> Result<CalendarDate, BulkValueProblem> {
    DateEntry.parse(text(.date), today: today).mapError { _ in
      BulkValueProblem("“\(text(.date))” is no day. \(DateEntry.shortcutsHint)")
    }
  }
}

/// A value that cannot be read, in a sentence.
package struct BulkValueProblem: Error, Hashable, Sendable {
  let sentence: String
  init(_ sentence: String) { self.sentence = sentence }
}

/// A field of the values.
package struct BulkField: Sendable, Equatable {
  package enum ID: Sendable, Equatable { case date, method, note, days, template }

  package let id: ID
  let label: String
  let hint: String
  package var text: TextField

  static func fields(of verb: BulkVerb, today: CalendarDate) -> [BulkField] {
    let date = BulkField(id: .date, label: "date", hint: DateEntry.shortcutsHint, text: TextField(today.iso))
    let note = BulkField(id: .note, label: "note", hint: "may be empty", text: TextField("", maximumLength: 2_000))
    return switch verb {
    case .pay: [date, BulkField(id: .method, label: "method", hint: "← → choose", text: TextField("")), note]
    case .duplicate, .convert: [date]
    case .moveDueDate: [BulkField(id: .days, label: "days", hint: "+14 later, -7 earlier", text: TextField("+14"))]
    case .setTemplate:
      [BulkField(id: .template, label: "template", hint: "the service's name of it", text: TextField(""))]
    case .setNotes:
      [BulkField(id: .note, label: "notes", hint: "empty clears them", text: TextField("", maximumLength: 2_000))]
    case .markSent, .delete: []
    }
  }
}
