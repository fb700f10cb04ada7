import Billing
import BillingAPI
import BillingSync
import FoundationEssentials
import Store

/// The rows of a bank's file as payments of open invoices; what pays nothing is told on standard error.
struct StatementTargets {
  let path: String

  func found(among ids: [Int64], in books: ScriptBooks) throws(ProgramError) -> [BulkTarget] {
    let statement = BankStatement(parsing: try text)
    let matching = StatementMatching(statement.rows, with: try invoices(ids, books))
    for problem in statement.problems { StandardStream.note("line \(problem.line): \(Self.words(problem.reason))") }
    for miss in matching.misses { StandardStream.note("line \(miss.row.line): \(Self.words(miss.reason))") }
    return matching.matches.map { match in
      BulkTarget(
        match.invoice, amount: match.row.amount, date: match.row.date,
        note: match.row.note.isEmpty ? nil : match.row.note)
    }
  }

  private var text: String {
    get throws(ProgramError) {
      do {
        return try TextFile.read(path, limit: 32 << 20)
      } catch {
        throw ProgramError(.missingInput, "\(path) cannot be read (\(error.reason)). No plan was made.")
      }
    }
  }

  private func invoices(_ ids: [Int64], _ books: ScriptBooks) throws(ProgramError) -> [PayableInvoice] {
    let rows: [MirrorRow]
    do {
      rows = try books.mirror.rows(.invoices, ids: ids)
    } catch {
      throw ProgramError(.inputOutput, "\(error.sentence) No plan was made.")
    }
    return rows.compactMap { row in
      guard case .invoice(let invoice) = row, let balance = invoice.balance, balance > .zero else { return nil }
      return PayableInvoice(
        id: invoice.id.value, number: invoice.number, customer: invoice.customerName, balance: balance)
    }
  }

  private static func words(_ reason: StatementProblem.Reason) -> String {
    switch reason {
    case .noAmount: "it has no amount."
    case .ambiguousAmount(let text): "“\(text)” may be two amounts: write its cents."
    case .noDate(let text): "“\(text)” is no day."
    case .ambiguousDate(let text): "“\(text)” may be two days: write 2026-04-17."
    case .unclosed: "a quotation mark is not closed."
    }
  }

  private static func words(_ reason: StatementMatching.Miss.Reason) -> String {
    switch reason {
    case .unknown: "it pays no open invoice."
    case .several(let numbers): "it may pay \(numbers.joined(separator: " or "))."
    case .notPositive: "it is no payment."
    case .aboveBalance(let balance): "it is above the balance of \(balance.formatted(style: .plain))."
    case .paidTwice(let line): "line \(line) pays the same invoice."
    }
  }
}
