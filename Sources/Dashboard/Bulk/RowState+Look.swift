import Billing
import Store
import TerminalUI

extension BulkRow {
  /// Sign and word for how the row stands, readable without colour.
  func result(isPlanned: Bool) -> TableCell {
    if isPlanned { return planned }
    return switch state {
    case .waiting: TableCell("∙ waiting", role: "text.dim")
    case .held: TableCell("▲ held", role: "warning")
    case .forbidden: TableCell("– cannot", role: "text.dim")
    case .skipped: TableCell("– left out", role: "text.dim")
    case .sending: TableCell("⟳ sending", role: "info")
    case .unknown: TableCell("? unknown", role: "error")
    case .done: TableCell("✓ done", role: "ok")
    case .failed(let failure): TableCell("✗ \(failure.status.map(String.init) ?? "failed")", role: "error")
    }
  }

  private var planned: TableCell {
    if row.forbidden != nil { return TableCell("– cannot", role: "text.dim") }
    if goes { return TableCell("✓ goes", role: "ok") }
    return row.held.isEmpty ? TableCell("– left out", role: "text.dim") : TableCell("▲ held", role: "warning")
  }

  /// Why, or what came of it, in the service's words where it had any.
  func detail(_ figures: Figures) -> String {
    let currency = row.currencyID.map { Identifier<Currency>($0) }
    if let forbidden = row.forbidden { return BulkWords.words(forbidden, figures, currency) }
    switch state {
    case .forbidden(let reason): return BulkWords.words(reason, figures, currency)
    case .held(let reasons): return held(reasons, figures, currency)
    case .unknown(let failure, _), .failed(let failure): return failure.words
    case .done(let result): return done(result, figures, currency)
    case .waiting where !row.held.isEmpty: return held(row.held, figures, currency)
    case .waiting, .skipped, .sending: return BulkWords.short(row.effect, figures, currency)
    }
  }

  /// A payment is told by what it left of the balance, anything else by what it did.
  private func done(_ result: RowResult, _ figures: Figures, _ currency: Identifier<Currency>?) -> String {
    let words = BulkWords.words(result, figures, currency)
    if case .payment = row.effect { return words }
    return "\(BulkWords.short(row.effect, figures, currency)) · \(words)"
  }

  private func held(_ reasons: [HoldReason], _ figures: Figures, _ currency: Identifier<Currency>?) -> String {
    reasons.map { BulkWords.words($0, figures, currency) }.joined(separator: "; ")
  }

  /// `0.38 s`, `8 ms`; empty while it is not known.
  var time: String {
    guard let seconds else { return "" }
    if seconds < 0.1 { return "\(Int((seconds * 1_000).rounded())) ms" }
    let hundredths = Int((seconds * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100) s"
  }
}
