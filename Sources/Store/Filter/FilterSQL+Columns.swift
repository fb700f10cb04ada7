import BillingAPI

/// Where the kinds keep what filters ask for; nil where a kind has none of it.
extension FilterSQL {
  static func hasStatus(_ kind: ResourceKind) -> Bool { kind == .invoices || kind == .estimates }

  static func has(_ mark: FilterCondition.Mark, _ kind: ResourceKind) -> Bool {
    switch kind {
    case .invoices, .customers: true
    case .estimates: mark == .draft
    case .payments, .expenses, .items: false
    }
  }

  static func has(_ measure: FilterCondition.Measure, _ kind: ResourceKind) -> Bool {
    switch measure {
    case .amount: kind != .customers
    case .balance: kind == .invoices || kind == .customers
    }
  }

  static func column(_ field: FilterCondition.DayField, _ kind: ResourceKind) -> String? {
    switch (field, kind) {
    case (.due, .invoices): "invoices.due_date"
    case (.due, .estimates): "estimates.expiry_date"
    case (.date, _): date(kind).map { "\(kind.rawValue).\($0)" }
    case (.due, _): nil
    }
  }

  /// Notes stand beside customers too, on this machine.
  static func has(_ presence: FilterCondition.Presence, _ kind: ResourceKind) -> Bool {
    column(presence, kind) != nil || (presence == .note && kind == .customers)
  }

  static func column(_ presence: FilterCondition.Presence, _ kind: ResourceKind) -> String? {
    switch presence {
    case .note: kind == .customers || kind == .items ? nil : "\(kind.rawValue).notes"
    case .reference: hasStatus(kind) ? "\(kind.rawValue).reference" : nil
    case .due: column(FilterCondition.DayField.due, kind)
    case .email, .phone: kind == .customers ? "customers.\(presence.rawValue)" : nil
    case .company: kind == .customers ? "customers.company_name" : nil
    case .invoice: kind == .payments ? "payments.invoice_id" : nil
    case .customer: kind == .expenses ? "expenses.customer_id" : nil
    }
  }

  /// What `~` looks at, folded.
  static func names(_ kind: ResourceKind) -> [String] {
    kind == .customers ? ["name_folded", "fold(company_name)", "fold(contact_name)"] : ["name_folded"]
  }

  static func date(_ kind: ResourceKind) -> String? {
    switch kind {
    case .invoices: "invoice_date"
    case .payments: "payment_date"
    case .estimates: "estimate_date"
    case .expenses: "expense_date"
    case .customers: "created_on"
    case .items: nil
    }
  }

  /// The column that is added up.
  static func amount(_ kind: ResourceKind) -> String {
    switch kind {
    case .invoices, .estimates: "total"
    case .payments, .expenses: "amount"
    case .items: "price"
    case .customers: "0"
    }
  }

  static func customerID(_ kind: ResourceKind) -> String {
    switch kind {
    case .customers: "customers.id"
    case .items: "NULL"
    case .invoices, .payments, .estimates, .expenses: "\(kind.rawValue).customer_id"
    }
  }
}
