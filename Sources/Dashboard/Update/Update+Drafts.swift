import Billing
import BillingAPI
import TerminalUI

/// Writes every form that was changed to disk, so that a crash, a disconnect or a closed terminal loses nothing.
func keepForms(_ state: inout State) -> [Effect] {
  state.forms.filter { $0.isChanged && !$0.isDraftSaved }.map(\.keeping)
}

extension State {
  /// Closes the form on top; what was typed stays as a draft.
  mutating func leaveForm() -> [Effect] {
    guard let form = forms.last else { return [] }
    if form.suggestions != nil {
      changeForm {
        $0.suggestions = nil
        $0.keepsText = $0.focusedKind == .item
      }
      return []
    }
    forms.removeLast()
    guard form.progress != .filling else { return [] }
    guard form.isEditable else { return inform(.information, form.stayInOutbox) }
    guard form.isChanged else { return [.discardDraft(id: form.draftID), .cancelTimer(.draft)] }
    return [form.keeping] + inform(.information, "Kept as a draft. :drafts brings it back.")
  }

  /// A draft is on disk; what was typed since is not.
  mutating func noteSavedDraft(_ id: String, revision: Int) -> [Effect] {
    updateForm(id) { $0.savedRevision = max($0.savedRevision, revision) }
    return []
  }

  mutating func takeDrafts(_ drafts: [DraftSummary]) -> [Effect] {
    guard let index = overlays.lastIndex(where: { if case .drafts = $0 { true } else { false } }),
      case .drafts(var list) = overlays[index]
    else { return [] }
    list.drafts = drafts
    list.selected = max(0, min(list.selected, drafts.count - 1))
    overlays[index] = .drafts(list)
    return []
  }

  /// Opens a draft where it was left.
  mutating func resume(_ draft: DraftSummary, _ environment: Environment) -> [Effect] {
    guard let form = Form(draft, figures: figures) else {
      return inform(.problem, "This draft cannot be read by this version. It stays on disk.")
    }
    forms.append(form)
    // What it was filled from stands in it; only its pickers are to be filled.
    let isFilled = form.kind.source != nil && form.progress == .editing
    let customer = form.isNewPayment ? nil : form.field("customer_id")?.reference?.id
    return [.prepareForm(isFilled ? .new(form.recordKind) : form.kind, draft: form.draftID)]
      + (customer.map { [.readPickedCustomer(id: $0, draft: form.draftID)] } ?? []) + followPayment()
  }

  /// Amounts of a form that came back are in its customer's currency again.
  mutating func takePickedCustomer(_ id: Int64, _ fill: Suggestion.Fill, draft: String) -> [Effect] {
    let figures = figures
    updateForm(draft) { form in
      guard form.field("customer_id")?.reference?.id == id else { return }
      if form.base == nil { form.context.currencyID = fill.currencyID }
      form.context.knowCustomer(fill, figures)
    }
    return []
  }
}

extension Form {
  /// What becomes of it where it is left while it is being saved.
  fileprivate var stayInOutbox: String {
    if case .waitingForKey = progress { return "It stays in the outbox: with a key that is accepted it goes on." }
    return "It stays in the outbox and is sent by itself."
  }

  /// Writes it to disk as it is now.
  var keeping: Effect { .saveDraft(id: draftID, title: title, snapshot, revision: revision) }
}
