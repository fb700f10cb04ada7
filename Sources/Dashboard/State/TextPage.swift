/// Text to be read and scrolled: a request as JSON, a command line to copy.
package struct TextPage: Sendable, Equatable {
  package let title: String
  package let lines: [String]
  /// What `y` puts on the clipboard.
  package let copied: String
  /// The first line shown.
  package var offset = 0

  package init(title: String, text: String) {
    self.title = title
    copied = text
    lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// `height` is the number of rows that it is shown in.
  mutating func scroll(_ rows: Int, height: Int) {
    offset = max(0, min(offset + rows, lines.count - height))
  }
}
