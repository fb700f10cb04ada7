import Billing
import BillingAPI
import Foundation
import Store
import Testing

/// A day of the tests, so that nothing depends on when they run.
let today = CalendarDate(daysSince1970: 20_500)

/// A moment so many seconds into the tests.
func moment(_ seconds: Int = 0) -> Date { Date(timeIntervalSince1970: 1_790_000_000 + TimeInterval(seconds)) }

/// A page as a service answers it.
func page(_ records: String...) -> [UInt8] { Array(#"{"data":[\#(records.joined(separator: ","))]}"#.utf8) }

/// An invoice in JSON; days are told from `today`.
func invoice(
  _ id: Int, number: String? = nil, customer: (Int, String) = (1, "Doe Industries"), status: String = "SENT",
  paid: String = "UNPAID", total: Int = 10_000, due: Int? = nil, dueIn days: Int = 30, currency: Int = 1,
  reference: String? = nil
) -> String {
  let number = number ?? "INV-\(String(repeating: "0", count: max(0, 6 - String(id).count)))\(id)"
  let reference = reference.map { #","reference_number":"\#($0)""# } ?? ""
  return """
    {"id":\(id),"invoice_number":"\(number)","invoice_date":"\(today.adding(days: days - 30).iso)",\
    "due_date":"\(today.adding(days: days).iso)","status":"\(status)","paid_status":"\(paid)","total":\(total),\
    "sub_total":\(total),"tax":0,"discount":0,"discount_val":0,"due_amount":\(due ?? total),\
    "currency_id":\(currency),"customer_id":\(customer.0),\
    "customer":{"id":\(customer.0),"name":"\(customer.1)"},"items":[]\(reference)}
    """
}

/// A customer in JSON.
func customer(_ id: Int, _ name: String, phone: String = "", city: String = "") -> String {
  #"{"id":\#(id),"name":"\#(name)","phone":"\#(phone)","billing":{"city":"\#(city)"},"created_at":"2026-01-15T08:00:00.000000Z"}"#
}

extension Mirror {
  /// A mirror in memory that holds these records.
  static func holding(_ kind: ResourceKind, _ records: String...) throws -> Mirror {
    let mirror = try Mirror.inMemory()
    try mirror.take(kind, records)
    return mirror
  }

  @discardableResult
  func take(_ kind: ResourceKind, _ records: [String], at seconds: Int = 0) throws -> Intake {
    try takeIn(
      page: Array(#"{"data":[\#(records.joined(separator: ","))]}"#.utf8), kind: kind, asOf: moment(seconds))
  }

  func invoiceRow(_ id: Int64) throws -> InvoiceRow {
    guard case .invoice(let row) = try #require(try rows(.invoices, ids: [id]).first) else { throw WrongKind() }
    return row
  }

  /// The ids that a filter lets through, in the order of ids.
  func ids(_ kind: ResourceKind, where filter: String) throws -> [Int64] {
    let filter = try ListFilter.parse(filter, kind: kind).get()
    return try order(of: ListRequest(kind, filter: filter, sort: SortOrder(.id), today: today))
  }
}

struct WrongKind: Error {}

/// The permission bits of a file.
func permissions(_ path: String) throws -> Int {
  try #require(FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int)
}
