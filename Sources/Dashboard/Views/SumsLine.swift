import TerminalUI

/// Sums side by side, each in its currency: as many as fit whole, then how many more there are.
enum SumsLine {
  static func spans(_ sums: [[Span]], separator: String, in columns: Int) -> [Span] {
    var kept = 0
    var used = 0
    while kept < sums.count {
      let gap = kept > 0 ? DisplayText.width(separator) : 0
      let width = gap + sums[kept].reduce(0) { $0 + DisplayText.width($1.text) }
      // The last one needs no room for what says that there are more.
      guard used + width + (kept + 1 < sums.count ? 4 : 0) <= columns else { break }
      used += width
      kept += 1
    }
    let shown = Array(sums.prefix(kept).joined(separator: [Span(separator, "text.dim")]))
    return shown + (kept < sums.count ? [Span(" +\(sums.count - kept)", "text.dim")] : [])
  }
}
