import Billing
import BillingSync
import Store

extension EffectRunner {
  /// The most invoices that are offered for one row.
  private static let mostCandidates = 200

  /// Finds what rows pay among all invoices that await money.
  func match(_ entries: [StatementEntry], generation: Int, _ books: OpenBooks) throws {
    let invoices = try books.mirror.payableInvoices()
    post(.bulk(.matched(BankRowMatching(entries, invoices).findings, generation: generation)))
  }

  func candidates(_ entry: StatementEntry, place: Int, _ books: OpenBooks) throws {
    let invoices = PayableInvoice.candidates(for: entry, among: try books.mirror.payableInvoices())
    post(.bulk(.candidates(Array(invoices.prefix(Self.mostCandidates)), place: place)))
  }

  func readBankRows(path: String) {
    do throws(NamedFile.Problem) {
      let text = FilePath.text(of: try NamedFile.read(FilePath.whole(path)))
      post(.bulk(.bankRows(BankStatement(parsing: text).entries, path: path)))
    } catch {
      post(.pathRefused("\(path) cannot be read: \(error.reason). Nothing was taken from it."))
    }
  }

  // MARK: Plans

  func readPlan(path: String) {
    do throws(NamedFile.Problem) {
      let bytes = try NamedFile.read(FilePath.whole(path))
      do throws(PlanFile.Problem) {
        let read = try PlanFile.read(bytes)
        post(.bulk(.read(read.plan, isEdited: read.isEdited, path: path)))
      } catch {
        post(.pathRefused(BulkSentences.sentence(for: error)))
      }
    } catch {
      post(.pathRefused("\(path) cannot be read: \(error.reason). Nothing was sent."))
    }
  }

  /// A plan for these books as it stands now; one for others is refused.
  func preview(_ plan: Plan, _ books: OpenBooks) async throws {
    let here = planBooks(books)
    guard plan.books.isSame(as: here) else { throw BulkFailure.otherBooks(plan.books) }
    post(.bulk(.run(try await books.synchronizer.bulk.preview(plan))))
  }
}

/// What each of some rows pays, in their order.
struct BankRowMatching {
  let findings: [BankRowFinding]

  init(_ entries: [StatementEntry], _ invoices: [PayableInvoice]) {
    let readings = entries.enumerated().map { $1.reading(line: $0 + 1) }
    let rows = readings.compactMap { if case .row(let row) = $0 { row } else { nil } }
    let matching = StatementMatching(rows, with: invoices)
    let byID = Dictionary(invoices.map { ($0.id, $0) }) { first, _ in first }
    var found: [Int: BankRowFinding] = [:]
    for match in matching.matches {
      found[match.row.line] = byID[match.invoice].map { .pays($0, match.row, match.way) }
    }
    for miss in matching.misses { found[miss.row.line] = .missed(miss.reason) }
    findings = readings.enumerated().map { place, reading in
      if case .problem(let problem) = reading { return .unreadable(problem.reason) }
      return found[place + 1] ?? .missed(.unknown)
    }
  }
}
