import Foundation
import Testing
import TerminalUI

/// Compares a frame with the screen that was agreed on: a file with the plane of characters, then the plane of roles.
///
/// With INVOICEMATIC_RECORD_SNAPSHOTS=1 the files are written anew; the difference is for a person to judge.
enum Snapshot {
  static func check(_ frame: Frame, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let shown = text(of: frame)
    let file = folder.appending(path: "\(name)-\(frame.size.width)x\(frame.size.height).txt")
    if ProcessInfo.processInfo.environment["INVOICEMATIC_RECORD_SNAPSHOTS"] == "1" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try shown.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let agreed = try String(contentsOf: file, encoding: .utf8)
    guard agreed != shown else { return }
    Issue.record("\(difference(agreed, shown))", sourceLocation: sourceLocation)
  }

  private static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Snapshots")
  }

  /// Blanks at the ends of lines are marked, so that editors leave them.
  private static func text(of frame: Frame) -> String {
    let caret = frame.caret.map { "caret \($0.x),\($0.y)" } ?? "no caret"
    let lines = frame.characters.map { "\($0)│" } + ["", caret, ""] + frame.roles
    return lines.joined(separator: "\n") + "\n"
  }

  private static func difference(_ agreed: String, _ shown: String) -> String {
    let (old, new) = (
      agreed.split(separator: "\n", omittingEmptySubsequences: false),
      shown.split(separator: "\n", omittingEmptySubsequences: false)
    )
    return (0..<max(old.count, new.count)).compactMap { line in
      let (before, now) = (line < old.count ? String(old[line]) : "", line < new.count ? String(new[line]) : "")
      return before == now ? nil : "\(line + 1) − \(before)\n\(line + 1) + \(now)"
    }.joined(separator: "\n")
  }
}
