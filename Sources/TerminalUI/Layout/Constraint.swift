/// How much of a line one part of a layout wants, in columns or rows.
package enum Constraint: Hashable, Sendable {
  case fixed(Int)
  /// At least so much, and of what is left over a share by weight.
  case flexible(minimum: Int, weight: Int)
  case percent(Int)

  /// What a part must have out of a total before anything is left over.
  func minimum(of total: Int) -> Int {
    switch self {
    case .fixed(let length): max(0, length)
    case .flexible(let minimum, _): max(0, minimum)
    case .percent(let percent): max(0, total * percent / 100)
    }
  }

  private var weight: Int {
    if case .flexible(_, let weight) = self { max(0, weight) } else { 0 }
  }

  /// The lengths of parts that share a total.
  ///
  /// When it is too short, earlier parts keep what they want and later ones get less, at worst nothing.
  static func lengths(_ constraints: [Constraint], total: Int) -> [Int] {
    var rest = max(0, total)
    var lengths = constraints.map { constraint in
      let length = min(constraint.minimum(of: max(0, total)), rest)
      rest -= length
      return length
    }
    var weights = constraints.reduce(0) { $0 + $1.weight }
    for (index, constraint) in constraints.enumerated() where constraint.weight > 0 {
      let share = rest * constraint.weight / weights
      lengths[index] += share
      rest -= share
      weights -= constraint.weight
    }
    return lengths
  }
}

extension Rect {
  /// This area cut into columns, left to right; too narrow, the last ones are empty.
  package func columns(_ constraints: [Constraint], spacing: Int = 0) -> [Rect] {
    let lengths = Constraint.lengths(constraints, total: width - spacing * max(0, constraints.count - 1))
    var next = x
    return lengths.map { length in
      defer { next = min(maxX, next + length + spacing) }
      return Rect(x: next, y: y, width: min(length, maxX - next), height: height)
    }
  }

  /// This area cut into rows, top to bottom; too low, the last ones are empty.
  package func rows(_ constraints: [Constraint], spacing: Int = 0) -> [Rect] {
    let lengths = Constraint.lengths(constraints, total: height - spacing * max(0, constraints.count - 1))
    var next = y
    return lengths.map { length in
      defer { next = min(maxY, next + length + spacing) }
      return Rect(x: x, y: next, width: width, height: min(length, maxY - next))
    }
  }
}
