/// Makes a sentence of somebody else's fit to be shown and logged.
package enum PlainText {
  /// Without control and formatting characters, runs of white space made one space, cut at `limit` characters.
  package static func clean(_ text: String, limit: Int) -> String {
    var result = ""
    var length = 0
    for word in text.split(whereSeparator: { $0.isWhitespace || $0.isNewline }) {
      let visible = String(String.UnicodeScalarView(word.unicodeScalars.filter(isVisible)))
      guard !visible.isEmpty else { continue }
      length += visible.count + (result.isEmpty ? 0 : 1)
      result += result.isEmpty ? visible : " \(visible)"
      guard length <= limit else { return result.prefix(limit - 1) + "…" }
    }
    return result
  }

  private static func isVisible(_ scalar: UnicodeScalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator: false
    default: true
    }
  }
}
