import Billing
import BillingAPI
import Store
import TerminalUI

/// What is exported, how and where to, while it is chosen.
package struct ExportMenu: Sendable, Equatable {
  package enum Place: Int, Sendable, CaseIterable { case file, clipboard, command }
  enum Line: Int, CaseIterable { case content, format, place, field }

  struct Choice: Sendable, Equatable {
    let title: String
    let content: ExportRequest.Content
  }

  /// What can be exported here.
  let contents: [Choice]
  let formats: [ExportRequest.Format]
  package var contentIndex = 0
  package var formatIndex = 0
  package var place = Place.file
  /// The file's name or the command.
  package var field: TextField
  var focus = Line.content
  package var offers: [String] = []
  package var problem: String?
  private let stem: String

  init(_ contents: [Choice], formats: [ExportRequest.Format], stem: String) {
    self.contents = contents
    self.formats = formats
    self.stem = stem
    field = TextField("\(stem).\(formats[0].ending)", maximumLength: 4_000)
    if contents.count < 2 { focus = .format }
  }

  var format: ExportRequest.Format { formats[formatIndex] }
  var lines: [Line] { place == .clipboard ? [.content, .format, .place] : Line.allCases }

  /// What is asked for; nil where no file or command is named.
  var request: ExportRequest? {
    let text = field.text.trimmingBlanks
    let target: ExportRequest.Target
    switch place {
    case .clipboard: target = .clipboard
    case .file where !text.isEmpty: target = .file(text, replacing: false)
    case .command where !text.isEmpty: target = .command(text)
    case .file, .command: return nil
    }
    return ExportRequest(contents[contentIndex].content, as: format, to: target)
  }

  mutating func moveFocus(_ distance: Int) {
    let lines = lines
    let place = (lines.firstIndex(of: focus) ?? 0) + distance
    focus = lines[max(0, min(place, lines.count - 1))]
  }

  /// The next of what the focused line offers; a file that was named by the program follows format and place.
  mutating func step(_ distance: Int) {
    let wasProposed = field.text == proposal
    switch focus {
    case .content: contentIndex = (contentIndex + distance + contents.count) % contents.count
    case .format: formatIndex = (formatIndex + distance + formats.count) % formats.count
    case .place:
      let count = Place.allCases.count
      place = Place(rawValue: (place.rawValue + distance + count) % count) ?? .file
    case .field: return
    }
    if wasProposed { field = TextField(proposal, maximumLength: field.maximumLength) }
  }

  private var proposal: String { place == .command ? "" : "\(stem).\(format.ending)" }
}
