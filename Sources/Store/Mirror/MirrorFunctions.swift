import Foundation
internal import GRDB

/// What SQL cannot say by itself: folded text, the digits of a number, whole numbers, amounts as text.
enum MirrorFunctions {
  static func add(to database: Database) {
    for function in [fold, digits, wholeNumber, amountText] { database.add(function: function) }
  }

  private static let fold = DatabaseFunction("fold", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map(TextFolding.fold)
  }

  private static let digits = DatabaseFunction("digits", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map(TextFolding.digits)
  }

  /// `whole_number(value, least, most)`: NULL for what is no whole number of that range.
  private static let wholeNumber = DatabaseFunction("whole_number", argumentCount: 3, pure: true) { values in
    guard let least = Int64.fromDatabaseValue(values[1]), let most = Int64.fromDatabaseValue(values[2]) else {
      return nil
    }
    guard let number = whole(values[0]), number >= least, number <= most else { return nil }
    return number
  }

  /// Cents as they are read (`1980.00`).
  private static let amountText = DatabaseFunction("amount_text", argumentCount: 1, pure: true) { values in
    Int64.fromDatabaseValue(values[0]).map { cents in
      let fraction = cents.magnitude % 100
      return "\(cents < 0 ? "-" : "")\(cents.magnitude / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
  }

  private static func whole(_ value: DatabaseValue) -> Int64? {
    switch value.storage {
    case .int64(let number): number
    case .double(let number): Int64(exactly: number)
    case .null, .string, .blob: nil
    }
  }
}
