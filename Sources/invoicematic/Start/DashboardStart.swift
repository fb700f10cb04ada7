import Billing
import BillingAPI
import CAllocator
import CursesTerminal
import Dashboard
import FoundationEssentials
import Glibc
import TerminalUI

/// Takes the terminal, runs the dashboard on it, and gives it back.
struct DashboardStart {
  let launch: Launch

  /// Returns the exit status: 0, or 128 and the signal that ended it.
  func run() async throws(ProgramError) -> Int32 {
    // A serve answers many at once and keeps its arenas; the dashboard is one person's.
    allocator_use_one_arena()
    if let zone = launch.plan.appearance.timeZone {
      setenv("TZ", zone, 1)
      tzset()
    }
    let opener = try ProgramOpener(launch: launch)
    let log = try launch.log()
    let terminal: CursesTerminal
    do {
      terminal = try CursesTerminal(environment: terminalEnvironment, standardErrorLog: log.descriptor)
    } catch {
      throw ProgramError(.inputOutput, error.description)
    }
    defer { terminal.close() }
    let queue = EventQueue(waker: terminal.waker)
    let runner = EffectRunner(queue: queue, opener: opener, csv: launch.plan.appearance.csv.format) { [launch] in
      launch.day
    }
    let status = loop(terminal, queue, runner).run(startingWith: firstEffects)
    terminal.close()
    await runner.close()
    await opener.close()
    if let failure = opener.failure, status == DashboardLoop.nothingOpened { throw failure }
    return status
  }

  private func loop(_ terminal: CursesTerminal, _ queue: EventQueue, _ runner: EffectRunner) -> DashboardLoop {
    let style = launch.plan.appearance.style
    var figures = Figures(today: launch.day, style: style)
    figures.followsCurrency = launch.plan.appearance.numberStyle == .currency
    figures.label = launch.plan.appearance.currencyDisplay == .code ? .code : .symbol
    var state = State(size: terminal.size, figures: figures, phase: phase, session: session)
    if case .local = launch.plan.books { state.welcome = .firstRun(address: "") }
    return DashboardLoop(
      terminal: terminal, theme: launch.theme, state: state, queue: queue, runner: runner
    ) { [launch] in
      Environment(today: launch.day) {
        UUID().uuidString.lowercased()
      }
    }
  }

  private var terminalEnvironment: TerminalEnvironment {
    launch.plan.appearance.isASCII == true ? TerminalEnvironment.current.inASCII : .current
  }

  private var phase: State.Phase {
    switch launch.plan.books {
    case .demo: .opening("Making the sample books…")
    case .local: .opening("Opening your books…")
    case .remote(let service): .opening("Opening \(service.profile ?? service.address.description)…")
    case .welcome(let address): .welcome(WelcomeState(address: address.description))
    }
  }

  private var session: SessionFacts {
    let place: SessionFacts.Place =
      switch launch.plan.books {
      case .demo: .demo
      case .local, .welcome: .local
      case .remote(let service): .remote(service.profile ?? service.address.description)
      }
    return SessionFacts(place: place, isReadOnly: launch.plan.isReadOnly)
  }

  private var firstEffects: [Effect] {
    switch launch.plan.books {
    case .demo: [.open(.demo)]
    case .local: [.open(.local(nil))]
    case .remote: [.open(.remote(nil))]
    case .welcome: []
    }
  }
}

extension Appearance {
  /// How amounts are written and read where nothing is configured: `1,234.56`.
  var style: NumberStyle {
    switch numberStyle {
    case .plain: .plain
    case .continental: .continental
    case .spaced: .spaced
    case .swiss: .swiss
    case .english, .currency, nil: .english
    }
  }
}
