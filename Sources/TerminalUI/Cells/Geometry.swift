/// An extent on the screen, in columns and rows.
package struct Size: Hashable, Sendable {
  package var width: Int
  package var height: Int

  package init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }
}

/// A place on the screen, in columns from the left and rows from the top, both from 0.
package struct Point: Hashable, Sendable {
  package var x: Int
  package var y: Int

  package init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// An area of the screen, in columns and rows; never negative in extent.
package struct Rect: Hashable, Sendable {
  package var x: Int
  package var y: Int
  package var width: Int
  package var height: Int

  package init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = max(0, width)
    self.height = max(0, height)
  }

  package init(_ size: Size) {
    self.init(x: 0, y: 0, width: size.width, height: size.height)
  }

  package var isEmpty: Bool { width == 0 || height == 0 }
  package var maxX: Int { x + width }
  package var maxY: Int { y + height }
  package var size: Size { Size(width: width, height: height) }

  /// This area less a margin of so many columns and rows on each side.
  package func inset(columns: Int, rows: Int) -> Rect {
    Rect(x: x + columns, y: y + rows, width: width - 2 * columns, height: height - 2 * rows)
  }

  /// The first so many rows.
  package func top(_ rows: Int) -> Rect {
    Rect(x: x, y: y, width: width, height: min(rows, height))
  }

  /// The last so many rows.
  package func bottom(_ rows: Int) -> Rect {
    Rect(x: x, y: maxY - min(rows, height), width: width, height: min(rows, height))
  }

  /// What is left below the first so many rows.
  package func below(_ rows: Int) -> Rect { bottom(height - min(rows, height)) }

  /// What is left above the last so many rows.
  package func above(_ rows: Int) -> Rect { top(height - min(rows, height)) }

  /// The first so many columns.
  package func left(_ columns: Int) -> Rect {
    Rect(x: x, y: y, width: min(columns, width), height: height)
  }

  /// The last so many columns.
  package func right(_ columns: Int) -> Rect {
    Rect(x: maxX - min(columns, width), y: y, width: min(columns, width), height: height)
  }

  /// One row of this area as an area of its own; empty outside.
  package func row(_ index: Int) -> Rect {
    index >= 0 && index < height
      ? Rect(x: x, y: y + index, width: width, height: 1) : Rect(x: x, y: y, width: 0, height: 0)
  }

  /// The part of this area that also lies in another.
  package func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(x: left, y: top, width: min(maxX, other.maxX) - left, height: min(maxY, other.maxY) - top)
  }

  /// An area of a size in the middle of this one, cut to fit.
  package func centered(_ size: Size) -> Rect {
    let width = min(size.width, self.width)
    let height = min(size.height, self.height)
    return Rect(x: x + (self.width - width) / 2, y: y + (self.height - height) / 2, width: width, height: height)
  }
}
