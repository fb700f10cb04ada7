internal import Billing

/// A customer of sample books, and how they pay.
struct SampleCustomer {
  var name: String
  var email: String?
  var phone: String?
  var contact: String?
  var companyName: String?
  var website: String?
  var currency: Identifier<Currency>
  var prefix: String?
  var createdAt: String
  var billing: String?
  var habit: PayingHabit
}

/// How a customer pays: most are nearly on time, a few keep one waiting.
enum PayingHabit: CaseIterable {
  case prompt, usual, late, dreadful

  /// Days after the due date; below zero before it.
  var lateness: ClosedRange<Int> {
    switch self {
    case .prompt: -20...0
    case .usual: -6...9
    case .late: 5...45
    case .dreadful: 30...140
    }
  }

  /// How many invoices in a hundred are paid in two parts.
  var partsPercent: Int {
    switch self {
    case .prompt: 2
    case .usual: 8
    case .late: 20
    case .dreadful: 35
    }
  }
}

struct SampleDocument {
  enum Kind { case invoice, estimate }

  var kind: Kind
  var date: CalendarDate
  /// The due or expiry date.
  var end: CalendarDate?
  var number: String
  var reference: String?
  var status: String
  var discountType: String
  var discount: String
  var totals: DocumentTotals
  var currency: Identifier<Currency>
  var rate: String
  var customer: Int64
  var hash: String
  var notes: String?
  var lines: [DocumentLine]
  var dueAmount: Money
}

struct SamplePayment {
  var date: CalendarDate
  var amount: Money
  var notes: String?
  var customer: Int64
  var invoice: Int64?
  var method: Int64?
  var currency: Identifier<Currency>
  var rate: String
  var base: Int64
}

struct SampleExpense {
  var date: CalendarDate
  var amount: Money
  var notes: String?
  var customer: Int64?
  var category: Int64
  var method: Int64?
  var currency: Identifier<Currency>
}
