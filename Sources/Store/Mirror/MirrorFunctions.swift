import Foundation
internal import GRDB

/// What SQL cannot say by itself: folded text, the digits of a number, whole numbers.
enum MirrorFunctions {
  static func add(to database: Database) {
    for function in [fold, digits, wholeNumber] { database.add(function: function) }
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

  private static func whole(_ value: DatabaseValue) -> Int64? {
    switch value.storage {
    case .int64(let number): number
    case .double(let number): Int64(exactly: number)
    case .null, .string, .blob: nil
    }
  }
}
