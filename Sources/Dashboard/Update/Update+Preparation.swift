import Billing
import BillingAPI
import TerminalUI

extension State {
  /// A number was proposed: it stands in the field unless the user typed one.
  mutating func takeProposedNumber(_ number: String, _ missing: MissingNumbers?, draft: String) -> [Effect] {
    updateForm(draft) { form in
      form.missingNumbers = missing
      guard form.base == nil,
        let index = form.fields.firstIndex(where: { if case .number = $0.kind { true } else { false } }),
        !form.fields[index].isEdited
      else { return }
      form.fields[index].text.replaceAll(with: number)
    }
    return []
  }

  /// What the mirror knows about the records that a form is about has come.
  mutating func takePreparation(
    _ context: FormContext, _ references: [String: Reference], draft: String
  ) -> [Effect] {
    let style = figures.style(of: context.currencyID.map { Identifier($0) })
    updateForm(draft) { form in
      form.context.merge(context)
      form.proposeBalance(style)
      for index in form.fields.indices where !form.fields[index].isEdited {
        let name = form.fields[index].name
        if let reference = references[name] {
          form.fields[index].text.replaceAll(with: reference.title)
          form.fields[index].reference = reference
        }
      }
    }
    return []
  }
}

extension State {
  /// The record that a form is filled from has come: its texts stand in the fields, to be typed over.
  mutating func takeSource(_ source: FormSource, draft: String) -> [Effect] {
    guard let form = forms.first(where: { $0.draftID == draft }), form.progress == .filling,
      let from = form.kind.source
    else { return [] }
    guard let filling = FormDefinition.of(from.kind).fill(source.record, figures) else {
      forms.removeAll { $0.draftID == draft }
      return inform(
        .problem, "The service answered a \(from.kind.singular) that cannot be read: it cannot be changed here.")
    }
    let figures = figures
    updateForm(draft) { $0.fill(filling, source, figures) }
    let effects = askForSuggestions(showingAll: false) + openEditorIfMeant(draft)
    return source.staleness.map { effects + inform(.warning, $0) } ?? effects
  }

  /// The form was opened for its text.
  private mutating func openEditorIfMeant(_ draft: String) -> [Effect] {
    guard forms.last?.draftID == draft, forms.last?.goesToEditor == true else { return [] }
    changeForm { $0.goesToEditor = false }
    return editAsText()
  }

  /// The record could not be read: there is nothing to change or copy.
  mutating func missSource(_ sentence: String, draft: String) -> [Effect] {
    forms.removeAll { $0.draftID == draft }
    // It was meant for the form.
    return dropTypedAhead() + inform(.problem, sentence)
  }
}

extension Form {
  /// A payment is for the whole balance unless somebody says otherwise.
  fileprivate mutating func proposeBalance(_ style: NumberStyle) {
    guard let balance = context.balance, let index = index(of: "amount"), !fields[index].isEdited else { return }
    let plain = NumberStyle(decimalSeparator: style.decimalSeparator, groupingSeparator: nil)
    fields[index].text.replaceAll(with: balance.formatted(style: plain))
  }
}

extension FormContext {
  /// Takes over what is known there and leaves the rest.
  mutating func merge(_ other: FormContext) {
    currencyID = other.currencyID ?? currencyID
    invoiceNumber = other.invoiceNumber ?? invoiceNumber
    customerID = other.customerID ?? customerID
    customerName = other.customerName ?? customerName
    paid = other.paid ?? paid
    balance = other.balance ?? balance
    total = other.total ?? total
    issued = other.issued ?? issued
    dueDate = other.dueDate ?? dueDate
    customerHint = other.customerHint ?? customerHint
    owing = other.owing ?? owing
    customerCurrencyID = other.customerCurrencyID ?? customerCurrencyID
    if let invoices = other.openInvoices {
      openInvoices = invoices
      otherCurrencies = other.otherCurrencies
    }
  }
}
