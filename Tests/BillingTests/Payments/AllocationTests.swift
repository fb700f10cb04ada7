import Testing

@testable import Billing

struct AllocationTests {
  /// Three open invoices over 2,400.00, 3,200.00 and 4,800.00, the oldest first.
  private static let three = targets(240_000, 320_000, 480_000)

  private static func targets(_ balances: Int64..., skipping: Set<Int> = []) -> [Allocation.Target] {
    balances.enumerated().map { place, cents in
      Allocation.Target(
        invoice: Identifier(Int64(place + 1)), balance: Money(cents: cents), isSkipped: skipping.contains(place))
    }
  }

  /// The divisions that are not by hand.
  private static func both(_ amount: Money, _ targets: [Allocation.Target]) throws -> [Allocation] {
    [try Allocation.inOrder(amount, over: targets), try Allocation.evenly(amount, over: targets)]
  }

  private func cents(_ allocation: Allocation) -> [Int64] { allocation.shares.map(\.cents) }

  @Test func `oldest first fills one invoice after the other, and the last gets what is left`() throws {
    let allocation = try Allocation.inOrder(Money(cents: 600_000), over: Self.three)
    #expect(cents(allocation) == [240_000, 320_000, 40_000])
    #expect(allocation.targets.indices.map { allocation.balanceAfter($0).cents } == [0, 0, 440_000])
    #expect(allocation.problems.isEmpty)
    #expect(allocation.parts.map(\.place) == [0, 1, 2])
  }

  @Test func `an amount within the first balance is one payment`() throws {
    let allocation = try Allocation.inOrder(Money(cents: 10_000), over: Self.three)
    #expect(allocation.parts.map(\.place) == [0])
    #expect(allocation.problems.isEmpty)
  }

  @Test func `what no invoice can take stays unapplied and is a problem`() throws {
    for allocation in try Self.both(Money(cents: 1_040_001), Self.three) {
      #expect(cents(allocation) == [240_000, 320_000, 480_000])
      #expect(allocation.unapplied == Money(cents: 1))
      #expect(allocation.problems == [.unapplied(Money(cents: 1))])
    }
  }

  @Test func `a skipped invoice takes nothing and the others take its part`() throws {
    let targets = Self.targets(240_000, 320_000, 480_000, skipping: [0])
    #expect(
      try Self.both(Money(cents: 600_000), targets).map(cents) == [[0, 320_000, 280_000], [0, 300_000, 300_000]])
  }

  @Test func `even gives each the same, and the odd cents to the first`() throws {
    let allocation = try Allocation.evenly(Money(cents: 10_001), over: Self.three)
    #expect(cents(allocation) == [3_334, 3_334, 3_333])
    #expect(allocation.oddCents == 2)
    #expect(try Allocation.evenly(Money(cents: 9_999), over: Self.three).oddCents == 0)
  }

  @Test func `what a small balance cannot take is divided among the others`() throws {
    let targets = Self.targets(100, 5_000, 50_000)
    #expect(cents(try Allocation.evenly(Money(cents: 9_000), over: targets)) == [100, 4_450, 4_450])
    #expect(cents(try Allocation.evenly(Money(cents: 20_000), over: targets)) == [100, 5_000, 14_900])
  }

  @Test func `by hand shares stand as they are set, and say what is wrong with them`() throws {
    let amount = Money(cents: 600_000)
    func allocate(_ shares: Int64...) throws -> Allocation {
      try Allocation.byHand(amount, over: Self.three, shares: shares.map { Money(cents: $0) })
    }
    #expect(try allocate(200_000, 0, 400_000).problems.isEmpty)
    #expect(try allocate(200_000, 0, 400_000).parts.map(\.place) == [0, 2])
    #expect(try allocate(240_001, 0, 359_999).problems == [.outOfRange(0)])
    #expect(try allocate(-1, 320_000, 280_001).problems == [.outOfRange(0)])
    #expect(try allocate(200_000, 0, 300_000).problems == [.unapplied(Money(cents: 100_000))])
    #expect(try allocate(240_000, 320_000, 40_001).problems == [.overdrawn(by: Money(cents: 1))])
  }

  @Test func `nothing over nothing is a problem, not a payment`() throws {
    #expect(try Allocation.inOrder(.zero, over: Self.three).problems == [.nothingApplied])
    #expect(try Allocation.evenly(.zero, over: []).problems == [.nothingApplied])
    #expect(try Allocation.inOrder(Money(cents: 5), over: []).problems == [.unapplied(Money(cents: 5))])
  }

  @Test func `whatever the balances, shares keep within them and add up with the rest to the amount`() throws {
    var random = SeededGenerator(seed: 20_261_122)
    for _ in 0..<2_000 {
      let targets = (0..<Int.random(in: 0...8, using: &random)).map { place in
        Allocation.Target(
          invoice: Identifier(Int64(place)), balance: Money(cents: .random(in: -500...20_000, using: &random)),
          isSkipped: Bool.random(using: &random) && Bool.random(using: &random))
      }
      let amount = Money(cents: .random(in: 0...60_000, using: &random))
      for allocation in try Self.both(amount, targets) {
        let sum = try allocation.shares.sum().adding(allocation.unapplied)
        #expect(sum == amount)
        #expect(zip(allocation.shares, targets).allSatisfy { $0 >= .zero && $0 <= max($1.balance, .zero) })
        #expect(zip(allocation.shares, targets).allSatisfy { !$1.isSkipped || $0.isZero })
        // Money is left over only where every invoice has all it can take.
        let hasRoom = zip(allocation.shares, targets).contains { !$1.isSkipped && $0 < $1.balance }
        #expect(allocation.unapplied.isZero || !hasRoom)
      }
    }
  }
}
