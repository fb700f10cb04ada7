import BillingExport

/// One service and one key, as the configuration file names them; what is nil is left to the default.
struct Profile: Hashable {
  var name: String
  var baseURL: String?
  var keySource: KeySource?
  var isReadOnly: Bool?
  var allowsPlainHTTP: Bool?
  /// A file of certificates to trust beside the system's, in PEM.
  var authorityFile: String?
  var requestsPerMinute: Int?
  /// Seconds between looks for changes.
  var pollSeconds: Int?
  var appearance = Appearance()
}

/// Where the API key comes from. A key is never an option: command lines are there for all to read.
enum KeySource: Hashable {
  /// `INVOICEMATIC_API_KEY`.
  case environment
  case file(path: String)
  /// A line for `/bin/sh -c`; the first line that it prints is the key.
  case command(String)
}

/// How things are shown; what is nil is left to what comes after: the profile, the file's top, the default.
struct Appearance: Hashable {
  var theme: String?
  var numberStyle: NumberStyleName?
  var currencyDisplay: CurrencyDisplay?
  /// As the system's database names it: `Europe/Vienna`.
  var timeZone: String?
  /// Draws with ASCII alone.
  var isASCII: Bool?
  var csv = CSVStyle()

  /// This one, with its gaps filled from another.
  func filled(from other: Appearance) -> Appearance {
    Appearance(
      theme: theme ?? other.theme, numberStyle: numberStyle ?? other.numberStyle,
      currencyDisplay: currencyDisplay ?? other.currencyDisplay, timeZone: timeZone ?? other.timeZone,
      isASCII: isASCII ?? other.isASCII, csv: csv.filled(from: other.csv))
  }
}

/// How CSV is exported; what is nil is left to what comes after.
struct CSVStyle: Hashable {
  var separator: CSVSeparator?
  var decimal: CSVDecimal?
  /// Begins with U+FEFF.
  var hasByteOrderMark: Bool?

  func filled(from other: CSVStyle) -> CSVStyle {
    CSVStyle(
      separator: separator ?? other.separator, decimal: decimal ?? other.decimal,
      hasByteOrderMark: hasByteOrderMark ?? other.hasByteOrderMark)
  }

  /// As it is written where nothing else is said: commas between cells, a point before the cents.
  var format: CSVFormat {
    CSVFormat(
      separator: separator?.character ?? ",", decimalMark: decimal?.character ?? ".",
      byteOrderMark: hasByteOrderMark ?? false)
  }
}

/// What stands between the cells of CSV.
enum CSVSeparator: String, CaseIterable {
  case comma, semicolon, tab

  var character: Character {
    switch self {
    case .comma: ","
    case .semicolon: ";"
    case .tab: "\t"
    }
  }
}

/// What stands before the cents in CSV.
enum CSVDecimal: String, CaseIterable {
  case point, comma

  var character: Character { self == .point ? "." : "," }
}

/// How amounts are written and read.
enum NumberStyleName: String, CaseIterable {
  /// As the currency of the amount has it.
  case currency
  /// 1234.56
  case plain
  /// 1,234.56
  case english
  /// 1.234,56
  case continental
  /// 1 234,56
  case spaced
  /// 1'234.56
  case swiss
}

/// How an amount tells its currency.
enum CurrencyDisplay: String, CaseIterable {
  case symbol, code
}
