import BillingAPI
import BillingSync
import Store

/// The kinds of record that a list cannot do without: what a customer owes is in invoices, and what an invoice of a
/// payment is called, too.
struct ListNeeds {
  /// In the order in which they are fetched.
  let kinds: [ResourceKind]

  init(_ resource: ResourceKind, _ columns: [RecordColumn], _ selection: RecordSelection, sort: SortOrder?) {
    let others = Self.ofInvoices[resource] ?? []
    let isShown = columns.contains { others.contains($0.name) }
    // What a filter asks of a customer or payment may be in its invoices: `is:late`.
    let isAsked = !others.isEmpty && (!selection.filter.isEmpty || sort != nil)
    kinds = isShown || isAsked ? [.invoices, resource] : [resource]
  }

  /// Fetches them; where a key may not read one of them, it is said how to do without.
  func fetch(_ selection: RecordSelection, in books: ScriptBooks) async throws(ProgramError) {
    do throws(ProgramError) {
      try await selection.fetch(kinds, in: books)
    } catch {
      guard error.status == .permission, let last = kinds.last, let columns = Self.ofInvoices[last] else { throw error }
      let names = columns.sorted().joined(separator: " and ")
      throw ProgramError(
        .permission,
        "\(error.message) From invoices come \(names), and what is filtered or sorted: --columns can leave them out.")
    }
  }

  /// The columns that are made from invoices.
  private static let ofInvoices: [ResourceKind: Set<String>] = [
    .customers: ["open_balance", "open_invoices"], .payments: ["invoice_number"],
  ]
}
