import Billing
import BillingAPI

/// Pages of made-up records as the service answers them, the same on every run, for measuring the mirror by itself.
struct SamplePages {
  let invoices: Int
  let customers: Int
  /// What ages are told from.
  let today: CalendarDate

  /// The service's largest page.
  static let size = 100

  /// Pages of a kind, newest first, as a walk through its list brings them.
  func pages(of kind: ResourceKind) -> [[UInt8]] {
    let ids = Array((1...max(1, count(of: kind))).reversed())
    return stride(from: 0, to: ids.count, by: Self.size).map { start in
      let records = ids[start..<min(start + Self.size, ids.count)].map { record(kind, $0) }
      return Array("{\"data\":[\(records.joined(separator: ","))]}".utf8)
    }
  }

  func count(of kind: ResourceKind) -> Int {
    switch kind {
    case .invoices: invoices
    case .customers: customers
    case .payments: invoices * 4 / 5
    case .estimates, .expenses: invoices / 10
    case .items: 200
    }
  }

  private func record(_ kind: ResourceKind, _ id: Int) -> String {
    switch kind {
    case .invoices: invoice(id)
    case .customers: customer(id)
    case .payments: payment(id)
    case .estimates: estimate(id)
    case .expenses: expense(id)
    case .items:
      #"{"id":\#(id),"name":"Service \#(id)","description":"By the hour","price":\#(id * 250),"currency_id":1}"#
    }
  }

  private func invoice(_ id: Int) -> String {
    let total = 1_000 + mixed(id, 1) % 900_000
    let isPaid = mixed(id, 2) % 100 < 82
    let status = isPaid ? "COMPLETED" : ["SENT", "VIEWED", "OVERDUE", "DRAFT"][mixed(id, 3) % 4]
    let day = issued(id)
    return """
      {"id":\(id),"invoice_number":"INV-\(padded(id))","invoice_date":"\(day.iso)","due_date":"\(day.adding(days: 30).iso)",\
      "status":"\(status)","paid_status":"\(isPaid ? "PAID" : "UNPAID")","sub_total":\(total),"discount":0,"discount_val":0,\
      "tax":0,"total":\(total),"due_amount":\(isPaid ? 0 : total),"exchange_rate":1,"template_name":"invoice1","creator_id":1,\
      "reference_number":\(id % 5 == 0 ? "\"PO-\(mixed(id, 4) % 90_000)\"" : "null"),"notes":"Payable within thirty days.",\
      \(owner(id)),"items":[{"id":\(id),"name":"Consulting","description":"By the hour","quantity":1,"price":\(total),\
      "total":\(total)}]}
      """
  }

  private func payment(_ id: Int) -> String {
    let invoice = id * 5 / 4
    return """
      {"id":\(id),"payment_number":"PAY-\(padded(id))","payment_date":"\(issued(invoice).adding(days: mixed(id, 5) % 60).iso)",\
      "amount":\(1_000 + mixed(invoice, 1) % 900_000),"invoice_id":\(invoice),"payment_method_id":1,\(owner(invoice)),\
      "payment_method":{"id":1,"name":"Bank Transfer"},"notes":"Wire transfer","exchange_rate":1}
      """
  }

  private func estimate(_ id: Int) -> String {
    """
    {"id":\(id),"estimate_number":"EST-\(padded(id))","estimate_date":"\(issued(id * 10).iso)","status":"SENT",\
    "expiry_date":"\(issued(id * 10).adding(days: 30).iso)","total":\(1_000 + mixed(id, 6) % 500_000),\(owner(id))}
    """
  }

  private func expense(_ id: Int) -> String {
    """
    {"id":\(id),"expense_number":"EXP-\(padded(id))","expense_date":"\(issued(id * 10).iso)","currency_id":1,\
    "amount":\(500 + mixed(id, 7) % 50_000),"notes":"Office supplies","expense_category":{"id":2,"name":"Office Supplies"}}
    """
  }

  private func customer(_ id: Int) -> String {
    """
    {"id":\(id),"name":"\(name(id))","email":"office\(id)@\(Self.seconds[id % 12].lowercased()).example",\
    "phone":"+1 \(200 + mixed(id, 8) % 700) 555-\(1_000 + mixed(id, 9) % 9_000)","contact_name":"\(Self.firsts[mixed(id, 10) % 12])",\
    "company_name":"\(name(id)) Ltd","currency_id":1,"created_at":"2024-01-15T08:00:00.000000Z","billing":{"name":"\(name(id))",\
    "address_street_1":"\(id % 900) Main Street","city":"Springfield","state":"NY","zip":"\(10_000 + mixed(id, 11) % 80_000)"}}
    """
  }

  private func owner(_ id: Int) -> String {
    let customer = 1 + mixed(id, 12) % customers
    let currency = [1, 1, 1, 1, 1, 1, 1, 1, 3, 2][customer % 10]
    return
      #""customer_id":\#(customer),"currency_id":\#(currency),"customer":{"id":\#(customer),"name":"\#(name(customer))"}"#
  }

  /// Three years of them.
  private func issued(_ invoice: Int) -> CalendarDate {
    today.adding(days: -(invoices - min(invoice, invoices)) * 1_095 / max(1, invoices))
  }

  private func name(_ id: Int) -> String {
    "\(Self.firsts[mixed(id, 13) % 12]) \(Self.seconds[id % 12]) \(id)"
  }

  private static let firsts = [
    "Doe", "Müller", "Harbor", "Kestrel", "Northwind", "Atlas", "Quill", "Pixel", "Tern", "Åkesson", "Smith", "Łódź",
  ]
  private static let seconds = [
    "Industries", "Coffee", "Labs", "Traders", "Movers", "Ink", "Robotics", "Heron", "Partners", "Group", "Studio",
    "Works",
  ]

  private func padded(_ id: Int) -> String { String(repeating: "0", count: max(0, 6 - String(id).count)) + "\(id)" }

  /// A number without a pattern from two numbers, the same each time.
  private func mixed(_ id: Int, _ salt: UInt64) -> Int {
    var mixed = UInt64(id) &* 0x9E37_79B9_7F4A_7C15 &+ salt &* 0xD1B5_4A32_D192_ED03
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) >> 2)
  }
}
