import BillingAPI
import FoundationEssentials

/// Names one plan, and the run that is made of it, for ever: applying it again continues that run.
package struct PlanID: Hashable, Sendable, Codable, CustomStringConvertible {
  package let text: String

  package init() { text = UUID().uuidString.lowercased() }
  package init(text: String) { self.text = text }

  package init(from decoder: any Decoder) throws { text = try decoder.singleValueContainer().decode(String.self) }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }

  package var description: String { text }
}

/// What will happen to many records, row by row, before any of it does.
///
/// It is a file that people read and review; it holds no key of the API. Each row has the id of its intent, so that the
/// journal knows what of it was performed: the same plan applied again continues and sends nothing twice.
package struct Plan: Hashable, Sendable, Codable, Identifiable {
  /// Raised when a file of the version before would be misread.
  package static let currentVersion = 1

  package var version: Int
  package var id: PlanID
  package var made: Date
  package var books: PlanBooks
  /// What the records are: not what is written, which for payments is `action.written(kind)`.
  package var kind: ResourceKind
  package var action: BulkAction
  package var rows: [PlanRow]

  package init(
    id: PlanID = PlanID(), made: Date, books: PlanBooks, kind: ResourceKind, action: BulkAction, rows: [PlanRow] = []
  ) {
    version = Self.currentVersion
    self.id = id
    self.made = made
    self.books = books
    self.kind = kind
    self.action = action
    self.rows = rows
  }
}

/// Whose books a plan was made for: it is applied to no others.
package struct PlanBooks: Hashable, Sendable, Codable {
  /// The base URL, without a key; `demo` or `local` for the service inside the program.
  package var service: String
  package var company: Int64?
  package var companyName: String?

  package init(service: String, company: Int64? = nil, companyName: String? = nil) {
    self.service = service
    self.company = company
    self.companyName = companyName
  }

  /// Whether a plan for these may be run on others; a company that either does not know yet is no difference.
  package func isSame(as other: PlanBooks) -> Bool {
    service == other.service && (company == nil || other.company == nil || company == other.company)
  }
}
