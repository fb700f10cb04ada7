internal import Billing
internal import BillingAPI
internal import GRDB

/// What invoices and estimates have in common: lines, a discount, and sums that must be right.
enum DocumentRules {
  static func fields(statuses: [String]) -> [Field] {
    [
      .optional("reference_number", .shortText),
      .required("customer_id", .reference("customers")),
      .optional("discount_type", .word(["fixed", "percentage"])),
      .required("discount", .decimal),
      .required("discount_val", .amount),
      .required("sub_total", .amount),
      .required("total", .amount),
      .required("tax", .amount),
      .required("template_name", .shortText),
      .optional("currency_id", .currency),
      .optional("exchange_rate", .rate),
      .optional("notes", .longText),
      .judged("status", .word(statuses)),
    ]
  }

  static func judge(_ draft: inout RecordDraft, _ database: Database) throws {
    draft.lines = DocumentLine.read(from: &draft)
    try draft.setDefault("currency_id") { try CompanyCurrency.id(ofCustomer: $0.value("customer_id"), database) }
    draft.setDefault("exchange_rate") { _ in "1" }
    if draft.existing == nil { draft.set("unique_hash", Digest.hexadecimal(Digest.randomBytes(10))) }
    guard draft.isSound else { return }
    judgeSums(&draft)
  }

  /// Computes the sums anew from the lines and holds them against those that were sent.
  private static func judgeSums(_ draft: inout RecordDraft) {
    let lines = draft.lines.map { LineAmounts(quantity: $0.quantity, price: $0.price) }
    let tax = Money(cents: draft.value("tax") ?? 0)
    do throws(TotalsError) {
      let plain = try DocumentTotals(lines: lines)
      compare("sub_total", with: plain.subTotal, &draft)
      let sent = Money(cents: draft.value("discount_val") ?? 0)
      let discount = DiscountReading(of: draft).settle(sent, on: plain.subTotal, &draft)
      guard let discount else { return }
      draft.set("discount_type", discount)
      let totals = try DocumentTotals(lines: lines, discount: .fixed(sent), tax: .amount(tax))
      draft.lines.setTotals(totals.lineTotals)
      compare("total", with: totals.total, &draft)
    } catch {
      draft.refuse(error.problem.field.text, error.problem.message)
    }
  }

  private static func compare(_ field: String, with computed: Money, _ draft: inout RecordDraft) {
    guard draft.value(field) != computed.cents else { return }
    draft.refuse(field, "The \(spelledOut(field)) does not match the items: \(computed.cents) was expected.")
  }
}

/// Tells a percentage from an amount where a body leaves it open.
struct DiscountReading {
  /// What the body or the record says; nil where neither does.
  private let told: String?
  private let isToldByBody: Bool
  private let figure: String

  init(of draft: RecordDraft) {
    told = draft.value("discount_type")
    isToldByBody = draft.body["discount_type"].map { !$0.isBlank } ?? false
    figure = draft.value("discount") ?? "0"
  }

  /// The type under which the discount's figure and its value in cents agree; nil, with a complaint, where none does.
  func settle(_ value: Money, on subTotal: Money, _ draft: inout RecordDraft) -> String? {
    let candidates = isToldByBody ? [told ?? "fixed"] : [told ?? "fixed", "fixed", "percentage"]
    if let fitting = candidates.first(where: { fits($0, value, subTotal) }) { return fitting }
    if candidates.first == "percentage", let percentage = Percentage(text: figure), percentage > .hundred {
      draft.refuse("discount", "The discount field must not be greater than 100.")
    } else {
      draft.refuse("discount_val", "The discount val does not match the discount.")
    }
    return nil
  }

  private func fits(_ type: String, _ value: Money, _ subTotal: Money) -> Bool {
    guard let discount = Percentage(text: figure) else { return false }
    switch type {
    case "percentage":
      let computed = try? subTotal.taking(discount)  // overflow is its only error
      return discount <= .hundred && computed == value
    default:
      // In cents as documented, or in whole units where the type was left out.
      let scaled = value.cents.multipliedReportingOverflow(by: 10_000)
      let isCents = !scaled.overflow && scaled.partialValue == discount.tenThousandths
      return isCents
        || (!isToldByBody && value.cents.multipliedReportingOverflow(by: 100).partialValue == discount.tenThousandths)
    }
  }
}

extension RecordDraft {
  /// Takes over a status that an update asks for, where a documented event leads to it; any other known word is left be.
  mutating func takeStatus(where leads: (_ before: String, _ wanted: String) -> Bool) {
    guard let existing, case .string(let wanted) = body["status"] ?? .null else { return }
    let before: String = existing["status"]
    if leads(before, wanted) { set("status", wanted) }
  }
}
