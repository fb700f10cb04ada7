import BillingAPI
import Store

/// What is to be written down, how, and where to: a value, so that it can be asked for again after a question.
package struct ExportRequest: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    /// Records of a list in the order of the screen, with the columns that it shows.
    case list(ResourceKind, ids: [Int64], columns: [ShownColumn])
    /// A plan, or the report of its run.
    case run(RunSnapshot)
    /// Rows of a page, as they stand there.
    case shown(ShownTable)
  }

  package enum Format: String, Sendable, Equatable, CaseIterable {
    case csv, jsonLines, ledger, plan

    var title: String {
      switch self {
      case .csv: "CSV"
      case .jsonLines: "JSON lines"
      case .ledger: "hledger journal"
      case .plan: "plan, to be applied later"
      }
    }

    /// How a file's name ends.
    var ending: String {
      switch self {
      case .csv: "csv"
      case .jsonLines: "jsonl"
      case .ledger: "journal"
      case .plan: "json"
      }
    }
  }

  package enum Target: Sendable, Equatable {
    /// A file that is there is gone over only where a person said so.
    case file(String, replacing: Bool)
    case clipboard
    /// The standard input of a line for `/bin/sh -c`.
    case command(String)
  }

  package let content: Content
  package let format: Format
  package let target: Target

  package init(_ content: Content, as format: Format, to target: Target) {
    self.content = content
    self.format = format
    self.target = target
  }

  /// The same, over the file that is there.
  var replacing: ExportRequest {
    guard case .file(let path, _) = target else { return self }
    return ExportRequest(content, as: format, to: .file(path, replacing: true))
  }
}

/// A column of a list as the screen has it.
package struct ShownColumn: Sendable, Equatable {
  package let id: String
  package let title: String

  package init(id: String, title: String) {
    self.id = id
    self.title = title
  }
}

/// What became of an export.
package enum ExportOutcome: Sendable, Equatable {
  /// The file with its whole path, and what was left out, in a sentence; empty where nothing was.
  case written(rows: Int, path: String, leftOut: String)
  /// Text for the terminal's clipboard.
  case text(String, rows: Int, leftOut: String)
  /// More bytes than a terminal takes.
  case tooLong(bytes: Int, limit: Int)
  /// A file of that name is there: the request is asked for again where it may be replaced.
  case exists(ExportRequest, path: String)
  /// A command took it and ended well; what it said, as far as a line goes.
  case taken(rows: Int, command: String, said: String, leftOut: String)
  /// A whole sentence.
  case failed(String)
}
