import Billing
import BillingAPI
import Store

extension CustomerPage {
  /// The rows of the tab that is shown: newest first, a statement from its beginning to its end.
  func rows(_ figures: Figures) -> [TimelineRow] {
    switch tab {
    case .timeline: timeline(figures).filter { row in row.kind.map { !hidden.contains($0) } ?? true }.reversed()
    case .statement: statement(figures)
    case .invoices, .payments, .estimates, .expenses:
      documents(figures).filter { $0.kind == tab.kind }.map(\.withOwnBalance).reversed()
    }
  }

  /// How many rows a tab has, before any kind is left out.
  func count(_ tab: CustomerTab) -> Int? {
    guard let shown else { return nil }
    return switch tab {
    case .timeline, .statement: nil
    case .invoices: shown.invoiced.count + shown.drafts.count
    case .payments: shown.paid.count
    case .estimates: shown.estimates.count
    case .expenses: shown.expenses.count
    }
  }

  private func documents(_ figures: Figures) -> [TimelineRow] {
    (shown?.timeline ?? []).map { TimelineRow($0, figures) }
  }

  /// Documents and notes, oldest first; a note comes after what happened on its day, with the balance of then.
  private func timeline(_ figures: Figures) -> [TimelineRow] {
    var rows: [TimelineRow] = []
    var notes = noteRows[...]
    var balance = shown?.opening ?? .zero
    func takeNotes(before day: CalendarDate?) {
      while let note = notes.first, day.map({ (note.day ?? .first) < $0 }) ?? true {
        var note = notes.removeFirst()
        note.balance = balance
        rows.append(note)
      }
    }
    for document in documents(figures) {
      if let day = document.day { takeNotes(before: day) }
      rows.append(document)
      balance = document.balance ?? balance
    }
    takeNotes(before: nil)
    return rows
  }

  private var noteRows: [TimelineRow] {
    let numbers = (shown?.timeline ?? []).compactMap { entry -> (Int64, String)? in
      if case .invoice(let row) = entry.row { (row.id.value, row.number) } else { nil }
    }
    let byID = Dictionary(numbers) { first, _ in first }
    return (facts?.notes ?? []).map { note in
      TimelineRow(note, invoiceNumber: note.note.kind == .invoices ? byID[note.note.recordID] : nil)
    }
  }

  /// What was owed before, what was charged and paid in the period, and what was owed after it.
  private func statement(_ figures: Figures) -> [TimelineRow] {
    guard let shown else { return [] }
    let bounds = period.bounds(today: figures.today)
    let documents = documents(figures).filter { $0.charge != nil || $0.credit != nil }
    let before = documents.last { ($0.day ?? .last) < bounds.lowerBound }?.balance ?? shown.opening
    let within = documents.filter { bounds.contains($0.day ?? .last) }
    let end = min(bounds.upperBound, figures.today)
    return [.carried("balance brought forward", on: bounds.lowerBound, before)] + within
      + [.carried("balance at the end", on: end, within.last?.balance ?? before)]
  }
}

extension TimelineRow {
  /// In a list of one kind the last column is the document's own: what is still to be paid of it.
  fileprivate var withOwnBalance: TimelineRow {
    var row = self
    switch content {
    case .document(.invoice(let invoice)):
      row.charge = invoice.total
      row.balance = invoice.balance
    case .document(.payment): row.balance = nil
    case .document(let document):
      row.charge = document.amount
      row.balance = nil
    case .note, .carried: break
    }
    return row
  }
}
