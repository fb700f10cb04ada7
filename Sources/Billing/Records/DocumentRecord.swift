/// A record that is a document of its kind, whose fields can be named as if they were its own.
@dynamicMemberLookup
package protocol DocumentRecord {
  var document: Document { get set }
}

extension DocumentRecord {
  package subscript<Value>(dynamicMember member: WritableKeyPath<Document, Value>) -> Value {
    get { document[keyPath: member] }
    set { document[keyPath: member] = newValue }
  }

  package subscript<Value>(dynamicMember member: KeyPath<Document, Value>) -> Value { document[keyPath: member] }
}
