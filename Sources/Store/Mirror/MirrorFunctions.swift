import Foundation
internal import GRDB
import Synchronization

/// What SQL cannot say by itself: folded text, the digits of a number, whole numbers.
enum MirrorFunctions {
  static func add(to database: Database) {
    for function in [fold, digits, numberTail, wholeNumber, nearly] { database.add(function: function) }
  }

  private static let fold = DatabaseFunction("fold", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map(TextFolding.fold)
  }

  private static let digits = DatabaseFunction("digits", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).map(TextFolding.digits)
  }

  private static let numberTail = DatabaseFunction("number_tail", argumentCount: 1, pure: true) { values in
    String.fromDatabaseValue(values[0]).flatMap(NumberTail.value)
  }

  /// `whole_number(value, least, most)`: NULL for what is no whole number of that range.
  private static let wholeNumber = DatabaseFunction("whole_number", argumentCount: 3, pure: true) { values in
    guard let least = Int64.fromDatabaseValue(values[1]), let most = Int64.fromDatabaseValue(values[2]) else {
      return nil
    }
    guard let number = whole(values[0]), number >= least, number <= most else { return nil }
    return number
  }

  /// `nearly(text, word)`: SQLite asks row by row for the same word, which is prepared once.
  private static let nearly: DatabaseFunction = {
    let prepared = Mutex<(word: String, text: ApproximateText)?>(nil)
    return DatabaseFunction("nearly", argumentCount: 2, pure: true) { values in
      guard let text = String.fromDatabaseValue(values[0]), let word = String.fromDatabaseValue(values[1]) else {
        return nil
      }
      let approximate = prepared.withLock { known in
        if let known, known.word == word { return known.text }
        let new = ApproximateText(word)
        known = (word, new)
        return new
      }
      return approximate.isFound(in: text)
    }
  }()

  private static func whole(_ value: DatabaseValue) -> Int64? {
    switch value.storage {
    case .int64(let number): number
    case .double(let number): Int64(exactly: number)
    case .null, .string, .blob: nil
    }
  }
}
