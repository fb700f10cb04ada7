internal import BillingAPI

extension ResourceDefinition {
  static let items = ResourceDefinition(
    kind: .items,
    fields: [
      .required("name", .shortText),
      .required("price", .anyAmount),
      .optional("description", .longText),
      .optional("unit_id", .reference("units")),
      .optional("currency_id", .currency),
    ],
    // `unit` is left out where there is none, as the documentation's second item shows.
    answer: """
      iif(r.unit_id IS NULL, json_object(\(members)), json_object(\(members),
        'unit', \(AnswerSQL.lookUp("units", "unit_id"))))
      """,
    order: "created_at DESC, id DESC", hasTimestamps: true,
    rules: { draft, database in
      try draft.setDefault("currency_id") { _ in try CompanyCurrency.id(database) }
    })

  private static let members = """
    'id', r.id, 'name', r.name, 'description', r.description, 'price', r.price, 'unit_id', r.unit_id, 'company_id', 1,
    'creator_id', 1, 'currency_id', r.currency_id, 'tax_per_item', r.tax_per_item, 'created_at', r.created_at,
    'updated_at', r.updated_at
    """
}
