internal import GRDB
import Synchronization

/// What SQL cannot say by itself: folded text, the digits of a number, whole numbers.
enum MirrorFunctions {
  static func add(to database: Database) {
    SQLCall.define("fold", arguments: 1, on: database, fold)
    SQLCall.define("digits", arguments: 1, on: database, digits)
    SQLCall.define("number_tail", arguments: 1, on: database, numberTail)
    SQLCall.define("day_number", arguments: 1, on: database, dayNumber)
    SQLCall.define("whole_number", arguments: 3, on: database, wholeNumber)
    database.add(function: nearly)
  }

  private static let fold: SQLCall.Body = { context, _, values in
    let call = SQLCall(context, values)
    guard let text = call.text(0) else { return call.answer(nil) }
    TextFolding.withFolded(text) { call.answer($0) }
  }

  private static let digits: SQLCall.Body = { context, _, values in
    let call = SQLCall(context, values)
    guard let text = call.text(0) else { return call.answer(nil) }
    TextFolding.withDigits(text) { call.answer($0) }
  }

  private static let numberTail: SQLCall.Body = { context, _, values in
    let call = SQLCall(context, values)
    call.answer(call.text(0).flatMap { NumberTail.value(of: $0) })
  }

  /// The day of `2026-02-07`, `2026-02-07 00:00:00` or `2026-02-07T…` since 1970; NULL for one that no calendar has.
  private static let dayNumber: SQLCall.Body = { context, _, values in
    let call = SQLCall(context, values)
    call.answer(call.text(0).flatMap { DayText.number(of: $0) })
  }

  /// `whole_number(value, least, most)`: NULL for what is no whole number of that range.
  private static let wholeNumber: SQLCall.Body = { context, _, values in
    let call = SQLCall(context, values)
    guard let number = call.wholeNumber(0), let least = call.wholeNumber(1), let most = call.wholeNumber(2),
      number >= least, number <= most
    else { return call.answer(nil) }
    call.answer(number)
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
}
