import Billing
import BillingAPI
import BillingSync
import Store

extension EffectRunner {
  /// Reads what would go with a record, fresh where the service answers.
  func prepareDeletion(_ kind: ResourceKind, _ id: Int64, _ books: OpenBooks) async throws {
    do {
      _ = try await books.synchronizer.fetchRecord(kind, id: id)
    } catch .notFound {
      return post(.told("The service does not have it any more."))
    } catch {
      // What the mirror knows is told; the deletion itself waits for the service.
    }
    guard let row = try books.mirror.rows(kind, ids: [id]).first else { return }
    let name = AnyResource.of(kind).title(row)
    let (losses, hangsOn) = try losses(kind, id, row, books)
    post(
      .deletion(
        Deletion(
          kind: kind, id: id, title: "\(kind.singular) \(name)", losses: losses, typed: hangsOn ? name : nil)))
  }

  /// Sentences, and whether other records hang on this one.
  private func losses(
    _ kind: ResourceKind, _ id: Int64, _ row: MirrorRow, _ books: OpenBooks
  ) throws -> ([String], Bool) {
    let kept = "The journal keeps what it was; u makes it again, with a new id."
    guard let stored = try books.mirror.record(kind, id: id),
      let record = try? JSONValue(parsing: stored.json)  // what cannot be read loses no lines that are known
    else { return ([kept], false) }
    let lines = record["items"]?.array?.count ?? 0
    let withLines = lines == 0 ? [] : ["Its \(lines == 1 ? "line goes" : "\(lines) lines go") with it."]
    guard kind == .invoices else { return (withLines + [kept], false) }
    let payments = try books.mirror.payments(of: Identifier(id))
    guard !payments.isEmpty else { return (withLines + [kept], false) }
    let numbers = payments.map(\.number).joined(separator: ", ")
    let hang = payments.count == 1 ? "1 payment hangs" : "\(payments.count) payments hang"
    return (
      withLines + [
        "\(hang) on it: \(numbers). Payments cannot be deleted, and do not come back to an invoice made again.", kept,
      ],
      true
    )
  }

  /// Sends a deleted record as a new one, from the text that the journal kept of it.
  func recreate(_ intent: String, _ kind: ResourceKind, _ title: String, _ draft: String, _ books: OpenBooks)
    async throws
  {
    guard let body = try await books.synchronizer.outbox.recreation(of: IntentID(text: intent)) else {
      return post(.failed("The journal does not have it whole: it cannot be made again from here."))
    }
    await write(WriteRequest(kind: kind, action: .create(body), draftID: draft, title: title), books)
  }
}
