/// What was pasted so far, until the end marker `ESC [ 201 ~`.
struct PasteBuffer: Sendable {
  /// The most bytes that are kept; the rest of a bigger paste is thrown away.
  static let capacity = 1 << 20
  private static let marker = Array("\u{1B}[201~".utf8)

  private var bytes: [UInt8] = []
  /// How many bytes of the end marker have just come.
  private var matched = 0

  /// Takes a byte; returns the text when it completes the end marker.
  mutating func take(_ byte: UInt8) -> String? {
    if byte == Self.marker[matched] {
      matched += 1
      return matched == Self.marker.count ? text : nil
    }
    // ESC occurs in the marker only at its start, so that nothing but a new start can match here.
    append(Self.marker[..<matched])
    matched = byte == Self.marker[0] ? 1 : 0
    if matched == 0 { append([byte]) }
    return nil
  }

  private mutating func append(_ addition: some Collection<UInt8>) {
    bytes.append(contentsOf: addition.prefix(Self.capacity - bytes.count))
  }

  /// The text without control characters but newlines and tabs; the terminals' `CR` is a newline.
  private var text: String {
    var scalars = String.UnicodeScalarView()
    var last: Unicode.Scalar = " "
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      switch scalar {
      case "\r": scalars.append("\n")
      case "\n": if last != "\r" { scalars.append("\n") }
      case "\t": scalars.append("\t")
      default: if scalar.properties.generalCategory != .control { scalars.append(scalar) }
      }
      last = scalar
    }
    return String(scalars)
  }
}
