import Billing
import BillingAPI
import TerminalUI

extension Registry {
  /// `y` and a letter: puts a part of the selected record on the clipboard.
  static let copyCommands: [Command] = [
    copy("number", "number", key: "y n", "number or name of the selected record") { $0.selectedTitle },
    copy("mail", "e-mail", key: "y m", "e-mail address of the selected record's customer") {
      $0.selectedContact?.email
    },
    copy("phone", "phone", key: "y p", "telephone number of the selected record's customer") {
      $0.selectedContact?.phone
    },
    copy("address", "address", key: "y a", "billing address of the selected record's customer") {
      $0.selectedContact?.billing?.lines.joined(separator: "\n")
    },
    copy("row", "row", key: "y r", "selected row, its columns set apart by tabs") { $0.selectedRowText },
    copy("json", "JSON", key: "y j", "selected record as the service sent it", .json),
    copy(
      "curl", "curl line", key: "y c", "line that asks the service for the selected record; the key is left out", .curl),
  ]

  /// A command that copies what the state has.
  private static func copy(
    _ id: String, _ title: String, key: KeySequence, _ what: String,
    text: @escaping @Sendable (State) -> String?
  ) -> Command {
    let known: @Sendable (State) -> String? = { state in text(state).flatMap { $0.isEmpty ? nil : $0 } }
    return Command(
      "copy.\(id)", "Copy \(title)", help: "Puts the \(what) on the clipboard.", group: .act, modes: [.list],
      keys: [key], isRecordAction: true,
      availability: { state in
        if state.selectedRow == nil { return .absent }
        return known(state) == nil ? .unavailable("No \(title) is known here.") : .available
      }
    ) { state, _ in
      guard let text = known(state) else { return [] }
      return state.sayCopied(text) + [.copy(text)]
    }
  }

  /// A command that copies what the mirror has of the record.
  private static func copy(
    _ id: String, _ title: String, key: KeySequence, _ what: String, _ form: CopyForm
  ) -> Command {
    Command(
      "copy.\(id)", "Copy \(title)", help: "Puts the \(what) on the clipboard.", group: .act, modes: [.list],
      keys: [key], isRecordAction: true, availability: { $0.selectedSource == nil ? .absent : .available }
    ) { state, _ in
      guard let record = state.selectedSource, let title = state.selectedTitle else { return [] }
      return [.readForCopy(record.kind, id: record.id, form, title: title)]
    }
  }
}

/// What a record is copied as that only the mirror can tell.
package enum CopyForm: String, Sendable, Equatable {
  case json = "JSON"
  case curl = "curl line"
}

extension State {
  /// The cells of the selected row as they are shown, set apart by tabs.
  fileprivate var selectedRowText: String? {
    guard let list = selectedList, let row = list.selectedRow else { return nil }
    return list.shownColumns.map { $0.cell(row, figures).text.trimmingBlanks }.joined(separator: "\t")
  }

  /// Shows what is on the clipboard now, in one line.
  mutating func sayCopied(_ text: String) -> [Effect] {
    inform(.done, "Copied \(text.split(whereSeparator: { $0.isNewline || $0 == "\t" }).joined(separator: ", ")).")
  }
}
