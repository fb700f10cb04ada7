internal import BillingAPI

extension ResourceDefinition {
  static let customers = ResourceDefinition(
    kind: .customers,
    fields: [
      .required("name", .shortText),
      Field(name: "email", content: .email, isUnique: true),
      .optional("phone", .shortText),
      .optional("contact_name", .shortText),
      .optional("company_name", .shortText),
      .optional("website", .shortText),
      .optional("currency_id", .currency),
      .optional("prefix", .shortText),
      .optional("billing", .address),
      .optional("shipping", .address),
    ],
    answer: """
      json_object('id', r.id, 'name', r.name, 'email', r.email, 'phone', r.phone, 'contact_name', r.contact_name,
        'company_name', r.company_name, 'website', r.website, 'currency_id', r.currency_id, 'prefix', r.prefix,
        'company_id', 1, 'creator_id', 1, 'created_at', r.created_at, 'billing', json(r.billing),
        'shipping', json(r.shipping))
      """,
    order: "created_at DESC, id DESC", hasTimestamps: true,
    rules: { draft, database in
      try draft.setDefault("currency_id") { _ in try CompanyCurrency.id(database) }
    })
}
