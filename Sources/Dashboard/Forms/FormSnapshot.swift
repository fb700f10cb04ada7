/// A form's text as it is kept on disk: what was typed, not what it means. Members that came later may be missing.
package struct FormSnapshot: Sendable, Equatable, Codable {
  package struct Field: Sendable, Equatable, Codable {
    var name: String
    var text: String
    var referenceID: Int64?
    var referenceTitle: String?
    var isEdited: Bool
  }

  package struct Line: Sendable, Equatable, Codable {
    var name: String
    var description: String
    var quantity: String
    var price: String
    var unitName: String?
    /// In cents.
    var lastPrice: Int64?
    /// The line as the service had it, as JSON.
    var original: String?
  }

  /// The record that it is about, beside the one that it writes.
  package struct Source: Sendable, Equatable, Codable {
    package enum Role: String, Sendable, Codable {
      case edit, copy, conversion
    }

    var role: Role
    var id: Int64
    /// As it was read when the form was opened, as JSON; nil where it was never read.
    var record: String?
    var asOf: String?
  }

  /// How a payment is divided over open invoices.
  package struct Division: Sendable, Equatable, Codable {
    var method: String
    var skipped: [Int64]
    /// What was set by hand, by the invoice's id.
    var typed: [String: String]
    var keepsRest: Bool?
  }

  var kind: String
  var invoiceID: Int64?
  var customerID: Int64?
  var allocation: Division?
  var source: Source?
  var fields: [Field]
  var lines: [Line]
}
