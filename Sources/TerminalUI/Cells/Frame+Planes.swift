extension Frame {
  /// The characters of the frame, a line for each row: the first plane of an expected screen.
  package var characters: [String] {
    (0..<size.height).map { y in
      cells[y * size.width..<(y + 1) * size.width].map(\.text).joined()
    }
  }

  /// The meanings of the frame: the second plane of an expected screen.
  ///
  /// A line for each row with a letter for each cell, then a legend: `a status.overdue`, `b text on selection`.
  /// Text on the surface is a dot. Letters are given in reading order; after 52 meanings the rest are `?`.
  package var roles: [String] {
    var letters: [Meaning: Character] = [Meaning(role: "text", ground: "surface"): "."]
    var legend: [String] = []
    let lines = (0..<size.height).map { y in
      String(
        cells[y * size.width..<(y + 1) * size.width].map { cell -> Character in
          let meaning = Meaning(role: cell.role, ground: cell.ground)
          if let letter = letters[meaning] { return letter }
          let letter = legend.count < Self.letters.count ? Self.letters[legend.count] : "?"
          letters[meaning] = letter
          legend.append("\(letter) \(meaning)")
          return letter
        })
    }
    return lines + legend
  }

  private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")

  private struct Meaning: Hashable, CustomStringConvertible {
    let role: Role
    let ground: Role

    var description: String { ground == "surface" ? role.name : "\(role) on \(ground)" }
  }
}
