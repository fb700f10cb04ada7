import TerminalUI

/// A file's name while it is typed: what is to be read from it, and why it could not be.
package struct PathPrompt: Sendable, Equatable {
  package enum Purpose: Sendable, Equatable {
    case bankRows, plan

    var title: String {
      switch self {
      case .bankRows: "Read a bank's file"
      case .plan: "Open a plan"
      }
    }

    var advice: String {
      switch self {
      case .bankRows: "number;amount;date;note, or a bank's file whose first line names its columns."
      case .plan: "A plan that was saved here, or made by invoicematic plan. Nothing is sent before you have seen it."
      }
    }
  }

  package let purpose: Purpose
  package var field = TextField("")
  /// Why it could not be read; a sentence.
  package var problem: String?
  /// What the path may go on with, after Tab.
  package var offers: [String] = []

  init(_ purpose: Purpose) { self.purpose = purpose }
}

/// Keys while a path is typed: Tab completes it, Enter reads the file, Esc leaves.
func handlePathKey(_ key: Key, _ prompt: PathPrompt, _ state: inout State) -> [Effect] {
  var prompt = prompt
  let path = prompt.field.text.trimmingBlanks
  switch key {
  case Key(.escape), .control("c"):
    state.overlays.removeLast()
    return []
  case Key(.tab): return [.completePath(path)]
  case Key(.enter):
    guard !path.isEmpty else { return [] }
    return [.bulk(prompt.purpose == .plan ? .readPlan(path: path) : .readBankRows(path: path))]
  default:
    _ = prompt.field.handle(key)
    prompt.problem = nil
    prompt.offers = []
  }
  state.replaceOverlay(.path(prompt))
  return []
}

extension State {
  mutating func askForPath(_ purpose: PathPrompt.Purpose) -> [Effect] {
    overlays.append(.path(PathPrompt(purpose)))
    return []
  }

  /// What can follow a path that was typed: as much as is certain goes into the field.
  mutating func takePathOffers(_ offers: PathOffers) -> [Effect] {
    switch overlays.last {
    case .path(var prompt) where prompt.field.text.trimmingBlanks == offers.typed:
      prompt.field.replaceAll(with: offers.completed)
      prompt.offers = offers.names
      replaceOverlay(.path(prompt))
    case .export(var menu) where menu.field.text.trimmingBlanks == offers.typed:
      menu.field.replaceAll(with: offers.completed)
      menu.offers = offers.names
      replaceOverlay(.export(menu))
    default: break
    }
    return []
  }

  /// The file could not be read: the reason stands below its name, which can be corrected.
  mutating func refusePath(_ sentence: String) -> [Effect] {
    guard case .path(var prompt) = overlays.last else { return inform(.problem, sentence) }
    prompt.problem = sentence
    replaceOverlay(.path(prompt))
    return []
  }

  /// The file was read: the field that asked for its name closes.
  mutating func closePathPrompt() {
    if case .path = overlays.last { overlays.removeLast() }
  }
}

/// What a path may go on with.
package struct PathOffers: Sendable, Equatable {
  package let typed: String
  /// The path with all that is certain of what follows.
  package let completed: String
  /// The names that fit, where there are several.
  package let names: [String]

  package init(typed: String, completed: String, names: [String]) {
    self.typed = typed
    self.completed = completed
    self.names = names
  }
}
