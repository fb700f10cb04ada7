/// Who wants a write attempted: what proves nothing any more goes out again only when a person says so.
enum Initiative: Hashable, Sendable {
  case program, person
}
