import Foundation
import TerminalTestSupport
import Testing

extension EndToEnd {
  /// A mirror that cannot be used costs a sentence and a fetch, never the start.
  @Suite struct SetAside {
    let home: Home
    var mirror: String { "\(home.path)/state/invoicematic/@local/mirror.sqlite" }

    init() throws { home = try Home() }

    @Test(
      arguments: [
        // The file's first words, and its version (SQLite file format, offset 60).
        (0, Data("garbage".utf8), "could not be read"), (60, Data([0, 0x7F, 0, 0]), "from a newer version"),
      ])
    func `a mirror that cannot be used is kept under another name, and fetched again`(
      _ place: Int, _ bytes: Data, _ reason: String
    ) throws {
      let first = try home.startLocal(isFirst: true)
      first.send("q")
      #expect(try first.end() == .code(0))
      try spoil(place, bytes)
      let next = try home.start("--local", size: (120, 36))
      try next.see(reason)
      try next.see("everything is fetched again")
      try next.see("● live")
      #expect(FileManager.default.fileExists(atPath: mirror + ".aside-1"))
      next.send("q")
      #expect(try next.end() == .code(0))
    }

    /// Writes over a part of the file; what SQLite's log holds of it is taken away, or it would mend the file.
    private func spoil(_ place: Int, _ bytes: Data) throws {
      var file = try Data(contentsOf: URL(filePath: mirror))
      file.replaceSubrange(place..<place + bytes.count, with: bytes)
      try file.write(to: URL(filePath: mirror))
      for suffix in ["-wal", "-shm"] where FileManager.default.fileExists(atPath: mirror + suffix) {
        try FileManager.default.removeItem(atPath: mirror + suffix)
      }
    }
  }
}
