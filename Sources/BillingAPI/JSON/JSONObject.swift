/// The members of a JSON object in the order in which they were written.
package struct JSONObject: Hashable, Sendable {
  /// A name and its value.
  package struct Member: Hashable, Sendable {
    package var name: String
    package var value: JSONValue
  }

  package private(set) var members: [Member]

  package init(_ pairs: [(String, JSONValue)] = []) {
    members = pairs.map { Member(name: $0.0, value: $0.1) }
  }

  init(members: [Member]) { self.members = members }

  package var names: [String] { members.map(\.name) }
  package var isEmpty: Bool { members.isEmpty }

  /// The value of that name, the last one where a name comes twice. Setting replaces it in its place, or adds it at
  /// the end; setting nil takes it out.
  package subscript(name: String) -> JSONValue? {
    get { members.last { $0.name == name }?.value }
    set {
      guard let newValue else { return members.removeAll { $0.name == name } }
      if let index = members.lastIndex(where: { $0.name == name }) {
        members[index].value = newValue
      } else {
        members.append(Member(name: name, value: newValue))
      }
    }
  }
}
