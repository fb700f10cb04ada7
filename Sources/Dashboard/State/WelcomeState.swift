import Billing
import TerminalUI

/// The screen of somebody who has configured nothing: three ways to begin, and the questions of each.
package struct WelcomeState: Sendable, Equatable {
  package enum Page: Sendable, Equatable {
    /// Demo, local books, or a key of their own.
    case choice
    /// The company of new local books.
    case company
    /// The service's address and the key, typed hidden.
    case key
  }

  package var page = Page.choice
  package var selected = 0
  package var focus = 0
  package var companyName = TextField("")
  package var currency = TextField("USD")
  package var address: TextField
  package var key = TextField("", maximumLength: 400)
  /// What was wrong with the last try.
  package var problem: String?
  /// True where the books are there and only the questions of the first run are open.
  package var isFirstRun = false

  package init(address: String) { self.address = TextField(address) }

  /// The questions of local books that are not set up yet.
  package static func firstRun(address: String) -> WelcomeState {
    var state = WelcomeState(address: address)
    state.page = .company
    state.isFirstRun = true
    return state
  }
}

/// A key that was typed on the welcome screen, with the service that it is for. It is never shown or logged.
package struct TypedKey: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
  package let address: String
  package let secret: String

  package init(address: String, secret: String) {
    self.address = address
    self.secret = secret
  }

  package var description: String { "a key for \(address)" }
  package var customMirror: Mirror { Mirror(self, children: ["address": address]) }
}

/// Why nothing could be opened.
package enum OpenFailure: Error, Sendable, Equatable {
  /// The local books are new: the company's name and currency are asked for.
  case needsSetup
  /// A whole sentence; the user may try again.
  case failed(String)
}
