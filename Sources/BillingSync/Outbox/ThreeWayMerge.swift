import BillingAPI
import FoundationEssentials
import Store

/// Lays edits over a record that may have changed since they were begun.
///
/// What only one side changed is taken from that side; what both changed otherwise is for a person. Where both changed
/// what a document's sums are made of, all of that is, for sums of two halves are nobody's.
struct ThreeWayMerge {
  let kind: ResourceKind
  /// What is to be sent of mine: what differs from how it was.
  let edits: JSONObject
  let fields: [Conflict.Field]
  let elsewhere: [Conflict.Field]
  private let theirs: JSONValue

  init(kind: ResourceKind, before: JSONValue?, mine: JSONValue, theirs: JSONValue) {
    self.kind = kind
    self.theirs = theirs
    let meant = mine.object ?? JSONObject()
    guard let before = before?.object else {
      edits = meant
      fields = []
      elsewhere = []
      return
    }
    let edited = meant.members.filter { !Self.isSame($0.value, before[$0.name]) }
    edits = JSONObject(edited.map { ($0.name, $0.value) })
    let changed = Self.changes(from: before, to: theirs.object ?? JSONObject())
    let contested = Self.contested(edits, theirs, changed)
    fields = contested.flatMap { Self.fields($0, before: before[$0], mine: meant[$0], theirs: theirs[$0]) }
    // Sums follow from what is picked: theirs are not left as they are.
    let following = contested.contains(where: Self.amounts.contains) ? Self.sums : []
    elsewhere = changed.filter { !contested.contains($0) && !following.contains($0) }.map {
      Conflict.Field(name: $0, before: before[$0], mine: nil, theirs: theirs[$0])
    }
  }

  func conflict(of intent: Intent) -> Conflict? {
    guard !fields.isEmpty else { return nil }
    return Conflict(
      intent: intent.id, kind: kind, id: intent.recordID ?? 0, fields: fields, changedElsewhere: elsewhere,
      theirs: theirs)
  }

  /// What a document's sums are made of, and those sums.
  static let amounts = ["items", "discount_type", "discount", "tax"]
  static let sums = ["sub_total", "discount_val", "total"]

  /// Names of fields that others changed; what the service computes does not count.
  private static func changes(from before: JSONObject, to theirs: JSONObject) -> [String] {
    theirs.members.filter { member in
      !ComputedFields.contains(member.name) && !isSame(before[member.name] ?? .null, member.value)
    }.map(\.name)
  }

  private static func contested(_ edits: JSONObject, _ theirs: JSONValue, _ changed: [String]) -> [String] {
    let names = edits.names.filter { changed.contains($0) && !isSame(edits[$0] ?? .null, theirs[$0]) }
    let direct = names.filter { !sums.contains($0) }
    let mineMoves = amounts.filter { edits[$0] != nil }
    let theirsMoves = amounts.filter { changed.contains($0) }
    guard !mineMoves.isEmpty, !theirsMoves.isEmpty, names.contains(where: { (amounts + sums).contains($0) }) else {
      return direct
    }
    return direct.filter { !amounts.contains($0) }
      + amounts.filter { mineMoves.contains($0) || theirsMoves.contains($0) }
  }

  /// Lines by position, each a field of its own; those that all have alike are left out.
  private static func fields(
    _ name: String, before: JSONValue?, mine: JSONValue?, theirs: JSONValue?
  ) -> [Conflict.Field] {
    let mine = mine ?? before
    guard name == "items" else { return [Conflict.Field(name: name, before: before, mine: mine, theirs: theirs)] }
    let count = [before, mine, theirs].map { $0?.array?.count ?? 0 }.max() ?? 0
    return (0..<count).compactMap { place in
      let line = Conflict.Field(
        name: "items.\(place)", before: before?[place], mine: mine?[place], theirs: theirs?[place])
      return isSame(line.mine ?? .null, line.theirs) ? nil : line
    }
  }

  /// Whether two values mean the same, however they are written; of lines only what a person writes counts.
  static func isSame(_ value: JSONValue, _ other: JSONValue?) -> Bool {
    guard let lines = value.array, let others = other?.array else { return differences(value, other).isEmpty }
    return lines.count == others.count
      && zip(lines, others).allSatisfy { differences(writtenPart($0), writtenPart($1)).isEmpty }
  }

  /// What either side has otherwise or alone; ids within an address are the service's.
  private static func differences(_ value: JSONValue, _ other: JSONValue?) -> [FieldChange] {
    (FieldChange.between(value, other) + FieldChange.between(other ?? .null, value)).filter { !$0.isComputed }
  }

  private static func writtenPart(_ line: JSONValue) -> JSONValue {
    guard let object = line.object else { return line }
    let members = object.members.filter { lineFields.contains($0.name) }
    return .object(JSONObject(members.map { ($0.name, $0.value) }))
  }

  private static let lineFields: Set<String> = ["name", "description", "quantity", "price", "unit_name"]
}
