package import Billing
internal import BillingAPI
internal import GRDB

extension Books {
  /// Whether the books have an owner; until then nothing else may be done with them.
  package var isSetUp: Bool {
    get throws(BooksError) {
      try read { try Bool.fetchOne($0, sql: "SELECT count(*) FROM company") ?? false }
    }
  }

  /// Answers the first-run questions and writes the look-ups that every company begins with.
  ///
  /// A second time it only changes name and currency.
  package func setUp(companyName: String, currencyID: Identifier<Currency>, address: Address? = nil) throws(BooksError)
  {
    let name = companyName.trimmed
    guard !name.isEmpty, name.unicodeScalars.count <= FieldLimits.shortText else { throw .invalidName(companyName) }
    try write { database in
      try database.execute(
        sql: """
          INSERT INTO company (id, name, slug, currency_id, address) VALUES (1, ?, ?, ?, ?)
          ON CONFLICT DO UPDATE SET name = excluded.name, slug = excluded.slug, currency_id = excluded.currency_id,
            address = coalesce(excluded.address, address)
          """,
        arguments: [name, Self.slug(of: name), currencyID.value, address.map(AddressField.text)])
      try LookUps.seed(database)
    }
  }

  /// What books answer as that nobody has set up.
  package static let unnamedCompany = "My Company"

  /// Gives the company a name, or another one; its currency stays, or is the US dollar in books that were not set up.
  package func nameCompany(_ name: String) throws(BooksError) {
    try setUp(companyName: name, currencyID: try company?.currencyID ?? Identifier(1))
  }

  /// The company's name and currency; nil before `setUp`.
  package var company: (name: String, currencyID: Identifier<Currency>)? {
    get throws(BooksError) {
      try read { database in
        try Row.fetchOne(database, sql: "SELECT name, currency_id FROM company").map {
          (name: $0["name"], currencyID: Identifier($0["currency_id"]))
        }
      }
    }
  }

  /// `Acme Corp` becomes `acme-corp`; a name without Latin letters becomes `company`.
  static func slug(of name: String) -> String {
    let words = name.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
    return words.isEmpty ? "company" : words.joined(separator: "-")
  }
}

extension StringProtocol {
  /// Without white space at both ends.
  var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
