/// Finds the lines of keys in a TOML text, for messages: the parser tells places for broken syntax alone.
enum KeyLines {
  /// The line of each key and each table header, by full path; values that go over lines may hide some.
  static func find(in text: String) -> [[String]: Int] {
    var lines: [[String]: Int] = [:]
    var table: [String] = []
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.drop(while: \.isWhitespace)
      if line.first == "[" {
        table = parts(of: line.drop { $0 == "[" }.prefix { $0 != "]" })
        // A header names the tables around its own as well.
        for count in 1...table.count { lines[Array(table.prefix(count)), default: index + 1] += 0 }
      } else if line.first != "#", let equals = line.firstIndex(of: "=") {
        let key = table + parts(of: line[..<equals])
        lines[key] = lines[key] ?? index + 1
      }
    }
    return lines
  }

  /// The parts of a dotted key; a dot between quotes separates nothing.
  static func parts(of key: Substring) -> [String] {
    var parts: [String] = []
    var part = ""
    var quote: Character?
    for character in key {
      if let open = quote {
        if character == open { quote = nil } else { part.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character == "." {
        parts.append(part)
        part = ""
      } else if !character.isWhitespace {
        part.append(character)
      }
    }
    return parts + [part]
  }
}
