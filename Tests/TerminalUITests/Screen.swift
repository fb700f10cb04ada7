import Testing

@testable import TerminalUI

/// Draws on a screen of some size.
func screen(_ width: Int, _ height: Int, _ draw: (Rect, inout Frame) -> Void) -> Frame {
  var frame = Frame(size: Size(width: width, height: height))
  draw(frame.bounds, &frame)
  return frame
}

/// Compares a frame with an expected screen in two planes: characters, a line `--`, roles with their legend.
///
/// Blanks at the ends of lines do not count in the first plane.
func expect(_ frame: Frame, _ expected: String, location: SourceLocation = #_sourceLocation) {
  let actual = (frame.characters.map(trimmed) + ["--"] + frame.roles).joined(separator: "\n")
  #expect(actual == expected, "drawn:\n\(actual)\n", sourceLocation: location)
}

private func trimmed(_ line: String) -> String {
  String(line.reversed().drop { $0 == " " }.reversed())
}
