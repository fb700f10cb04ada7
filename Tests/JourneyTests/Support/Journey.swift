import Billing
import BillingServer
import BillingSync
import Dashboard
import Foundation
import Store
import TerminalUI
import Testing
import TestSupport

/// A person at the real dashboard: the loop, the synchronizer, curl and the embedded service, on a scripted terminal.
///
/// After every key it waits until nothing is under way, and lets short timers come due at once instead of sleeping.
final class Journey {
  let office: Office
  let opener: JourneyOpener
  let terminal: ScriptedTerminal
  private let queue: EventQueue
  private let runner: EffectRunner
  private(set) var loop: DashboardLoop

  var state: State { loop.state }
  var list: ListState? { state.section.kind.flatMap { state.lists[$0] } }
  var form: Form? { state.forms.last }

  /// Opens the dashboard and waits until the first pages are there; all pages, where it is `fetchingAll`. `after` is an
  /// earlier run on the same stores.
  init(
    _ office: Office, size: Size = Size(width: 120, height: 36), readOnly: Bool = false, pageSize: Int = 100,
    key: String? = nil, after earlier: Journey? = nil, opening: Bool = true, fetchingAll: Bool = false,
    pollSeconds: Int = 0, mirror: Mirror? = nil, exporting: Bool = true
  ) async throws {
    self.office = office
    opener = try JourneyOpener(
      office, isReadOnly: readOnly, settings: SyncSettings(pollSeconds: pollSeconds, pageSize: pageSize),
      fetchesAll: fetchingAll, mirror: mirror, key: key, stores: earlier?.opener)
    terminal = ScriptedTerminal(size: size)
    queue = EventQueue(waker: terminal.waker)
    runner = EffectRunner(queue: queue, opener: opener, exportsLeave: exporting, today: { Office.today })
    let moment = ContinuousClock.now
    loop = DashboardLoop(
      terminal: terminal, theme: .builtIn,
      state: State(
        size: size, figures: Figures(today: Office.today, style: .english), phase: .opening("Opening…"),
        session: SessionFacts(place: .demo, isReadOnly: readOnly)),
      queue: queue, runner: runner, now: { moment },
      environment: {
        Environment(today: Office.today) {
          UUID().uuidString.lowercased()
        }
      })
    loop.start(opening ? [.open(.demo)] : [])
    if opening { try await settle() }
  }

  /// Ends the run as a quit does; the office stays open.
  func end() async { await runner.close() }

  // MARK: What a person does

  /// Presses keys by their names: `press("^S")`, `press("g", "l")`.
  func press(_ names: String..., sourceLocation: SourceLocation = #_sourceLocation) async throws {
    for name in names {
      let key = try #require(Key(parsing: name), "\(name) names no key", sourceLocation: sourceLocation)
      try await send(.key(key), sourceLocation: sourceLocation)
    }
  }

  /// Types a text character by character, as fast as a person could never: all of it waits at once.
  func type(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    for character in text { terminal.enqueue(.key(.character(character))) }
    loop.step(waitingAtMost: .zero)
    try await settle(sourceLocation: sourceLocation)
  }

  /// Empties the field under the keyboard and types into it.
  func fill(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    try await press("^E", "^U", sourceLocation: sourceLocation)
    try await type(text, sourceLocation: sourceLocation)
  }

  func paste(_ text: String) async throws { try await send(.paste(text)) }
  func resize(_ width: Int, _ height: Int) async throws { try await send(.resize(Size(width: width, height: height))) }

  /// Runs a command of the palette by its title.
  func command(_ title: String) async throws {
    try await press(state.forms.isEmpty ? ":" : "^X")
    if !state.forms.isEmpty { try await press(":") }
    try await type(title)
    try await press("Enter")
  }

  func send(_ event: TerminalEvent, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    terminal.enqueue(event)
    loop.step(waitingAtMost: .zero)
    try await settle(sourceLocation: sourceLocation)
  }

  // MARK: Time

