import BillingExport
import FoundationEssentials
import Glibc
import Store

extension EffectRunner {
  /// Writes an export to where it goes; what went wrong is answered as a sentence, and no half file stays.
  func export(_ request: ExportRequest, _ books: OpenBooks) async throws {
    guard exportsLeave || request.target == .clipboard else {
      return post(.exported(.failed("Nothing is written to files from here, and no command is run.")))
    }
    let text = ExportText(request: request, books: books, csv: csv, today: today())
    do {
      switch request.target {
      case .file(let path, let replaces): try write(text, to: FilePath.whole(path), replacing: replaces)
      case .clipboard: try copy(text)
      case .command(let line): try await pipe(text, into: line)
      }
    } catch let problem as ExportFile.Problem {
      post(.exported(outcome(of: problem, request)))
    } catch let problem as ShellCommand.Problem {
      post(.exported(.failed(problem.sentence)))
    }
  }

  private func write(_ text: ExportText, to path: String, replacing: Bool) throws {
    let file = try ExportFile(path, replacing: replacing)
    let account = try text.write { try file.write($0) }
    try file.finish()
    post(.exported(.written(rows: account.rows, path: path, leftOut: words(account))))
  }

  private func copy(_ text: ExportText) throws {
    var (copied, bytes) = ("", 0)
    let account = try text.write { part in
      bytes += part.utf8.count
      if bytes <= Clipboard.limit { copied += part }
    }
    guard bytes <= Clipboard.limit else { return post(.exported(.tooLong(bytes: bytes, limit: Clipboard.limit))) }
    post(.exported(.text(copied, rows: account.rows, leftOut: words(account))))
  }

  /// The whole text is made first: a command that waits must not keep the mirror from others.
  private func pipe(_ text: ExportText, into line: String) async throws {
    var whole: [UInt8] = []
    let account = try text.write { whole += Array($0.utf8) }
    let said = try await ShellCommand(line: line).run(input: whole)
    post(.exported(.taken(rows: account.rows, command: line, said: said, leftOut: words(account))))
  }

  private func words(_ account: ExportText.Account) -> String {
    account.leftOut == 0 ? "" : " \(account.leftOut) left out: drafts, or records without a day, an amount, or gone."
  }

  private func outcome(of problem: ExportFile.Problem, _ request: ExportRequest) -> ExportOutcome {
    switch problem {
    case .exists(let path): return .exists(request, path: path)
    case .failed(let path, let number):
      let words = String(cString: strerror(number))
      return .failed("\(path) could not be written (\(words)): nothing is left of it, and what was there is as it was.")
    }
  }

  /// What a path may go on with, by the names in its folder.
  func completePath(_ typed: String) {
    post(.pathOffers(FilePath.offers(for: typed)))
  }
}
