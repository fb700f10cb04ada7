/// What a person wants done with a write that is not settled.
package enum WriteOrder: Sendable, Equatable {
  /// Sends it now, whatever its time.
  case send(String)
  /// Ends it while it is held: it is never sent.
  case takeBack([String])
  /// Ends it; where it may have been performed nobody asks any more whether it was.
  case giveUp(String)
  /// Looks among the service's records for what it made, and sends nothing.
  case lookUp(String)
  /// That record is what it made; nil: none of them is, it goes again under a new key.
  case identify(String, record: Int64?)
  /// Writes what was picked of a conflict.
  case resolve(String, [String: ConflictPick])
}
