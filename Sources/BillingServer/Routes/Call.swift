internal import BillingAPI
internal import GRDB
internal import HTTPTypes

/// A request that has found its endpoint.
struct Call: Sendable {
  let request: ServiceRequest
  let endpoint: Endpoint
  let moment: ServiceMoment
  /// The hazards of this service's own switches; those of the books come with the admission.
  let switched: [Hazard: Int]

  /// Finds the caller and whether the key reaches this far.
  func admit(_ books: Books, _ database: Database) throws -> Admission {
    let kept = try Books.hazards(database).filter { request.isWrite || !$0.key.concernsWritesOnly }
    let authentication = Authentication(books: books, moment: moment)
    let key = try authentication.caller(request.head.headerFields, peer: request.peer, database)
    if let scope = endpoint.scope(for: request.head.method), !key.scopes.permit(scope) {
      throw Refusal.missingScope(scope)
    }
    return Admission(key: key, hazards: ActiveHazards(kept.merging(switched) { $1 }))
  }

  func answerReading(_ admission: Admission, _ database: Database) throws -> ServiceAnswer {
    switch endpoint {
    case .list(let kind):
      let reader = reader(kind, admission, database)
      let cap = admission.hazards.value(.cappedLimit) ?? ListRequest.cap
      let list = try ListRequest(query: request.query, of: reader.definition, cap: max(1, cap))
      return try reader.page(list, address: request.address)
    case .record(let kind, let id): return try reader(kind, admission, database).record(id)
    case .me: return try CompanyAnswer(key: admission.key, moment: moment).answer(database)
    case .health: throw Refusal.notFound
    }
  }

  private func reader(_ kind: ResourceKind, _ admission: Admission, _ database: Database) -> ResourceReader {
    ResourceReader(definition: .of(kind), moment: moment, hazards: admission.hazards, database: database)
  }
}

/// A caller who was let in, and what strikes the request.
struct Admission: Sendable {
  let key: KeyRecord
  let hazards: ActiveHazards
}
