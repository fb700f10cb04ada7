import TerminalUI

/// One sentence about what just happened, shown in the strip above the state line until it is read or replaced.
package struct Notice: Sendable, Equatable {
  package enum Tone: Sendable, Equatable {
    case done, information, warning, problem

    package var role: Role {
      switch self {
      case .done: "ok"
      case .information: "info"
      case .warning: "warning"
      case .problem: "error"
      }
    }
  }

  package var tone: Tone
  package var text: String

  package init(_ tone: Tone, _ text: String) {
    self.tone = tone
    self.text = text
  }
}
