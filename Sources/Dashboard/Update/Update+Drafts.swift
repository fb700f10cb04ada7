import Billing
import BillingAPI
import TerminalUI

/// Writes every form that was changed to disk, so that a crash, a disconnect or a closed terminal loses nothing.
func keepForms(_ state: inout State) -> [Effect] {
  state.forms.filter { $0.isChanged && !$0.isDraftSaved }.map {
    .saveDraft(id: $0.draftID, title: $0.title, $0.snapshot)
  }
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
    guard form.isEditable else { return inform(.information, "It stays in the outbox and is sent by itself.") }
    guard form.isChanged else { return [.discardDraft(id: form.draftID), .cancelTimer(.draft)] }
    return [.saveDraft(id: form.draftID, title: form.title, form.snapshot)]
      + inform(.information, "Kept as a draft. :drafts brings it back.")
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
    guard let form = Form(draft, today: environment.today) else {
      return inform(.problem, "This draft cannot be read by this version. It stays on disk.")
    }
    forms.append(form)
    return [.prepareForm(form.kind, draft: form.draftID)]
  }
}

extension Form {
  var snapshot: FormSnapshot {
    var invoiceID: Int64?
    if case .payment(let invoice) = kind { invoiceID = invoice }
    return FormSnapshot(
      kind: recordKind.rawValue, invoiceID: invoiceID,
      fields: fields.map {
        .init(
          name: $0.name, text: $0.text.text, referenceID: $0.reference?.id, referenceTitle: $0.reference?.title,
          isEdited: $0.isEdited)
      },
      lines: lines.map {
        .init(
          name: $0.name.text, description: $0.description.text, quantity: $0.quantity.text, price: $0.price.text,
          unitName: $0.unitName)
      })
  }

  /// The form of a draft; nil where its kind is unknown to this version.
  init?(_ draft: DraftSummary, today: CalendarDate) {
    guard let kind = draft.form.formKind else { return nil }
    self = Form.blank(kind, draftID: draft.id, today: today)
    for kept in draft.form.fields {
      guard let index = index(of: kept.name) else { continue }
      fields[index].text = TextField(kept.text)
      fields[index].isEdited = true
      guard let id = kept.referenceID, let title = kept.referenceTitle else { continue }
      fields[index].reference = Reference(id: id, title: title)
    }
    if hasLines { lines = draft.form.lines.map(LineFields.init) }
    if hasLines, lines.last?.isBlank != true { lines.append(LineFields()) }
    isChanged = true
    isDraftSaved = true
  }
}

extension FormSnapshot {
  fileprivate var formKind: FormKind? {
    switch ResourceKind(rawValue: kind) {
    case .invoices: .invoice
    case .customers: .customer
    case .payments: invoiceID.map(FormKind.payment)
    default: nil
    }
  }
}

extension LineFields {
  fileprivate init(_ line: FormSnapshot.Line) {
    self.init()
    name = TextField(line.name)
    description = TextField(line.description)
    quantity = TextField(line.quantity)
    price = TextField(line.price)
    unitName = line.unitName
  }
}
