internal import GRDB

#if canImport(Glibc)
  import Glibc
#endif

/// Opening a file that several programs may begin at the same moment.
enum PatientOpening {
  /// Tries again for five seconds while another program holds the file: whoever makes it first has it alone for a moment,
  /// and for that moment SQLite refuses all others at once instead of waiting.
  static func open<File>(_ work: () throws -> File) throws -> File {
    let end = ContinuousClock.now + .seconds(5)
    while true {
      do {
        return try work()
      } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY && ContinuousClock.now < end {
        usleep(10_000)
      }
    }
  }
}
