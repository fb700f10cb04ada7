/// Why a text is not JSON; places are bytes from its start.
package enum JSONError: Error, Hashable, Sendable {
  /// The text ends before its value does.
  case truncated
  case unexpectedByte(at: Int)
  case tooDeep(at: Int)
  /// A value is followed by something else.
  case trailingBytes(at: Int)
  case empty
  /// More bytes than are read at once.
  case tooLong(limit: Int)
}
