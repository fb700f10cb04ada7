/// A form's text as it is kept on disk: what was typed, not what it means.
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
  }

  var kind: String
  var invoiceID: Int64?
  var fields: [Field]
  var lines: [Line]
}
