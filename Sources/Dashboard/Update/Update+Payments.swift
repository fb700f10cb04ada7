import Billing
import BillingAPI
import TerminalUI

/// What a payment form needs besides what every form does: the open invoices of whoever is picked, and a warning of
/// payments that look the same.
extension State {
  /// Follows what was typed or picked in a payment form; called after every key.
  mutating func followPayment() -> [Effect] {
    guard let form = forms.last, form.isNewPayment, form.isEditable else { return [] }
    return followCustomer(form) + askForDuplicatesSoon()
  }

  private mutating func followCustomer(_ form: Form) -> [Effect] {
    guard case .new = form.kind, let picked = form.field("customer_id")?.reference?.id,
      picked != form.context.customerID
    else { return [] }
    changeForm { form in
      // A division of somebody else's invoices means nothing here; that of a draft is of this customer's.
      if form.context.customerID != nil { form.allocation = AllocationFields() }
      form.context = FormContext()
      form.context.customerID = picked
    }
    return [.prepareReceipt(customer: picked, draft: form.draftID)]
  }

  private mutating func askForDuplicatesSoon() -> [Effect] {
    guard let form = forms.last, let query = form.duplicateQuery(figures), query != form.doubts.query else { return [] }
    changeForm { form in
      form.doubts = DuplicateDoubts()
      form.doubts.query = query
    }
    return [.timer(.duplicates, after: .milliseconds(200))]
  }

  /// Typing has paused: what is typed is looked for.
  func askForDuplicates() -> [Effect] {
    guard let form = forms.last, let query = form.doubts.query, form.doubts.warnings == nil else { return [] }
    return [.findDuplicates(query)]
  }

  mutating func takeDuplicates(
    _ warnings: [DuplicateWarning], _ query: DuplicateQuery, _ environment: Environment
  ) -> [Effect] {
    guard forms.last?.doubts.query == query else { return [] }
    let isSaving = forms.last?.doubts.isSaving == true
    changeForm { form in
      form.doubts.warnings = warnings
      form.doubts.isSaving = false
    }
    return isSaving ? savePayment(environment) : []
  }

  /// `^S` in a form of new payments: looks for likely duplicates first, asks where there are any, then holds them.
  mutating func savePayment(_ environment: Environment, isSure: Bool = false) -> [Effect] {
    guard let form = forms.last else { return [] }
    let reading = form.reading(figures)
    guard !reading.parts.isEmpty, let query = form.duplicateQuery(figures) else {
      return inform(.information, "The open invoices are still being read.")
    }
    guard let warnings = form.doubts.warnings, form.doubts.query == query else {
      changeForm { form in
        form.doubts = DuplicateDoubts()
        form.doubts.query = query
        form.doubts.isSaving = true
      }
      return [.cancelTimer(.duplicates), .findDuplicates(query)]
    }
    guard warnings.isEmpty || isSure else {
      overlays.append(.question(.duplicatePayment(query, warnings, figures, form)))
      return []
    }
    return holdPayments(reading.parts, environment)
  }
}

extension Form {
  /// It records money that came in, rather than changing what was recorded.
  var isNewPayment: Bool { recordKind == .payments && kind.editedID == nil }

  /// What duplicates are looked for by; nil while something of it cannot be read.
  func duplicateQuery(_ figures: Figures) -> DuplicateQuery? {
    let reading = reading(figures)
    guard let customer = context.customerID, let amount = reading.amount, amount > .zero, let date = reading.date else {
      return nil
    }
    return DuplicateQuery(draftID: draftID, customer: customer, amount: amount, date: date)
  }

  /// Begins as the last payment of this sitting was made: same day, same method, same statement.
  mutating func begin(_ sitting: PaymentSitting) {
    guard isNewPayment else { return }
    put(sitting.date, nil, into: "payment_date")
    put(sitting.method?.title, sitting.method, into: "payment_method_id")
    put(sitting.statement.isEmpty ? nil : sitting.statement, nil, into: "statement")
  }

  private mutating func put(_ text: String?, _ reference: Reference?, into name: String) {
    guard let text, let index = index(of: name) else { return }
    fields[index].text = TextField(text)
    fields[index].reference = reference
    fields[index].isEdited = true
  }
}

extension Question {
  static func duplicatePayment(
    _ query: DuplicateQuery, _ warnings: [DuplicateWarning], _ figures: Figures, _ form: Form
  ) -> Question {
    let amount = figures.full(query.amount, form.context.currencyID.map { Identifier($0) })
    return Question(
      dialog: Dialog(
        title: "Recorded already?",
        body: [
          "\(form.context.customerName ?? "This customer") paid \(amount) within 14 days: "
            + warnings.map(\.words).joined(separator: "; ") + ".",
          "Payments cannot be deleted. Record this one as well?",
        ],
        choices: [
          DialogChoice(key: "y", label: "record it too", kind: .destructive),
          DialogChoice(key: "n", label: "back to the form", kind: .cancel),
        ], titleRole: "warning"),
      answers: [.recordAnyway, .stay])
  }
}
