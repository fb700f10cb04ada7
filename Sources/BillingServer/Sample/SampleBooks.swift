package import Billing
internal import GRDB

/// Fills books with a business that never was: eighteen months of customers, invoices, payments and all the rest.
///
/// The same size, seed and day give the same books. Days are counted back from today, so that something is always due,
/// overdue and freshly paid.
package struct SampleBooks: Hashable, Sendable {
  package enum Size: Hashable, Sendable {
    /// 60 customers and 400 invoices.
    case small
    /// So many invoices, and a customer for every five.
    case invoices(Int)
  }

  package let size: Size
  package let seed: UInt64
  package let today: CalendarDate
  /// Adds what breaks careless programs: escape sequences, bidi overrides, notes of 10,000 characters, nulls wherever
  /// they are allowed.
  package let isHostile: Bool

  package init(_ size: Size = .small, seed: UInt64 = 1, today: CalendarDate, isHostile: Bool = false) {
    self.size = size
    self.seed = seed
    self.today = today
    self.isHostile = isHostile
  }

  /// Fills empty books, in one transaction; sets them up first where nobody did. Books with records are refused.
  package func fill(_ books: Books) throws(BooksError) {
    if try !books.isSetUp {
      try books.setUp(
        companyName: SampleVocabulary.company, currencyID: Identifier(1), address: SampleVocabulary.companyAddress)
    }
    try books.write { database in
      let records = try Int.fetchOne(database, sql: "SELECT sum(count) FROM record_counts") ?? 0
      guard records == 0 else { throw BooksError.notEmpty }
      let currency = try CompanyCurrency.id(database)
      var run = SampleRun(self, currency: Identifier(currency), writer: try SampleWriter(database))
      try run.write()
    }
  }

  var invoiceCount: Int {
    switch size {
    case .small: 400
    case .invoices(let count): max(1, count)
    }
  }

  var customerCount: Int {
    switch size {
    case .small: 60
    case .invoices(let count): max(1, count / 5)
    }
  }

  var estimateCount: Int { max(1, invoiceCount / 5) }
  var expenseCount: Int { max(1, invoiceCount * 3 / 8) }
}
