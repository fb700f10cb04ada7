import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

@Suite struct `Marking rows` {
  @Test func `Space marks the selected row, keeps it on the disk and goes down`() {
    var state = Given.invoices(5)
    let effects = state.press("Space")
    #expect(effects.contains(.keep(.mark(.invoices, [1]))))
    #expect(effects.contains(.sumMarks(.invoices, [1], generation: 1)))
    #expect(state.invoices.marks.ids == [1])
    #expect(state.invoices.selectedID == 2)
  }

  @Test func `Space on a marked row takes the mark away`() {
    var state = Given.invoices(5)
    state.press("Space", "k")
    #expect(state.press("Space").contains(.keep(.unmark(.invoices, [1]))))
    #expect(state.invoices.marks.isEmpty)
  }

  @Test func `v at both ends marks all rows between, and again unmarks them`() {
    var state = Given.invoices(9)
    state.press("j", "v", "j", "j")
    #expect(state.invoices.range == 1...3)
    #expect(state.press("v").contains(.keep(.mark(.invoices, [2, 3, 4]))))
    #expect(state.invoices.range == nil)
    state.press("v", "k", "k", "v")
    #expect(state.invoices.marks.isEmpty)
  }

  @Test func `a range can be left and marks nothing`() {
    var state = Given.invoices(9)
    state.press("Space", "v", "j", "Esc")
    #expect(state.invoices.range == nil)
    #expect(state.invoices.marks.ids == [1])
  }

  @Test func `the star marks all that the filter lets through, loaded rows or not, and again none`() {
    var state = Given.state()
    state.lists[.invoices]?.generation = 1
    state.take(.order(Given.order(Array(1...1_000), total: 1_000)))
    state.press("*")
    #expect(state.invoices.marks.count == 1_000)
    #expect(state.press("*").contains(.keep(.unmark(.invoices, Array(1...1_000)))))
    #expect(state.invoices.marks.isEmpty)
  }

  @Test func `a star that comes before the list has followed its filter waits for it`() {
    var state = Given.invoices(9)
    state.press("g", "l")
    state.press("*")
    #expect(state.invoices.marks.isEmpty)
    let generation = state.invoices.generation
    let effects = state.take(.order(Given.order([4, 5], total: 9, generation: generation)))
    #expect(effects.contains(.keep(.mark(.invoices, [4, 5]))) && state.invoices.marks.ids == [4, 5])
  }

  @Test func `the star says what is not loaded and therefore not marked`() {
    var state = Given.invoices(60, total: 400)
    state.press("*")
    #expect(state.notice?.text.contains("Only 60 of 400 are loaded") == true)
  }

  @Test func `what another filter marked stays marked when this one's rows are`() {
    var state = Given.invoices(5)
    state.press("Space", "Space")
    state.lists[.invoices]?.generation = 2
    state.take(.order(Given.order([4, 5], total: 5, generation: 2)))
    state.press("*")
    #expect(state.invoices.marks.ids == [1, 2, 4, 5])
    state.press("*")
    #expect(state.invoices.marks.ids == [1, 2])
  }

  @Test func `i turns the marks of the filter around`() {
    var state = Given.invoices(4)
    state.press("Space", "Space", "i")
    #expect(state.invoices.marks.ids == [3, 4])
  }

  @Test func `the apostrophe asks for the marked rows alone, and Esc shows all again without losing a mark`() {
    var state = Given.invoices(4)
    state.press("Space", "Space")
    var request = ListRequest(.invoices, today: Given.today)
    let all = request
    request.only = [1, 2]
    #expect(state.press("'") == [.order(request, generation: 2)])
    #expect(state.press("Esc") == [.order(all, generation: 3)])
    #expect(state.invoices.marks.ids == [1, 2])
  }

  @Test func `without a mark there is nothing to be shown alone`() {
    var state = Given.invoices(4)
    state.press("'")
    #expect(!state.invoices.marks.isAlone)
    #expect(state.notice?.text.hasPrefix("Nothing is marked") == true)
  }

  @Test func `marks are counted one question at a time, the newest set last`() {
    var state = Given.invoices(4)
    state.press("Space")
    #expect(!state.press("Space").contains { if case .sumMarks = $0 { true } else { false } })
    let late = state.take(.markSums(.invoices, ListSummary(count: 1), generation: 1))
    #expect(late == [.sumMarks(.invoices, [1, 2], generation: 2)])
    #expect(state.invoices.marks.summary == nil)
    state.take(.markSums(.invoices, ListSummary(count: 2), generation: 2))
    #expect(state.invoices.marks.summary?.count == 2)
  }

  @Test func `changed rows are counted anew and stay marked`() {
    var state = Given.invoices(4)
    state.press("Space")
    state.take(.markSums(.invoices, ListSummary(count: 1), generation: 1))
    #expect(state.hear(.rowsChanged([.invoices])).contains(.sumMarks(.invoices, [1], generation: 2)))
    #expect(state.invoices.marks.ids == [1])
  }

  @Test func `the marks of an earlier run join those of this one`() {
    var state = Given.invoices(4)
    state.press("Space")
    state.take(.marks([.invoices: [3], .customers: [9]]))
    #expect(state.invoices.marks.ids == [1, 3])
    #expect(state.lists[.customers]?.marks.ids == [9])
  }

  @Test func `marked rows have a sign, and the list says how many there are and what they come to`() {
    var state = Given.invoices(4)
    state.press("Space", "Space")
    let sum = CurrencySum(
      currencyID: Identifier(1), count: 2, total: Money(cents: 30_000), balance: Money(cents: 30_000))
    state.take(.markSums(.invoices, ListSummary(count: 2, sums: [sum]), generation: 1))
    state.take(.markSums(.invoices, ListSummary(count: 2, sums: [sum]), generation: 2))
    let screen = view(state).characters.joined(separator: "\n")
    #expect(screen.contains(" ■ INV-000001"))
    #expect(screen.contains("■ 2 marked  due $300.00"))
    state.size = Size(width: 80, height: 24)
    #expect(view(state).characters.joined(separator: "\n").contains("■ 2 marked"))
  }

  @Test func `marks that are not loaded are said to be missing`() {
    var state = Given.invoices(4)
    state.press("Space", "Space")
    state.take(.markSums(.invoices, ListSummary(count: 2), generation: 1))
    state.take(.markSums(.invoices, ListSummary(count: 1), generation: 2))
    #expect(view(state).characters.contains { $0.contains("■ 2 marked, 1 not loaded") })
  }

  @Test func `a command takes all marks away and says how many`() {
    var state = Given.invoices(4)
    state.press("Space", "Space")
    _ = state.unmarkAll()
    #expect(state.invoices.marks.isEmpty)
    #expect(state.notice?.text == "Took 2 marks away; nothing else changed.")
  }
}
