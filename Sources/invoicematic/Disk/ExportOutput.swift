import BillingExport
import Glibc

/// Where a verb writes what it was asked for: standard output, or a file that is put in its place when it is whole.
final class ExportOutput {
  private let file: ExportFile?

  /// - Throws: where a file of that name is there already.
  init(path: String?, replacing: Bool) throws(ProgramError) {
    do throws(ExportFile.Problem) {
      file = try path.map { path throws(ExportFile.Problem) in try ExportFile(path, replacing: replacing) }
    } catch {
      throw ProgramError(error)
    }
  }

  func write(_ text: String) throws(ProgramError) {
    guard let file else { return try Self.print(text) }
    do { try file.write(text) } catch { throw ProgramError(error) }
  }

  func finish() throws(ProgramError) {
    do { try file?.finish() } catch { throw ProgramError(error) }
  }

  /// As it is into a pipe; harmless on a terminal.
  private static func print(_ text: String) throws(ProgramError) {
    let shown = isatty(STDOUT_FILENO) == 1 ? Sanitized.lines(text) : text
    guard let number = StandardStream.pass(shown, to: STDOUT_FILENO) else { return }
    throw ProgramError(
      .inputOutput, "Standard output cannot be written (\(String(cString: strerror(number)))): it is not whole.")
  }
}

extension ProgramError {
  fileprivate init(_ problem: ExportFile.Problem) {
    switch problem {
    case .exists(let path): self.init(.cannotCreate, "\(path) is there already: --force replaces it.")
    case .failed(let path, let number):
      let words = String(cString: strerror(number))
      self.init(.cannotCreate, "\(path) cannot be written (\(words)): what was there before is as it was.")
    }
  }
}
