internal import FoundationEssentials

extension JSONValue {
  /// The JSON text in UTF-8, without white space; members keep their order and numbers their digits.
  package func encoded() -> [UInt8] {
    var writer = JSONWriter(indent: nil)
    writer.write(self, depth: 0)
    return writer.bytes
  }

  /// The JSON text for people: one member or element per line, indented by two spaces.
  package func prettyPrinted() -> String {
    var writer = JSONWriter(indent: 2)
    writer.write(self, depth: 0)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

/// Writes JSON text (RFC 8259).
struct JSONWriter {
  /// Spaces per level; nil for a text without white space.
  let indent: Int?
  private(set) var bytes: [UInt8] = []

  init(indent: Int?) { self.indent = indent }

  mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: put("null")
    case .bool(let flag): put(flag ? "true" : "false")
    case .number(let number): put(number.isFinite ? number.description : "null")
    case .string(let text): writeString(text)
    case .array(let elements):
      writeList(elements, open: "[", close: "]", depth: depth) { $0.write($1, depth: depth + 1) }
    case .object(let object):
      writeList(object.members, open: "{", close: "}", depth: depth) { writer, member in
        writer.writeString(member.name)
        writer.put(writer.indent == nil ? ":" : ": ")
        writer.write(member.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeList<Element>(
    _ elements: [Element], open: String, close: String, depth: Int, _ write: (inout JSONWriter, Element) -> Void
  ) {
    put(open)
    for (index, element) in elements.enumerated() {
      if index > 0 { put(",") }
      breakLine(depth: depth + 1)
      write(&self, element)
    }
    if !elements.isEmpty { breakLine(depth: depth) }
    put(close)
  }

  private mutating func breakLine(depth: Int) {
    guard let indent else { return }
    put("\n" + String(repeating: " ", count: depth * indent))
  }

  private mutating func put(_ text: String) { bytes += Array(text.utf8) }

  private mutating func writeString(_ text: String) {
    put("\"")
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""): put("\\\"")
      case UInt8(ascii: "\\"): put("\\\\")
      case 0x0A: put("\\n")
      case 0x0D: put("\\r")
      case 0x09: put("\\t")
      case 0x00..<0x20: put("\\u00" + Digest.hexadecimal([byte]))
      default: bytes.append(byte)
      }
    }
    put("\"")
  }
}
