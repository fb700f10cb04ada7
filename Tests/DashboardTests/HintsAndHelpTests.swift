import Store
import Testing
import TerminalUI

@testable import Dashboard

struct HintsAndHelpTests {
  @Test(arguments: [40, 41, 57, 64, 80, 100, 120, 200])
  func `hints stay on one line and are shown whole or not at all`(width: Int) throws {
    let whole = Set(
      Registry.commands.flatMap { command in
        command.hint.map { hint in command.keys.map { "\($0.symbol) \(hint.label)" } } ?? []
      })
    for state in [Given.invoices(3, width: width), Given.invoiceForm(), Given.paymentForm(), Given.state(.start)] {
      var state = state
      state.size = Size(width: width, height: 24)
      let line = try #require(view(state).characters.last)
      let words = line.split(separator: "  ").map(\.trimmingBlanks).filter { !$0.isEmpty }
      let mode = try #require(words.last)
      #expect(["LIST", "FORM"].contains(mode))
      #expect(words.count > 1, "there is room for one hint at least")
      for word in words.dropLast() { #expect(whole.contains(word), "\(line)") }
    }
  }

  @Test func `the most important hint survives the longest`() throws {
    var state = Given.invoiceForm()
    state.size = Size(width: 40, height: 24)
    #expect(try #require(view(state).characters.last).contains("^S save"))
  }

  @Test func `the ends of a prefix stand in the hints as soon as it is pressed`() throws {
    var state = Given.invoices(3)
    state.press("g")
    let line = try #require(view(state).characters.last)
    #expect(line.contains("l late invoices"))
  }

  @Test(arguments: [Size(width: 40, height: 12), Size(width: 80, height: 24), Size(width: 120, height: 36)])
  func `help names every command of the place, as far as one scrolls`(size: Size) {
    for state in [Given.invoices(3), Given.invoiceForm()] {
      var state = state
      state.size = size
      _ = state.openHelp()
      var seen = ""
      for _ in 0..<200 {
        seen += view(state).characters.joined(separator: "\n") + "\n"
        state.press("Down")
      }
      for command in Registry.commands
      where command.modes.contains(state.mode) && command.availability(state) != .absent {
        #expect(seen.contains(command.title), "\(command.id)")
      }
    }
  }

  @Test func `typing searches the help, and Esc closes it`() {
    var state = Given.invoices(3)
    state.press("?")
    state.type("clipboard")
    let screen = view(state).characters.joined(separator: "\n")
    #expect(screen.contains("Copy number"))
    #expect(!screen.contains("Half a page down"))
    state.press("Esc")
    #expect(state.overlays.isEmpty)
  }

  @Test func `the palette runs a command by its title, and says why one cannot run`() {
    var state = Given.invoices(3)
    state.session.isReadOnly = true
    state.press(":")
    state.type("new invoice")
    state.press("Enter")
    #expect(state.forms.isEmpty)
    state.press("Esc")
    state.press(":")
    state.type("reverse")
    let effects = state.press("Enter")
    #expect(state.overlays.isEmpty)
    #expect(state.invoices.sort.isDescending == false)
    #expect(effects.count == 1)
  }

  @Test func `each command of the palette runs itself: titles are told apart`() {
    for mode in Mode.allCases {
      let titles = Registry.commands.filter { $0.modes.contains(mode) }.map(\.title)
      #expect(Set(titles).count == titles.count, "\(titles.filter { title in titles.count { $0 == title } > 1 })")
    }
  }
}
