import Billing
import BillingAPI
import Store
import TerminalUI

extension Registry {
  /// What can be done with the selected record beside looking at it: all of them open a form or ask first.
  static let recordCommands: [Command] = [
    Command(
      "record.menu", "Actions", help: "Lists everything that can be done with the selected record, and why not.",
      group: .act, modes: [.list], keys: ["m"], hint: .init("actions", 70),
      availability: { $0.selectedSource == nil ? .absent : .available }
    ) { state, _ in state.openActions() },
    Command(
      "record.edit", "Edit", help: "Opens the selected record in a form; only what is changed is sent.", group: .act,
      modes: [.list], keys: ["e"], hint: .init("edit", 78), isRecordAction: true, availability: { $0.canEdit }
    ) { state, environment in
      guard let record = state.selectedSource else { return [] }
      return state.openForm(.edit(record.kind, id: record.id), environment)
    },
    Command(
      "record.edit-text", "Edit as text",
      help: "Opens the selected record in your editor ($VISUAL, $EDITOR), and what comes back in its form.",
      group: .act,
      modes: [.list], keys: ["E"], isRecordAction: true, availability: { $0.canEdit }
    ) { state, environment in
      guard let record = state.selectedSource else { return [] }
      let effects = state.openForm(.edit(record.kind, id: record.id), environment)
      state.changeForm { $0.goesToEditor = true }
      return effects
    },
    Command(
      "record.duplicate", "Duplicate", help: "Opens a form with a copy of the selected invoice or estimate.",
      group: .act, modes: [.list], keys: ["D"], isRecordAction: true, availability: { $0.canDuplicate }
    ) { state, environment in
      guard let record = state.selectedSource else { return [] }
      return state.openForm(.copy(record.kind, of: record.id), environment)
    },
    Command(
      "estimate.invoice", "Make an invoice of it",
      help: "Opens an invoice form filled from the selected estimate, whose number becomes the reference.", group: .act,
      modes: [.list], keys: [], isRecordAction: true, availability: { $0.canConvert }
    ) { state, environment in
      guard let record = state.selectedSource else { return [] }
      return state.openForm(.conversion(ofEstimate: record.id), environment)
    },
    mark("sent", .sent), mark("accepted", .accepted), mark("rejected", .rejected),
  ]

  /// A command that sets a status, after a question.
  private static func mark(_ word: String, _ status: StatusMark.Status) -> Command {
    Command(
      "record.mark-\(word)", "Mark as \(word)",
      help: "Sets the status at the service, after a question. No e-mail is sent.", group: .change, modes: [.list],
      keys: [], isRecordAction: true, availability: { $0.canMark(status) }
    ) { state, _ in state.askToMark(status) }
  }
}

extension State {
  /// The selected record of the list that is shown.
  var selectedSource: FormKind.Source? {
    guard let kind = section.kind, let row = selectedRow else { return nil }
    return FormKind.Source(kind: kind, id: row.id)
  }

  var canEdit: Availability { selectedSource.map { canWrite($0.kind) } ?? .absent }

  var canDuplicate: Availability {
    guard let record = selectedSource, DocumentKind(record.kind) != nil else { return .absent }
    return canWrite(record.kind)
  }

  var canConvert: Availability {
    guard selectedSource?.kind == .estimates else { return .absent }
    return canWrite(.invoices)
  }
}
