/// How much of an item a line is for: an exact decimal of at most four places, kept in ten-thousandths.
package struct Quantity: Hashable, Sendable, Comparable {
  /// 1.5 is 15,000.
  package let tenThousandths: Int64

  package init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }
  package init(_ whole: Int32) { tenThousandths = Int64(whole) * 10_000 }

  package static let one = Quantity(1)
  package static func < (left: Quantity, right: Quantity) -> Bool { left.tenThousandths < right.tenThousandths }
}

/// A rate in percent: an exact decimal of at most four places, kept in ten-thousandths of a percent.
package struct Percentage: Hashable, Sendable, Comparable {
  /// 8.875 % is 88,750.
  package let tenThousandths: Int64

  package init(tenThousandths: Int64) { self.tenThousandths = tenThousandths }

  package static let zero = Percentage(tenThousandths: 0)
  package static let hundred = Percentage(tenThousandths: 1_000_000)
  package static func < (left: Percentage, right: Percentage) -> Bool { left.tenThousandths < right.tenThousandths }
}
