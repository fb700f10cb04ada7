import TerminalUI

/// How to get from one state of what is typed in a form to another: only the values that differ.
///
/// Applying a step gives the step back again, so the same value undoes and redoes.
struct FormStep: Sendable, Equatable {
  /// By place; what a field says in the other state.
  private var fields: [Int: FormField] = [:]
  /// The rows that differ, as they are here, and the lines that stand in their place in the other state.
  private var rows = 0..<0
  private var lines: [LineFields] = []
  private var allocation: AllocationFields?
  private var context: FormContext?

  /// The way from `form` back to `earlier`; nil where nothing typed or picked differs.
  init?(from form: Form, backTo earlier: Form) {
    for index in form.fields.indices where !form.fields[index].saysTheSame(as: earlier.fields[index]) {
      fields[index] = earlier.fields[index].atRest
    }
    takeLines(form.lines, earlier.lines)
    if form.allocation != earlier.allocation { allocation = earlier.allocation }
    if form.context != earlier.context { context = earlier.context }
    guard !fields.isEmpty || !rows.isEmpty || !lines.isEmpty || allocation != nil || context != nil else { return nil }
  }

  /// What differs is between the lines that both begin and both end with.
  private mutating func takeLines(_ here: [LineFields], _ earlier: [LineFields]) {
    let shared = min(here.count, earlier.count)
    let head = (0..<shared).first { !here[$0].saysTheSame(as: earlier[$0]) } ?? shared
    let most = shared - head
    let tail =
      (0..<most).first { !here[here.count - 1 - $0].saysTheSame(as: earlier[earlier.count - 1 - $0]) } ?? most
    rows = head..<(here.count - tail)
    lines = earlier[head..<(earlier.count - tail)].map(\.atRest)
  }

  /// Whether it differs in the same places, so that going back over both is going back over the older one.
  func covers(_ other: FormStep) -> Bool {
    fields.keys == other.fields.keys && rows == other.rows && lines.count == other.lines.count
      && (allocation == nil) == (other.allocation == nil) && (context != nil || other.context == nil)
  }

  /// Goes there with a form; the answer is the way back.
  func apply(to form: inout Form) -> FormStep {
    var back = self
    for (index, field) in fields {
      back.fields[index] = form.fields[index].atRest
      form.fields[index] = field
    }
    let rows = rows.clamped(to: form.lines.indices)
    back.lines = form.lines[rows].map(\.atRest)
    back.rows = rows.lowerBound..<(rows.lowerBound + lines.count)
    form.lines.replaceSubrange(rows, with: lines)
    if let allocation {
      back.allocation = form.allocation
      form.allocation = allocation
    }
    if let context {
      back.context = form.context
      form.context = context
    }
    return back
  }
}

extension FormField {
  fileprivate func saysTheSame(as other: FormField) -> Bool {
    text.text == other.text.text && reference == other.reference && isEdited == other.isEdited
  }

  /// Without the complaint, which was about another text, and without what only its own keys undo.
  fileprivate var atRest: FormField {
    var field = self
    field.problem = nil
    field.text = TextField(text.text)
    return field
  }
}

extension LineFields {
  fileprivate func saysTheSame(as other: LineFields) -> Bool {
    LineColumn.allCases.allSatisfy { self[$0].text == other[$0].text } && unitName == other.unitName
      && lastPrice == other.lastPrice && original == other.original
  }

  fileprivate var atRest: LineFields {
    var line = self
    line.problems = [:]
    for column in LineColumn.allCases { line[column] = TextField(line[column].text) }
    return line
  }
}
