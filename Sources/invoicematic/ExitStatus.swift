/// What the program answers the shell with, by the numbers of sysexits(3).
enum ExitStatus: Int32, CaseIterable {
  case fine = 0
  /// An option or argument that is not understood.
  case usage = 64
  /// A file of the program's own that holds nonsense: damaged books, a mirror of a later version.
  case unreadableData = 65
  /// A file that was named and is not there.
  case missingInput = 66
  /// The service cannot be started or reached.
  case unavailable = 69
  /// A folder or file that cannot be made.
  case cannotCreate = 73
  /// Reading or writing failed halfway, or the terminal cannot be used.
  case inputOutput = 74
  /// A plan was not performed as a whole; applying it again goes on.
  case incomplete = 75
  /// The key is missing, refused, or open to others.
  case permission = 77
  /// The configuration says something that it cannot mean.
  case configuration = 78
}

/// Why the program ends early: one sentence or two for the person, and a status for the shell.
struct ProgramError: Error, Hashable {
  var status: ExitStatus
  /// What happened, what was kept, and what to do.
  var message: String

  init(_ status: ExitStatus, _ message: String) {
    self.status = status
    self.message = message
  }
}
