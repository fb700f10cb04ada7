import Billing
import BillingAPI
import FoundationEssentials
import Store
import Synchronization

extension EffectRunner {
  /// Writes all changes that wait, in their order; whoever comes meanwhile waits until they are written.
  func keepLocalChanges(_ books: OpenBooks) throws {
    try localWriting.withLock { _ in
      let changes = memory.withLock { memory in
        defer { memory.localChanges = [] }
        return memory.localChanges
      }
      guard !changes.isEmpty else { return }
      guard let local = books.local else { return post(.failed(Self.noPlaceForMarks)) }
      for change in changes { try keep(change, local, books) }
    }
  }

  private func keep(_ change: LocalChange, _ local: LocalStore, _ books: OpenBooks) throws {
    switch change {
    case .mark(let kind, let ids): try local.addMarks(books.mirror.marks(kind, ids: ids), to: kind, at: Date())
    case .unmark(let kind, let ids): try local.removeMarks(ids, of: kind)
    case .sitting(let sitting): try local.save(sitting, at: Date())
    case .decision(let sitting, let record, let decision): try local.decide(decision, of: record, in: sitting)
    case .reviewPlace(let sitting, let position): try local.place(position, in: sitting, at: Date())
    case .discardSitting(let id): try local.discardSitting(id)
    case .bankRows(let rows): try local.keepBankRows(rows)
    }
  }

  /// What is marked since earlier runs; nothing where the file that holds it cannot be used.
  func readMarks(_ books: OpenBooks) throws {
    guard let local = books.local else { return }
    let marked = try local.markedIDs()
    if !marked.isEmpty { post(.marks(marked)) }
  }

  /// The rows of a bank that earlier runs left.
  func readBankRows(_ books: OpenBooks) throws {
    let rows = try books.local?.bankRows() ?? []
    if !rows.isEmpty { post(.bankRows(rows)) }
  }

  func sumMarks(_ kind: ResourceKind, _ ids: Set<Int64>, _ generation: Int, _ books: OpenBooks) throws {
    var request = ListRequest(kind, today: today())
    request.only = ids
    post(.markSums(kind, try books.mirror.summary(of: request), generation: generation))
  }

  private static let noPlaceForMarks =
    "The file of notes and journal cannot be used: marks, decisions and bank rows last until the program ends."
}
