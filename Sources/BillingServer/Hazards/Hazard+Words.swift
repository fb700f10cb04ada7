extension Hazard {
  /// What it does, in one sentence; for `hazard list` and the documentation.
  package var sentence: String {
    switch self {
    case .latency: "Every answer takes so much longer."
    case .lateAnswer: "A write is performed, and its answer comes so much later."
    case .droppedBeforeWrite: "The connection of a write closes, and nothing was written."
    case .errorBeforeWrite: "A write is answered 500, and nothing was written."
    case .refusedWrite: "A write is refused with 422, and nothing was written."
    case .droppedAfterWrite: "The connection of a write closes, but the record was written."
    case .truncated: "The body ends in the middle, and the connection closes."
    case .html: "A proxy's 502 page comes instead of JSON."
    case .loginRedirect: "302 to a login page comes instead of an answer."
    case .tooManyRequests: "429 with Retry-After comes instead of an answer."
    case .errorAfterWrite: "A write is answered 500, but the record is there and holds its number."
    case .mangledTypes:
      "Sums are texts, days have a time, prices are `50000.0`, nulls are left out, unknown keys appear, "
        + "and texts are full of escapes."
    case .pageDrift:
      "Rows shift between pages: from the second page on the first row is one that was on the page before."
    case .cappedLimit: "No page has more records than this, whatever `limit` asks for."
    case .bareLinks: "`links` lose `limit` and filters."
    case .overpaySwallowed: "A payment above the balance is stored but not applied."
    case .replacingPut: "PUT sets back what its body leaves out: the status to DRAFT, other fields to null."
    case .numberTaken: "A new invoice, estimate, payment or expense is refused: its number has already been taken."
    case .bareProblem: "422 is `{error, message}`, without the fields."
    }
  }
}

/// The hazards as the documentation lists them.
package enum HazardTable {
  /// A table in Markdown, with a row for each.
  package static var markdown: String {
    let rows = Hazard.allCases.map { hazard in
      let figure = hazard.unit.map { "\(hazard.defaultValue) \($0)" } ?? ""
      return "| `\(hazard.rawValue)` | \(hazard.sentence) | \(figure) |"
    }
    return (["| hazard | what it does | figure, unless told |", "|---|---|---|"] + rows).joined(separator: "\n")
  }
}