  /// Until nothing is under way and no short timer waits. Notices stay: they are there to be read.
  func settle(sourceLocation: SourceLocation = #_sourceLocation) async throws {
    while loop.exitStatus == nil {
      while !loop.isIdle {
        loop.step(waitingAtMost: .zero)
        if loop.isIdle { break }
        try await hear(sourceLocation: sourceLocation)
      }
      loop.step(waitingAtMost: .zero)
      if !loop.isIdle { continue }
      guard let next = loop.nextTimer, next != .notice, next != .countdown, loop.fireNextTimer() else { return }
    }
  }

  /// What happened by itself is shown after a pause, and here time stands still.
  func showWhatWaits() {
    while loop.nextTimer == .frame, loop.fireNextTimer() {}
  }

  /// Lets the store or the service have news, all of it before the loop looks.
  func tell(_ news: News...) {
    for news in news { queue.post(.news(news)) }
    loop.step(waitingAtMost: .zero)
  }

  /// Until something holds that happens by itself, such as a retry.
  func wait(
    _ what: String, sourceLocation: SourceLocation = #_sourceLocation, until condition: (Journey) -> Bool
  ) async throws {
    while !condition(self) {
      loop.step(waitingAtMost: .zero)
      showWhatWaits()
      if condition(self) { break }
      let isHeard = await terminal.bell.wait()
      try #require(isHeard, "waited in vain: \(what)\n\(screen)", sourceLocation: sourceLocation)
    }
    try await settle(sourceLocation: sourceLocation)
  }

  /// Lets the clock of synchronisation go on, so that retries come due.
  func letTimePass(_ seconds: Double = 61) { opener.clock.advance(by: seconds) }

  private func hear(sourceLocation: SourceLocation) async throws {
    let isHeard = await terminal.bell.wait()
    try #require(isHeard, "the dashboard hangs\n\(screen)", sourceLocation: sourceLocation)
  }

  // MARK: What a person sees

  var screen: String { (terminal.frames.last?.characters ?? []).joined(separator: "\n") }
  var caret: Point? { terminal.frames.last?.caret }
  var notice: String { state.notice?.text ?? "" }

  func expect(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    if !screen.contains(text) {
      Issue.record("“\(text)” is not on the screen:\n\(screen)", sourceLocation: sourceLocation)
    }
  }

  func expectNo(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    if screen.contains(text) { Issue.record("“\(text)” is on the screen:\n\(screen)", sourceLocation: sourceLocation) }
  }

  /// The strip says it: in a wide terminal whole, so the notice is what is compared.
  func expectNotice(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(notice.contains(text), "\(screen)", sourceLocation: sourceLocation)
  }

  /// The row of the list that is selected, as the record is called.
  var selectedNumber: String? {
    guard let row = list?.selectedRow else { return nil }
    switch row {
    case .invoice(let invoice): return invoice.number
    case .payment(let payment): return payment.number
    case .estimate(let estimate): return estimate.number
    case .customer(let customer): return customer.name
    case .item(let item): return item.name
    case .expense(let expense): return expense.number
    }
  }

  /// A field of the form on top.
  func field(_ name: String) -> FormField? { form?.fields.first { $0.name == name } }

  /// The field that has the keyboard, as the API calls it.
  var focusedName: String? {
    switch form?.focus {
    case .field(let index): form?.fields[index].name
    case .line(let row, let column): "items.\(row).\(column.name)"
    case .share(let place): "allocation.\(place)"
    case nil: nil
    }
  }
}

extension Journey {
  /// Goes from field to field until the keyboard is in that one.
  func goTo(_ name: String, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    var presses = 0
    while focusedName != name {
      presses += 1
      try #require(presses < 200, "no Tab leads to \(name)", sourceLocation: sourceLocation)
      try await press("Tab", sourceLocation: sourceLocation)
    }
  }

  /// A line from its name on, as free text.
  func typeLine(_ name: String, _ quantity: String, _ price: String) async throws {
    try await type(name)
    try await press("Tab", "Tab")
    try await type(quantity)
    try await press("Tab")
    try await type(price)
  }

  /// Opens the form of an invoice for Acme Harbour.
  func beginInvoice() async throws {
    try await press("2", "n")
    try await type("acme")
    try await press("Enter")
  }
}
