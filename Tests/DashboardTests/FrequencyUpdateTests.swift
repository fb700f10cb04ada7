import Billing
import BillingAPI
import Store
import Testing
import TerminalUI

@testable import Dashboard

struct FrequencyUpdateTests {
  private func frequency(_ text: String, _ count: Int, cents: Int64 = 100_000, filter: String?) -> Frequency {
    Frequency(
      value: .text(text), count: count,
      sums: [
        CurrencySum(currencyID: Identifier(1), count: count, total: Money(cents: cents), balance: .zero),
        CurrencySum(currencyID: Identifier(3), count: 1, total: Money(cents: 5_000), balance: .zero),
      ], filter: filter)
  }

  /// The table of statuses open, with two values and one that the filter has no words for.
  private func table(width: Int = 120, height: Int = 36) -> State {
    var state = Given.invoices(30, width: width, height: height)
    state.press("l", "l", "l", "l", "F")
    let rows = [
      frequency("SENT", 20, filter: "status:sent"), frequency("PAID", 9, filter: "status:paid"),
      Frequency(value: .nothing, count: 1, sums: [], filter: nil),
    ]
    state.take(.frequencies(rows, of: .status, in: .invoices))
    return state
  }

  @Test func `F counts the current column among what the list shows`() {
    var state = Given.invoices(3)
    #expect(state.press("F") == [.frequencies(.number, state.invoices.request(today: Given.today))])
    state.press("Esc", "l")
    #expect(state.press("F") == [.frequencies(.customer, state.invoices.request(today: Given.today))])
  }

  @Test func `a column that is worked out has nothing to count, and says so`() {
    var state = Given.invoices(3)
    state.lists[.invoices]?.columns = ColumnArrangement([.init("late")])
    #expect(!state.press("F").contains { if case .frequencies = $0 { true } else { false } })
    #expect(state.notice?.tone == .warning)
    #expect(state.overlays.isEmpty)
  }

  @Test func `Enter filters by the value, beside the filter that is there`() {
    var state = table()
    _ = setFilter("", &state)
    state.lists[.invoices]?.filterField = TextField("acme")
    _ = applyFilter(&state)
    state.press("j")
    let effects = state.press("Enter")
    #expect(state.overlays.isEmpty)
    #expect(state.invoices.filterField.text == "acme status:paid")
    #expect(effects.contains { if case .order = $0 { true } else { false } })
  }

  @Test func `a value that the filter has no words for stays, and says so`() {
    var state = table()
    state.press("G", "Enter")
    #expect(state.overlays.count == 1)
    #expect(state.notice?.text == "The filter has no words for this value.")
  }

  @Test func `Esc goes back to the list as it was`() {
    var state = table()
    state.press("Esc")
    #expect(state.overlays.isEmpty)
    #expect(state.invoices.filterField.text.isEmpty)
  }

  @Test func `values keep the selection while records come, and one count is made at a time`() {
    var state = table()
    state.press("j")
    #expect(
      state.hear(.rowsChanged([.invoices])).contains(.frequencies(.status, state.invoices.request(today: Given.today))))
    #expect(!state.hear(.rowsChanged([.invoices])).contains { if case .frequencies = $0 { true } else { false } })
    let rows = [
      frequency("VIEWED", 90, filter: "status:viewed"), frequency("SENT", 20, filter: "status:sent"),
      frequency("PAID", 10, filter: "status:paid"),
    ]
    let effects = state.take(.frequencies(rows, of: .status, in: .invoices))
    #expect(effects == [.frequencies(.status, state.invoices.request(today: Given.today))], "more came meanwhile")
    state.press("Enter")
    #expect(state.invoices.filterField.text == "status:paid")
  }

  @Test func `currencies stand there by their codes`() {
    var state = Given.invoices(3)
    state.lists[.invoices]?.columns = ColumnArrangement([.init("currency")])
    state.press("F")
    state.take(.frequencies([frequency("3", 2, filter: "cur:3")], of: .currency, in: .invoices))
    #expect(view(state).characters.joined().contains("▶ EUR"))
  }

  @Test func `counts of another column that come late are thrown away`() {
    var state = table()
    state.take(.frequencies([], of: .customer, in: .invoices))
    #expect(view(state).characters.joined().contains("SENT"))
  }

  @Test(arguments: [Size(width: 120, height: 36), Size(width: 80, height: 24)])
  func `the table looks so`(size: Size) throws {
    try Snapshot.check(view(table(width: size.width, height: size.height)), "frequencies")
  }
}
