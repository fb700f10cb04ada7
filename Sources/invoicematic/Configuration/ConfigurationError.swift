import BillingAPI
import TerminalUI

/// Why the program cannot start as it is configured.
enum ConfigurationError: Error, Hashable {
  case unreadable(path: String, reason: String)
  case syntax(SourcePlace, String)
  case unknownKey(SourcePlace, key: String, nearest: String?)
  case wrongValue(SourcePlace, key: String, reason: String)
  /// An environment variable that says something it cannot mean.
  case wrongVariable(name: String, reason: String)
  case wrongAddress(source: String, AddressProblem)
  case unknownProfile(name: String, known: [String])
  /// There are several profiles, and nothing says which.
  case undecidedProfile(known: [String])
  case profileWithoutKey(name: String)
  case unknownTheme(name: String, known: [String])
  case theme(SourcePlace, ThemeError)
  /// Neither `$HOME` nor the folders of the XDG base directory specification are known.
  case homeless
  case key(KeyProblem)
}

/// Why the API key could not be had.
enum KeyProblem: Error, Hashable {
  case fileMissing(path: String)
  case fileUnreadable(path: String, reason: String)
  /// Others may read the file, or it is not the user's.
  case fileOpenToOthers(path: String, mode: String)
  case fileOfAnother(path: String)
  /// The place says which: the file's path, the variable, `the command`.
  case notAKey(source: String, reason: String)
  case commandFailed(status: Int)
  case commandTimedOut(seconds: Int)
  case commandUnstartable(reason: String)
}
