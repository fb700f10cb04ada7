import FoundationEssentials

/// Names of files as people type them.
enum FilePath {
  /// With `~/` as the home folder, and from the root: what is said of a file must tell which it is.
  static func whole(_ path: String) -> String {
    let home = ProcessInfo.processInfo.environment["HOME"] ?? ""
    let path = path == "~" || path.hasPrefix("~/") ? home + path.dropFirst() : path
    return path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
  }

  /// The most names that are offered.
  private static let mostOffers = 40

  /// How a path that was typed in part may go on: as far as all names agree, and the names where they do not.
  static func offers(for typed: String) -> PathOffers {
    let cut = typed.lastIndex(of: "/").map { typed.index(after: $0) } ?? typed.startIndex
    let (folder, beginning) = (String(typed[..<cut]), String(typed[cut...]))
    // A folder that cannot be read has nothing to offer.
    let all = (try? FileManager.default.contentsOfDirectory(atPath: whole(folder.isEmpty ? "." : folder))) ?? []
    let names = all.filter { $0.hasPrefix(beginning) && (beginning.hasPrefix(".") || !$0.hasPrefix(".")) }.sorted()
    guard let first = names.first else { return PathOffers(typed: typed, completed: typed, names: []) }
    if names.count == 1 {
      return PathOffers(typed: typed, completed: folder + first + (isFolder(folder + first) ? "/" : ""), names: [])
    }
    let common = names.dropFirst().reduce(first) { common, name in
      String(zip(common, name).prefix { $0 == $1 }.map(\.0))
    }
    return PathOffers(typed: typed, completed: folder + common, names: Array(names.prefix(mostOffers)))
  }

  private static func isFolder(_ path: String) -> Bool {
    // What cannot be looked at is no folder to go on in.
    let facts = try? FileManager.default.attributesOfItem(atPath: whole(path))
    return facts?[.type] as? FileAttributeType == .typeDirectory
  }

  /// As UTF-8; what is none is taken for Windows-1252, which many banks write.
  static func text(of bytes: [UInt8]) -> String {
    String(validating: bytes, as: UTF8.self) ?? String(String.UnicodeScalarView(bytes.map(WindowsText.scalar)))
  }
}

/// Windows code page 1252.
private enum WindowsText {
  static func scalar(_ byte: UInt8) -> Unicode.Scalar {
    guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
    return high[Int(byte) - 0x80]
  }

  /// 0x80 to 0x9F; what the code page leaves open is a replacement character.
  private static let high = Array("€\u{FFFD}‚ƒ„…†‡ˆ‰Š‹Œ\u{FFFD}Ž\u{FFFD}\u{FFFD}‘’“”•–—˜™š›œ\u{FFFD}žŸ".unicodeScalars)
}
