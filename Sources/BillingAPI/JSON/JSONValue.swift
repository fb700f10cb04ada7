package import FoundationEssentials

/// Any JSON text as a value: objects keep the order of their members, numbers keep every digit.
package enum JSONValue: Hashable, Sendable {
  case null
  case bool(Bool)
  case number(Decimal)
  case string(String)
  case array([JSONValue])
  case object(JSONObject)

  /// A whole number; JSON of ours never carries an id or an amount as anything else.
  package static func integer(_ value: Int64) -> JSONValue { .number(Decimal(value)) }

  /// Reads a whole JSON text (RFC 8259), which may begin with a byte order mark.
  ///
  /// At most `JSONParser.depthLimit` levels deep. A number that no `Decimal` holds is kept as a string of its digits.
  package init(parsing bytes: [UInt8], sizeLimit: Int = JSONParser.sizeLimit) throws(JSONError) {
    guard bytes.count <= sizeLimit else { throw .tooLong(limit: sizeLimit) }
    var parser = JSONParser(bytes)
    self = try parser.parseDocument()
  }

  package init(parsing text: String) throws(JSONError) { try self.init(parsing: Array(text.utf8)) }

  /// The member of that name; nil where this is no object or has no such member.
  package subscript(name: String) -> JSONValue? {
    get { object?[name] }
    set {
      guard case .object(var members) = self else { return }
      members[name] = newValue
      self = .object(members)
    }
  }

  /// The element at that place; nil where this is no array or is shorter.
  package subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
  package init(stringLiteral value: String) { self = .string(value) }
  package init(integerLiteral value: Int64) { self = .integer(value) }
  package init(booleanLiteral value: Bool) { self = .bool(value) }
  package init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  package init(dictionaryLiteral elements: (String, JSONValue)...) { self = .object(JSONObject(elements)) }
}
