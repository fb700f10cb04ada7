/// Why a terminal cannot be used as a screen.
package enum TerminalFailure: Error, Hashable, CustomStringConvertible {
  case inputIsNoTerminal
  case outputIsNoTerminal
  /// The environment variable `TERM` is missing or empty.
  case typeNotSet
  /// No entry of the terminfo database describes this type.
  case unknownType(String)
  /// The type is known, but its cursor cannot be placed (`dumb`).
  case incapableType(String)
  case sizeUnknown
  /// The system refused a pipe or a descriptor.
  case outOfDescriptors

  /// What is wrong and what the person can do about it.
  package var description: String {
    switch self {
    case .inputIsNoTerminal: "Standard input is not a terminal: start the dashboard from a terminal, without a pipe."
    case .outputIsNoTerminal: "Standard output is not a terminal: start the dashboard without redirecting its output."
    case .typeNotSet: "TERM is not set: set it to the type of your terminal, for example TERM=xterm-256color."
    case .unknownType(let name):
      "The terminal type “\(name)” is not known here: try TERM=xterm-256color, or install its terminfo entry."
    case .incapableType(let name):
      "The terminal type “\(name)” cannot show a full screen: set TERM to what your terminal is, such as xterm-256color."
    case .sizeUnknown: "The terminal does not say its size: set it, for example with “stty rows 24 cols 80”."
    case .outOfDescriptors: "The system refused another file descriptor: close some programs or raise “ulimit -n”."
    }
  }
}
