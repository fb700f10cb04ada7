import ArgumentParser
import Billing
import BillingServer
import Dashboard
import FoundationEssentials

/// How many invoices sample books are to have: `small`, or a number.
struct SampleOption: ExpressibleByArgument, Hashable {
  let size: SampleBooks.Size

  init?(argument: String) {
    if argument == "small" {
      size = .small
    } else if let count = Int(argument), (1...1_000_000).contains(count) {
      size = .invoices(count)
    } else {
      return nil
    }
  }

  /// Fills empty books as of today; others are refused.
  func fill(_ books: Books, isHostile: Bool = false) throws(BooksError) {
    try SampleBooks(size, today: LocalTime.day(of: Date()), isHostile: isHostile).fill(books)
  }
}
