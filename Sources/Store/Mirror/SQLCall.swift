internal import GRDB
internal import GRDBSQLite

/// One call of a function from SQL: the arguments as SQLite holds them, and where the answer goes.
///
/// GRDB's own functions make a Swift string of every argument and answer; these are called several times for every record
/// that comes in. Valid during the call only.
struct SQLCall {
  typealias Body = @convention(c) (OpaquePointer?, Int32, UnsafeMutablePointer<OpaquePointer?>?) -> Void

  private let context: OpaquePointer?
  private let values: UnsafeMutablePointer<OpaquePointer?>?

  init(_ context: OpaquePointer?, _ values: UnsafeMutablePointer<OpaquePointer?>?) {
    self.context = context
    self.values = values
  }

  /// Makes a function known to a connection. Its answers hang on its arguments alone.
  static func define(_ name: String, arguments: Int32, on database: Database, _ body: Body) {
    let flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS
    sqlite3_create_function_v2(database.sqliteConnection, name, arguments, flags, nil, body, nil, nil, nil)
  }

  /// The bytes of an argument as text; nil for NULL.
  func text(_ place: Int) -> UnsafeRawBufferPointer? {
    let value = values?[place]
    guard let start = sqlite3_value_text(value) else { return nil }
    return UnsafeRawBufferPointer(start: start, count: Int(sqlite3_value_bytes(value)))
  }

  /// A whole number, also where it has decimals that are zero; nil for anything else.
  func wholeNumber(_ place: Int) -> Int64? {
    let value = values?[place]
    switch sqlite3_value_type(value) {
    case SQLITE_INTEGER: return sqlite3_value_int64(value)
    case SQLITE_FLOAT: return Int64(exactly: sqlite3_value_double(value))
    default: return nil
    }
  }

  func answer(_ number: Int64?) {
    guard let number else { return sqlite3_result_null(context) }
    sqlite3_result_int64(context, number)
  }

  func answer(_ text: UnsafeRawBufferPointer) {
    let start = text.baseAddress?.assumingMemoryBound(to: CChar.self)
    // An empty text has no address, and would be taken for NULL.
    guard let start else { return sqlite3_result_text(context, "", 0, nil) }
    sqlite3_result_text(context, start, Int32(text.count), Self.copied)
  }

  /// SQLite is to copy what it is given (`SQLITE_TRANSIENT`, which is a macro that Swift cannot see).
  private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
}
