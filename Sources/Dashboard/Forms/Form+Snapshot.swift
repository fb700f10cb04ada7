import Billing
import BillingAPI
import TerminalUI

extension Form {
  /// What is kept of it on disk.
  var snapshot: FormSnapshot {
    var invoiceID: Int64?
    if case .payment(let invoice) = kind { invoiceID = invoice }
    var snapshot = FormSnapshot(
      kind: recordKind.rawValue, invoiceID: invoiceID, source: snapshotSource,
      fields: fields.map {
        .init(
          name: $0.name, text: $0.text.text, referenceID: $0.reference?.id, referenceTitle: $0.reference?.title,
          isEdited: $0.isEdited)
      },
      lines: lines.map(FormSnapshot.Line.init))
    if case .receipt(let customer) = kind { snapshot.customerID = customer }
    if isNewPayment { snapshot.allocation = FormSnapshot.Division(allocation) }
    return snapshot
  }

  private var snapshotSource: FormSnapshot.Source? {
    let role: FormSnapshot.Source.Role
    switch kind {
    case .new, .payment, .receipt: return nil
    case .edit: role = .edit
    case .copy: role = .copy
    case .conversion: role = .conversion
    }
    return kind.source.map { source in
      FormSnapshot.Source(
        role: role, id: source.id, record: base.map { String(decoding: $0.record.encoded(), as: UTF8.self) },
        asOf: base?.asOf)
    }
  }

  /// The form of a draft; nil where its kind is unknown to this version, or the record it was based on is unreadable.
  init?(_ draft: DraftSummary, figures: Figures) {
    guard let kind = draft.form.formKind else { return nil }
    self = Form.blank(kind, draftID: draft.id, figures: figures)
    if let source = draft.form.source {
      guard adopt(source, figures) else { return nil }
    }
    for kept in draft.form.fields {
      guard let index = index(of: kept.name) else { continue }
      fields[index].restore(kept)
    }
    if let division = draft.form.allocation { allocation = AllocationFields(division) }
    if hasLines { lines = draft.form.lines.map(LineFields.init) }
    if hasLines, lines.last?.isBlank != true { lines.append(LineFields()) }
    isUnfolded = fields.contains { $0.group.isFolded && $0.isEdited && !$0.text.text.isEmpty && base == nil }
    markChanged()
    savedRevision = revision
  }

  /// Takes up the record that the draft was based on: what others changed since is noticed when it is saved.
  private mutating func adopt(_ source: FormSnapshot.Source, _ figures: Figures) -> Bool {
    progress = .editing
    guard source.role == .edit else { return true }
    // A draft without its record is that of an edit that was left while the record was still being read.
    guard let text = source.record, let record = try? JSONValue(parsing: text),
      let filling = definition.fill(record, figures)
    else { return false }
    base = FormBase(record: record, asOf: source.asOf ?? "", filling: filling)
    context.merge(filling.context)
    for index in fields.indices { fields[index].lock = filling.locks[fields[index].name] }
    return true
  }
}

extension FormField {
  fileprivate mutating func restore(_ kept: FormSnapshot.Field) {
    text = TextField(kept.text)
    isEdited = kept.isEdited
    reference = nil
    guard let id = kept.referenceID, let title = kept.referenceTitle else { return }
    reference = Reference(id: id, title: title)
  }
}

extension FormSnapshot {
  fileprivate var formKind: FormKind? {
    guard let record = ResourceKind(rawValue: kind) else { return nil }
    switch source?.role {
    case .edit: return source.map { .edit(record, id: $0.id) }
    case .copy: return source.map { .copy(record, of: $0.id) }
    case .conversion: return source.map { .conversion(ofEstimate: $0.id) }
    case nil: return invoiceID.map(FormKind.payment) ?? customerID.map(FormKind.receipt) ?? .new(record)
    }
  }
}

extension FormSnapshot.Line {
  fileprivate init(_ line: LineFields) {
    self.init(
      name: line.name.text, description: line.description.text, quantity: line.quantity.text, price: line.price.text,
      unitName: line.unitName, lastPrice: line.lastPrice?.cents,
      original: line.original.map { String(decoding: $0.encoded(), as: UTF8.self) })
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
    lastPrice = line.lastPrice.map { Money(cents: $0) }
    // A line without what the service had beside it is sent as it is shown.
    original = line.original.flatMap { try? JSONValue(parsing: $0) }
  }
}

extension FormSnapshot.Division {
  fileprivate init(_ fields: AllocationFields) {
    self.init(
      method: fields.method.rawValue, skipped: fields.skipped.sorted(),
      typed: Dictionary(uniqueKeysWithValues: fields.typed.map { ("\($0.key)", $0.value.text) }),
      keepsRest: fields.keepsRest ? true : nil)
  }
}

extension AllocationFields {
  fileprivate init(_ division: FormSnapshot.Division) {
    self.init()
    // A way that a later version knows counts as the usual one.
    method = Allocation.Method(rawValue: division.method) ?? .oldestFirst
    skipped = Set(division.skipped)
    keepsRest = division.keepsRest == true
    for (invoice, text) in division.typed {
      if let id = Int64(invoice) { typed[id] = TextField(text) }
    }
  }
}
