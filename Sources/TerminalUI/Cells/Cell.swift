/// One character cell of the screen.
///
/// A character of two columns occupies a cell of width 2 and the cell right of it, whose width is 0 and text empty.
package struct Cell: Hashable, Sendable {
  /// One printable character that the terminal can show as it is: never a control or bidi character.
  package var text: String
  /// How many columns the text takes: 0 (the right half of a wide character), 1 or 2.
  package var width: Int8
  /// What the text means.
  package var role: Role
  /// What the surface behind the text means: `surface`, `selection`, `overlay`, …
  package var ground: Role

  package init(_ text: String = " ", width: Int8 = 1, role: Role = "text", ground: Role = "surface") {
    self.text = text
    self.width = width
    self.role = role
    self.ground = ground
  }

  package static let blank = Cell()
}
