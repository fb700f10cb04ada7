/// An amount that was received, divided over open invoices of one currency: a payment each, never above a balance.
///
/// Exact to the cent: the shares and what stays unapplied always add up to the amount.
package struct Allocation: Hashable, Sendable {
  /// How the amount is divided.
  package enum Method: String, Hashable, Sendable, CaseIterable, Codable {
    /// One invoice after the other in the order given, each as far as its balance goes.
    case oldestFirst = "oldest first"
    /// The same to each as far as balances allow; cents that cannot be divided go to the first.
    case even
    /// As somebody says.
    case byHand = "by hand"
  }

  /// An invoice that can take a part.
  package struct Target: Hashable, Sendable {
    package let invoice: Identifier<Invoice>
    package let balance: Money
    /// True where it is left out.
    package var isSkipped: Bool

    package init(invoice: Identifier<Invoice>, balance: Money, isSkipped: Bool = false) {
      self.invoice = invoice
      self.balance = balance
      self.isSkipped = isSkipped
    }

    /// What it can take at most.
    var room: Money { isSkipped ? .zero : max(balance, .zero) }
  }

  package let amount: Money
  package let targets: [Target]
  /// What each target takes, in their order.
  package let shares: [Money]
  /// What no target takes. Below zero where more was given by hand than there is.
  package let unapplied: Money
  /// Cents of an even division that could not be divided, and went one each to the first targets.
  package let oddCents: Int

  private init(_ amount: Money, _ targets: [Target], _ shares: [Money], oddCents: Int = 0) throws(ArithmeticError) {
    self.amount = amount
    self.targets = targets
    self.shares = shares
    self.oddCents = oddCents
    unapplied = try amount.subtracting(shares.sum())
  }

  /// Fills one target after the other.
  package static func inOrder(_ amount: Money, over targets: [Target]) throws(ArithmeticError) -> Allocation {
    var rest = max(amount, .zero)
    var shares: [Money] = []
    for target in targets {
      let share = min(rest, target.room)
      shares.append(share)
      rest = try rest.subtracting(share)
    }
    return try Allocation(amount, targets, shares)
  }

  /// Gives each target the same; what a small balance cannot take is divided among the others.
  package static func evenly(_ amount: Money, over targets: [Target]) throws(ArithmeticError) -> Allocation {
    var shares = Array(repeating: Money.zero, count: targets.count)
    var open = targets.indices.filter { targets[$0].room > .zero }
    var rest = max(amount, .zero)
    // Every round fills at least one target, or ends.
    while !open.isEmpty {
      let each = rest.cents / Int64(open.count)
      let full = open.filter { targets[$0].room.cents <= each }
      guard !full.isEmpty else { break }
      for index in full {
        shares[index] = targets[index].room
        rest = try rest.subtracting(shares[index])
      }
      open.removeAll(where: full.contains)
    }
    let odd = divide(rest, among: open, into: &shares)
    return try Allocation(amount, targets, shares, oddCents: odd)
  }

  /// Takes shares as somebody set them; `problems` says which cannot be.
  package static func byHand(
    _ amount: Money, over targets: [Target], shares: [Money]
  ) throws(ArithmeticError) -> Allocation {
    let given = targets.indices.map { $0 < shares.count && !targets[$0].isSkipped ? shares[$0] : .zero }
    return try Allocation(amount, targets, given)
  }

  /// Divides what is left among targets that each have room for their part and a cent more; answers the odd cents.
  private static func divide(_ rest: Money, among open: [Int], into shares: inout [Money]) -> Int {
    guard !open.isEmpty else { return 0 }
    let (each, odd) = rest.cents.quotientAndRemainder(dividingBy: Int64(open.count))
    for (place, index) in open.enumerated() { shares[index] = Money(cents: each + (place < odd ? 1 : 0)) }
    return Int(odd)
  }
}

extension Allocation {
  /// What keeps an allocation from being sent.
  package enum Problem: Hashable, Sendable {
    /// The target at this place would get more than its balance, or less than nothing.
    case outOfRange(Int)
    /// So much is left over that no invoice takes.
    case unapplied(Money)
    /// More is given than was received.
    case overdrawn(by: Money)
    case nothingApplied
  }

  package var problems: [Problem] {
    let outside = shares.indices.filter { shares[$0].isNegative || shares[$0] > targets[$0].room }
    if !outside.isEmpty { return outside.map(Problem.outOfRange) }
    if unapplied > .zero { return [.unapplied(unapplied)] }
    if unapplied.isNegative { return [.overdrawn(by: unapplied.magnitude)] }
    return parts.isEmpty ? [.nothingApplied] : []
  }

  /// The payments to be made: the places of targets that take something, with what they take.
  package var parts: [(place: Int, share: Money)] {
    shares.indices.filter { shares[$0] > .zero }.map { ($0, shares[$0]) }
  }

  /// What the target at a place still awaits afterwards.
  package func balanceAfter(_ place: Int) -> Money {
    (try? targets[place].balance.subtracting(shares[place])) ?? .zero  // overflow: not a balance
  }
}
