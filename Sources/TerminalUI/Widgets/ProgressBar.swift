/// A bar that is full to a fraction, exact to an eighth of a column.
package struct ProgressBar: Hashable, Sendable {
  /// 0…1; outside is cut.
  package var fraction: Double
  package var role: Role
  /// Whether the rest is shown as a track.
  package var hasTrack: Bool

  package init(fraction: Double, role: Role = "progress", hasTrack: Bool = true) {
    self.fraction = fraction
    self.role = role
    self.hasTrack = hasTrack
  }

  package func draw(in rect: Rect, on frame: inout Frame) {
    guard !rect.isEmpty else { return }
    let text = Self.blocks(fraction, columns: rect.width)
    if hasTrack {
      frame.write(String(repeating: "░", count: rect.width), x: rect.x, y: rect.y, role: "progress.track")
    }
    frame.write(text, x: rect.x, y: rect.y, role: role)
  }

  /// A bar as text: whole blocks and one of the eighths; what is more than nothing shows at least an eighth.
  package static func blocks(_ fraction: Double, columns: Int) -> String {
    guard columns > 0, fraction > 0 else { return "" }
    let eighths = max(1, Int(min(1, fraction) * Double(columns * 8)))
    let part = eighths % 8
    return String(repeating: "█", count: eighths / 8)
      + (part == 0 ? "" : String("▏▎▍▌▋▊▉".dropFirst(part - 1).prefix(1)))
  }
}
