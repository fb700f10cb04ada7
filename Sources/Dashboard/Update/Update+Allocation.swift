import Billing
import Store
import TerminalUI

/// Keys in the pane that divides a payment: its commands first; digits set the share of the row by hand.
extension State {
  /// Divides in another way; what was set by hand is kept for coming back to it.
  mutating func allocate(_ method: Allocation.Method) -> [Effect] {
    guard forms.last?.isEditable == true else { return sayFormIsBusy() }
    let figures = figures
    return editForm { form in
      if method == .byHand { form.beginByHand(figures) } else { form.allocation.method = method }
      form.clearProblems()
    }
  }

  /// Keeps what no invoice takes as a payment of its own, or calls that off.
  mutating func keepRest() -> [Effect] {
    guard forms.last?.isEditable == true else { return sayFormIsBusy() }
    let keeps = forms.last?.allocation.keepsRest != true
    let effects = editForm { form in
      form.allocation.keepsRest = keeps
      form.clearProblems()
    }
    return effects
      + inform(
        .information,
        keeps ? "What no invoice takes becomes a payment without one." : "Nothing is kept without an invoice.")
  }

  /// Leaves the row out, or takes it in again.
  mutating func skipShare() -> [Effect] {
    guard forms.last?.isEditable == true, let invoice = forms.last?.focusedInvoice else { return sayFormIsBusy() }
    return editForm { form in
      if form.allocation.skipped.remove(invoice.id.value) == nil { form.allocation.skipped.insert(invoice.id.value) }
      form.clearProblems()
    }
  }

  /// Types into the share of the row; the first character replaces what was worked out.
  mutating func typeShare(_ key: Key) -> [Effect] {
    guard forms.last?.isEditable == true, let form = forms.last, let invoice = form.focusedInvoice else { return [] }
    let figures = figures
    var text = form.allocation.method == .byHand ? form.allocation.text(invoice) : TextField("")
    guard text.handle(key) else { return [] }
    return editForm(key.run) { form in
      form.beginByHand(figures)
      form.allocation.typed[invoice.id.value] = text
      form.allocation.skipped.remove(invoice.id.value)
      form.clearProblems()
    }
  }
}
