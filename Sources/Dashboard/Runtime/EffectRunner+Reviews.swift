import BillingAPI
import FoundationEssentials
import Store

extension EffectRunner {
  /// Reads records and what belongs beside them; those that the mirror does not have are left out.
  func readForReview(_ kind: ResourceKind, _ ids: [Int64], _ books: OpenBooks) throws {
    let details = try ids.compactMap { try recordDetail(kind, $0, books) }
    post(.reviewDetails(details, kind, asked: ids))
  }

  func readSittings(_ books: OpenBooks) throws {
    let sittings = try books.local?.sittings() ?? []
    post(
      .sittings(
        sittings.map { sitting in
          SittingSummary(
            id: sitting.id, title: "\(sitting.kind.rawValue): \(sitting.title)", records: sitting.records,
            decided: sitting.decided, flagged: sitting.flagged,
            changed: LocalTime.moment(sitting.changed, seenOn: today()))
        }))
  }

  func openSitting(_ id: String, _ books: OpenBooks) throws { post(.sitting(try books.local?.sitting(id))) }
}
