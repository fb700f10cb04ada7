import ArgumentParser
import Glibc

/// Brings the program from its command line to its end: every failure becomes one sentence and a status.
enum Program {
  static func run(_ arguments: [String]) async -> Int32 {
    do {
      var command = try Invoicematic.parseAsRoot(arguments)
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      return ExitStatus.fine.rawValue
    } catch let error as ProgramError {
      StandardStream.complain(error)
      return error.status.rawValue
    } catch let end as ExitCode {
      // The dashboard was ended by a signal.
      return end.rawValue
    } catch {
      return answer(error).rawValue
    }
  }

  /// Help and version are asked for by throwing too; all else is wrong use. What was typed comes back harmless.
  private static func answer(_ error: any Error) -> ExitStatus {
    let isFine = Invoicematic.exitCode(for: error) == .success
    StandardStream.write(Invoicematic.fullMessage(for: error), to: isFine ? STDOUT_FILENO : STDERR_FILENO)
    return isFine ? .fine : .usage
  }
}
