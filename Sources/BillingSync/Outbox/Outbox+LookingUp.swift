import BillingAPI
import BillingClient
import FoundationEssentials
import Store

extension Outbox {
  /// How long a key is relied on; the service keeps it for 24 hours (API documentation).
  private static let keyLife: TimeInterval = 23 * 3600

  enum LookUp: Hashable {
    /// An earlier sending made, or changed, this record.
    case ours(Int64)
    case sendAgain
    /// It was not performed, and others changed the record since: what goes has to be made anew from it.
    case anew
    /// The record is neither as it was nor as it was to become.
    case conflict(Conflict)
  }

  /// Asks the service's records where sending again would prove nothing.
  ///
  /// The service remembers no answer of 500 and above, and no key beyond a day; an error that comes back in the same
  /// words may be a repetition. An update that was not performed would go over what others changed since, so its record
  /// is looked at first always. A deletion can be repeated at any time.
  func lookUp(_ open: OpenIntent, by initiative: Initiative) async throws(ServiceFailure) -> LookUp {
    guard let first = open.firstSent, open.intent.verb != .delete else { return .sendAgain }
    if open.wasStoppedAtTheDoor, open.intent.verb == .create { return .sendAgain }
    let isExpired = clock.now.timeIntervalSince(first.at) > Self.keyLife
    let status = open.lastStatus ?? 0
    let mayBeRepetition = open.identicalFailures > 1 && (status == 429 || status >= 500)
    let isUpdate = open.intent.verb == .update
    guard isExpired || mayBeRepetition || status >= 500 || isUpdate else { return .sendAgain }
    let finding = try await find(open, first)
    switch finding {
    case .ours, .conflict: return finding
    case .sendAgain, .anew:
      if isExpired, initiative == .program { throw .keyExpired }
      if isExpired || mayBeRepetition || finding == .anew { try takeNewKey(open) }
      return .sendAgain
    }
  }

  /// A look and nothing more, for a person who wants to know.
  func lookOnly(_ open: OpenIntent) async -> WriteResult {
    do {
      guard let first = open.firstSent else { return .waiting(.neverSent, mayBePerformed: false) }
      if open.intent.verb == .delete { return try await lookForDeleted(open) }
      switch try await find(open, first) {
      case .ours(let record): return try await finish(open, record, replayed: true)
      case .conflict(let conflict): return .conflict(conflict)
      case .sendAgain, .anew: return .waiting(.notFoundThere, mayBePerformed: true)
      }
    } catch {
      return .waiting(error, mayBePerformed: true)
    }
  }

  private func lookForDeleted(_ open: OpenIntent) async throws(ServiceFailure) -> WriteResult {
    let id = open.intent.recordID ?? 0
    do {
      _ = try await fetch(open.intent.kind, id)
    } catch .notFound {
      try noteLookUp(open, id)
      return try await finish(open, id, replayed: true)
    }
    return .waiting(.notFoundThere, mayBePerformed: true)
  }

  private func find(_ open: OpenIntent, _ first: OpenIntent.Sending) async throws(ServiceFailure) -> LookUp {
    if open.intent.verb == .update { return try await compare(open) }
    let found = try await candidates(open, first)
    if found.exact.count == 1, let record = found.exact.first {
      try noteLookUp(open, record)
      return .ours(record)
    }
    let doubtful = found.exact.isEmpty ? found.doubtful : found.exact
    guard doubtful.isEmpty else { throw .ambiguous(doubtful) }
    try noteLookUp(open, nil)
    return .sendAgain
  }

  /// An update was performed where its record is as it was to become, and was not where it is as it was.
  private func compare(_ open: OpenIntent) async throws(ServiceFailure) -> LookUp {
    let intent = open.intent
    let record = intent.recordID ?? 0
    let theirs = try json(String(decoding: try await fetch(intent.kind, record), as: UTF8.self))
    let mine = try json(intent.body)
    if FieldChange.between(mine, theirs).isEmpty {
      try noteLookUp(open, record)
      return .ours(record)
    }
    let before = try json(open.before)
    let merge = ThreeWayMerge(kind: intent.kind, before: before, mine: mine, theirs: theirs)
    if var conflict = merge.conflict(of: intent) {
      conflict.mayBePerformed = true
      return .conflict(conflict)
    }
    try noteLookUp(open, nil)
    return merge.elsewhere.isEmpty ? .sendAgain : .anew
  }

  private func noteLookUp(_ open: OpenIntent, _ found: Int64?) throws(ServiceFailure) {
    try stored { () throws(StoreError) in
      try storage().journalLookUp(open.intent.id, found: found, at: clock.now)
    }
  }

  private func takeNewKey(_ open: OpenIntent) throws(ServiceFailure) {
    try stored { () throws(StoreError) in
      try storage().amend(open.intent.id, body: open.intent.body, key: IdempotencyKey(), at: clock.now)
    }
  }
}

extension OpenIntent {
  /// The key was not accepted: the service did not even read what was sent, and nothing of it was performed before.
  var wasStoppedAtTheDoor: Bool { lastStatus == 401 && knowledge == .notPerformed }
}
