/// Members of an object that are left out where it is kept, named by their paths (`creator`, `customer.billing`).
package struct JSONCut: Sendable {
  /// What becomes of a member: all of it goes, or some of what is in it.
  enum Member: Sendable {
    case whole
    case inside(JSONCut)
  }

  private var members: [(name: [UInt8], member: Member)] = []

  package init(_ paths: [String] = []) {
    let steps = paths.map { $0.split(separator: ".", maxSplits: 1).map(String.init) }
    members = Set(steps.compactMap(\.first)).sorted().map { name in
      let inside = steps.filter { $0.first == name }.map { $0.dropFirst().first }
      return (Array(name.utf8), inside.contains(nil) ? .whole : .inside(JSONCut(inside.compactMap(\.self))))
    }
  }

  /// What becomes of the member whose name stands there, as it is written; nil for one that stays.
  func member(named name: Range<Int>, in bytes: [UInt8]) -> Member? {
    members.first { $0.name.count == name.count && bytes.hold($0.name, at: name.lowerBound) }?.member
  }
}

extension [UInt8] {
  /// Whether these bytes stand at that place, where there is room for them.
  func hold(_ part: [UInt8], at place: Int) -> Bool {
    for offset in part.indices where self[place + offset] != part[offset] { return false }
    return true
  }
}
