import Billing
import BillingAPI
import FoundationEssentials
import Store

extension Outbox {
  /// Goes on with a write that others' changes held up, with what a person chose for each field of the conflict; a field
  /// that is not named keeps what the others made of it. The changed body goes under a new key, over the record as the
  /// person saw it: changed once more meanwhile, it is asked again.
  package func resolve(_ id: IntentID, _ choices: [String: Conflict.Choice]) async -> WriteResult {
    guard running[id] == nil, let conflict = waits[id]?.conflict else { return await send(id) }
    do {
      guard let open = try storage().openIntent(id) else { return .refused(.alreadySettled) }
      let meant = try json(open.intent.body)
      let edits = Resolution(conflict: conflict, choices: choices).edits(mine: meant.object ?? JSONObject())
      guard !edits.isEmpty else { return try keepTheirs(id) }
      if conflict.mayBePerformed { try storage().journalLookUp(id, found: nil, at: clock.now) }
      try storage().amend(
        id, body: String(decoding: JSONValue.object(edits).encoded(), as: UTF8.self), key: IdempotencyKey(),
        base: String(decoding: conflict.theirs.encoded(), as: UTF8.self), at: clock.now)
    } catch let error as StoreError {
      return .waiting(.store(error), mayBePerformed: conflict.mayBePerformed)
    } catch let failure as ServiceFailure {
      return .waiting(failure, mayBePerformed: conflict.mayBePerformed)
    } catch {
      return .waiting(.unreadable(String(describing: error)), mayBePerformed: conflict.mayBePerformed)
    }
    return await attempt(id, by: .person)
  }

  /// Nothing of mine is left to write.
  private func keepTheirs(_ id: IntentID) throws(StoreError) -> WriteResult {
    try storage().settle(id, .abandoned, at: clock.now)
    endWait(id)
    conclude(id, .takenBack, 0)
    return .takenBack
  }
}

/// The edits that a person's choices come to.
struct Resolution {
  let conflict: Conflict
  let choices: [String: Conflict.Choice]

  /// Fields that were not contested stay as they were meant.
  func edits(mine: JSONObject) -> JSONObject {
    var edits = mine
    for field in conflict.fields where !field.isLine { edits[field.name] = value(of: field, ours: mine[field.name]) }
    if conflict.fields.contains(where: \.isLine) { edits["items"] = lines }
    guard touchesAmounts else { return edits }
    for sum in ThreeWayMerge.sums { edits[sum] = nil }
    return edits.isEmpty ? edits : withSums(edits)
  }

  private var touchesAmounts: Bool {
    conflict.fields.contains { $0.isLine || ThreeWayMerge.amounts.contains($0.name) }
  }

  /// Nil keeps what the service has now.
  private func value(of field: Conflict.Field, ours: JSONValue?) -> JSONValue? {
    switch choices[field.name] ?? .theirs {
    case .mine: field.mine ?? ours
    case .theirs: nil
    case .value(let value): value
    }
  }

  /// Their lines, with those of mine, or those that were typed, in the places that were chosen. Nil where all are theirs.
  private var lines: JSONValue? {
    var lines = (conflict.theirs["items"]?.array ?? []).map(Optional.init)
    var isChanged = false
    for field in conflict.fields where field.isLine {
      guard let place = field.line, choices[field.name] ?? .theirs != .theirs else { continue }
      isChanged = true
      while lines.count <= place { lines.append(nil) }
      lines[place] = value(of: field, ours: nil)
    }
    return isChanged ? .array(lines.compactMap { $0 }) : nil
  }

  /// Sums follow from lines, discount and tax, as client and service agree on them.
  private func withSums(_ edits: JSONObject) -> JSONObject {
    var record = conflict.theirs
    for member in edits.members { record[member.name] = member.value }
    guard let totals = DocumentSums(record) else { return edits }
    var edits = edits
    for (name, value) in totals.fields { edits[name] = value }
    return edits
  }
}

extension Conflict.Field {
  /// A line of a document, by position.
  package var line: Int? {
    let parts = name.split(separator: ".")
    return parts.count == 2 && parts[0] == "items" ? Int(parts[1]) : nil
  }

  var isLine: Bool { line != nil }
}
