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

  /// This one, with its gaps filled from another.
  func filled(from other: Appearance) -> Appearance {
    Appearance(
      theme: theme ?? other.theme, numberStyle: numberStyle ?? other.numberStyle,
      currencyDisplay: currencyDisplay ?? other.currencyDisplay, timeZone: timeZone ?? other.timeZone,
      isASCII: isASCII ?? other.isASCII)
  }
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
