import Foundation
internal import GRDB

#if canImport(Glibc)
  import Glibc
#endif

/// The right to fetch everything in the background: of several programs that share a mirror one has it at a time.
///
/// The system takes it back when the program ends, however it ends.
package final class SweepLease: Sendable {
  private let descriptor: Int32

  fileprivate init(descriptor: Int32) { self.descriptor = descriptor }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }
}

extension Mirror {
  /// Takes the lease; nil while another program, or another part of this one, holds it.
  ///
  /// Where no lock can be had the lease is given all the same: fetching twice is waste, fetching never is a loss.
  package func takeSweepLease() -> SweepLease? {
    // A mirror in memory has no path and nobody to share with.
    guard !path.isEmpty else { return SweepLease(descriptor: -1) }
    let descriptor = Glibc.open(path + ".sweep", O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0, flock(descriptor, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK else {
      return SweepLease(descriptor: descriptor)
    }
    close(descriptor)
    return nil
  }

  /// A number that changes when another program writes to the mirror.
  package func foreignVersion() throws(StoreError) -> Int {
    do {
      // On the connection that writes: its own changes do not count.
      return try database.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA data_version") ?? 0 }
    } catch {
      throw StoreError(error)
    }
  }
}
