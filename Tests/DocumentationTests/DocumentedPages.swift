import FoundationEssentials

/// The documentation as it lies in the repository that these tests were built from.
enum DocumentedPages {
  /// Every page that people write or `make docs` does, by its path from the top.
  static var paths: [String] {
    get throws {
      let docs = try FileManager.default.subpathsOfDirectory(atPath: top + "/docs").filter { $0.hasSuffix(".md") }
      return ["README.md", "CHANGELOG.md"] + docs.sorted().map { "docs/\($0)" }
    }
  }

  static func text(_ path: String) throws -> String { try String(contentsOfFile: "\(top)/\(path)", encoding: .utf8) }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: "\(top)/\(path)") }

  static let top = "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
}
