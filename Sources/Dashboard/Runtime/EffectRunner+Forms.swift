import Billing
import BillingAPI
import BillingSync
import FoundationEssentials
import Store

extension EffectRunner {
  /// Looks up what a form can be filled with beforehand, then loads what its pickers search.
  func prepare(_ kind: FormKind, _ draft: String, _ books: OpenBooks) async throws {
    if let source = kind.source { try await readSource(source, draft, books) }
    if kind.editedID == nil { try proposeNumber(kind.record, draft, books) }
    switch kind {
    case .payment(let invoice): try await preparePayment(of: invoice, draft, books)
    case .receipt(let customer): try await prepareReceipt(of: customer, draft, books)
    default: break
    }
    for kind in kind.pickedKinds { await loadAll(kind, books) }
  }

  /// Expenses are numbered by the service, where nobody types a number.
  private func proposeNumber(_ kind: ResourceKind, _ draft: String, _ books: OpenBooks) throws {
    let numbered: NumberedKind
    switch kind {
    case .invoices: numbered = .invoice
    case .estimates: numbered = .estimate
    case .payments: numbered = .payment
    case .expenses, .customers, .items: return
    }
    let known = try books.mirror.knownNumbers(kind)
    var missing: MissingNumbers?
    let propose = { [today = today()] (held: [String]) in
      missing = NumberSequence(known: held + known)?.missing
      return numbered.proposal(after: held + known, on: today)
    }
    // Without a store of one's own there is nobody else to be told.
    let number = try books.local?.reserveNumber(kind, for: IntentID(text: draft), propose: propose) ?? propose([])
    // What is not loaded yet is not missing.
    if try !books.mirror.completeness(kind).isComplete { missing = nil }
    post(.proposedNumber(number, missing: missing, draft: draft))
  }

  // MARK: The record that a form is filled from

  /// Fresh from the service, else as the mirror has it, which is said.
  private func readSource(_ source: FormKind.Source, _ draft: String, _ books: OpenBooks) async throws {
    var staleness: String?
    do {
      _ = try await books.synchronizer.fetchRecord(source.kind, id: source.id)
    } catch .notFound {
      post(.sourceMissing("The service does not have this \(source.kind.singular) any more.", draft: draft))
      return
    } catch {
      staleness = Sentences.sentence(for: error)
    }
    guard let stored = try books.mirror.record(source.kind, id: source.id),
      let record = try? JSONValue(parsing: stored.json)  // what cannot be read is missing
    else {
      post(.sourceMissing(staleness ?? "This \(source.kind.singular) cannot be read.", draft: draft))
      return
    }
    let asOf = LocalTime.timeOfDay(of: stored.asOf)
    let words = staleness.map { "\($0) This is as of \(asOf); saving waits for the service." }
    let names = try names(in: record, books)
    post(
      .source(
        FormSource(
          record: record, asOf: asOf, staleness: words, references: names,
          customer: try record["customer_id"]?.integer.flatMap { try customer($0, books) }),
        draft: draft))
  }

  /// What taking the customer that a form was resumed with fills in.
  func readPickedCustomer(_ id: Int64, _ draft: String, _ books: OpenBooks) throws {
    if let fill = try customer(id, books) { post(.pickedCustomer(id: id, fill, draft: draft)) }
  }

  /// What taking a customer fills in; nil where the mirror does not have it.
  func customer(_ id: Int64, _ books: OpenBooks) throws -> Suggestion.Fill? {
    guard case .customer(let row) = try books.mirror.rows(.customers, ids: [id]).first else { return nil }
    return Suggestion(row).fill
  }

  /// The names of what a record refers to by id alone.
  private func names(in record: JSONValue, _ books: OpenBooks) throws -> [String: Reference] {
    var names: [String: Reference] = [:]
    let lists: [(String, LookUpList)] = [
      ("payment_method_id", .paymentMethods), ("unit_id", .units), ("expense_category_id", .expenseCategories),
    ]
    for (field, list) in lists {
      guard let id = record[field]?.integer, let entry = try lookUps(list, books).first(where: { $0.id == id }) else {
        continue
      }
      names[field] = Reference(id: id, title: entry.name)
    }
    if let id = record["invoice_id"]?.integer,
      case .invoice(let invoice) = try books.mirror.rows(.invoices, ids: [id]).first
    {
      names["invoice_id"] = Reference(id: id, title: invoice.number)
    }
    if let id = record["customer_id"]?.integer,
      case .customer(let customer) = try books.mirror.rows(.customers, ids: [id]).first
    {
      names["customer_id"] = Reference(id: id, title: customer.name)
    }
    return names
  }

  /// Loads the rest of a kind, so that its picker finds everything; at most so many pages.
  private func loadAll(_ kind: ResourceKind, _ books: OpenBooks) async {
    for _ in 0..<300 {
      guard let completeness = try? books.mirror.completeness(kind), !completeness.isComplete,
        (try? await books.synchronizer.fetchMore(kind)) != nil,
        let after = try? books.mirror.completeness(kind), after.loaded > completeness.loaded
      else { return }
    }
  }
}

extension FormKind {
  /// The kinds of record that its fields pick from.
  fileprivate var pickedKinds: [ResourceKind] {
    switch record {
    case .invoices, .estimates: [.customers, .items]
    case .expenses, .payments: [.customers]
    case .customers, .items: []
    }
  }
}
