import Foundation

/// A page of a list as the service answered it: a JSON object with the records in `data`.
package struct ListPage: Hashable, Sendable {
  package var bytes: [UInt8]
  /// When it was asked for: nothing in it is newer.
  package var asOf: Date

  package init(bytes: [UInt8], asOf: Date) {
    self.bytes = bytes
    self.asOf = asOf
  }
}
