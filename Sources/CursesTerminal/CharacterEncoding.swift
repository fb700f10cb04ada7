import CCurses
import Glibc

/// How characters are sent to the terminal; decided once, before ncurses starts.
enum CharacterEncoding {
  /// Sets the locale of characters (LC_CTYPE alone: numbers stay as programs write them) and tells whether it is UTF-8.
  ///
  /// Where the person chose no locale, or a UTF-8 one that is not installed, `C.UTF-8` serves; a locale that says
  /// otherwise (`C`, `en_US.ISO-8859-1`) is respected.
  static func adopt(_ environment: TerminalEnvironment) -> Bool {
    guard let chosen = environment.locale else { return set("C.UTF-8") && isUnicode }
    if set(chosen) { return isUnicode }
    guard namesUnicode(chosen) else {
      _ = set("C")
      return false
    }
    return set("C.UTF-8") && isUnicode
  }

  /// Whether a locale's name promises UTF-8: `de_DE.UTF-8`, `C.utf8`.
  static func namesUnicode(_ locale: String) -> Bool {
    let name = locale.uppercased()
    return name.contains("UTF-8") || name.contains("UTF8")
  }

  private static func set(_ locale: String) -> Bool { setlocale(LC_CTYPE, locale) != nil }

  private static var isUnicode: Bool {
    nl_langinfo(nl_item(CODESET)).map { String(cString: $0) == "UTF-8" } ?? false
  }
}
