/// Which cell of a line holds what.
struct StatementColumns: Hashable {
  private var places: [Field: Int] = [.number: 0, .amount: 1, .date: 2, .note: 3]

  enum Field: Hashable, CaseIterable {
    case number, amount, date, note
  }

  /// Number, amount, date, note.
  init() {}

  /// Nil where the line names no column of amounts: then it is a row like the others.
  init?(heading cells: [String]) {
    var found: [Field: Int] = [:]
    for (place, cell) in cells.enumerated() {
      let word = cell.lowercased()
      for field in Field.allCases where found[field] == nil && Self.words(field).contains(where: word.contains) {
        found[field] = place
        break
      }
    }
    guard found[.amount] != nil, found.count > 1 else { return nil }
    places = found
  }

  func number(of cells: [String]) -> String { cell(.number, cells) }
  func amount(of cells: [String]) -> String { cell(.amount, cells) }
  func date(of cells: [String]) -> String { cell(.date, cells) }
  func note(of cells: [String]) -> String { cell(.note, cells) }

  private func cell(_ field: Field, _ cells: [String]) -> String {
    guard let place = places[field], cells.indices.contains(place) else { return "" }
    return cells[place]
  }

  /// How headings of banks in common languages name it.
  private static func words(_ field: Field) -> [String] {
    switch field {
    case .number: ["number", "invoice", "reference", "rechnung", "nummer", "facture", "factura"]
    case .amount: ["amount", "betrag", "montant", "importe", "bedrag", "credit"]
    case .date: ["date", "datum", "buchungstag", "fecha", "day"]
    case .note: ["note", "purpose", "description", "verwendungszweck", "text", "memo", "libell", "name", "payer"]
    }
  }
}
