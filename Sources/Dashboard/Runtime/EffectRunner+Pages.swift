import Billing
import BillingAPI
import FoundationEssentials
import Store

extension EffectRunner {
  /// The figures of all that is loaded, as of today.
  func overview(months: Int, _ books: OpenBooks) throws {
    post(.overview(page(of: try books.mirror.overview(today: today(), months: months))))
  }

  /// For the first frame of books that are opened; none where nothing is open.
  func overviewAtOnce(_ books: OpenBooks) -> OverviewPage? {
    let figures = books.overview ?? OpenBooks.firstFigures(books.mirror, on: today())
    guard let figures, !figures.currencies.isEmpty else { return nil }
    return page(of: figures)
  }

  private func page(of figures: Overview) -> OverviewPage {
    let moments = figures.activity.map { entry in
      entry.seen.map { moment($0) } ?? entry.row?.date.map { Self.short($0) } ?? ""
    }
    return OverviewPage(figures, moments: moments, readAt: LocalTime.timeOfDay(of: Date()))
  }

  /// The time of day where it was today, else the day.
  private func moment(_ date: Date) -> String {
    let day = LocalTime.day(of: date)
    return day == today() ? LocalTime.timeOfDay(of: date) : Self.short(day)
  }

  private static func short(_ day: CalendarDate) -> String { "\(day.day) \(day.monthAbbreviation)" }

  /// All that is known of a customer, with the notes beside it and beside its invoices.
  func customerPage(_ id: Int64, _ books: OpenBooks) throws {
    guard let overview = try books.mirror.customerPage(Identifier(id), today: today()) else {
      return post(.customerPage(id, nil))
    }
    let stored = try books.mirror.record(.customers, id: id)
    // A customer that cannot be read is shown as its row has it.
    let customer = stored.flatMap { try? Customer(json: JSONValue(parsing: $0.json)) }
    let invoices = overview.currencies.flatMap(\.timeline).compactMap { entry -> Int64? in
      if case .invoice(let row) = entry.row { row.id.value } else { nil }
    }
    let notes = try notes(.customers, of: [id], books) + notes(.invoices, of: invoices, books)
    post(
      .customerPage(
        id,
        CustomerFacts(
          overview: overview, customer: customer, notes: notes.sorted { $0.note.written < $1.note.written },
          asOf: stored.map { LocalTime.timeOfDay(of: $0.asOf) } ?? "?")))
  }
}
