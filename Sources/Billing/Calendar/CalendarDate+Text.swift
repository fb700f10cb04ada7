extension CalendarDate: CustomStringConvertible {
  /// Exactly `2026-02-07`.
  package init?(iso text: some StringProtocol) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    guard let year = Self.number(bytes[0..<4]), let month = Self.number(bytes[5..<7]),
      let day = Self.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// A day as services send it: alone or followed by a time of day (`2026-02-07 00:00:00`, `2026-02-07T00:00:00Z`),
  /// which is dropped, because shifting it between time zones would change the day.
  package init?(lenient text: some StringProtocol) {
    let bytes = Array(text.utf8)
    if bytes.count > 10 {
      guard bytes[10] == UInt8(ascii: " ") || bytes[10] == UInt8(ascii: "T") else { return nil }
    }
    self.init(iso: String(decoding: bytes.prefix(10), as: UTF8.self))
  }

  /// `2026-02-07`, as the API writes it.
  package var iso: String {
    let (year, month, day) = (String(year), String(month), String(day))
    let padding = String(repeating: "0", count: 4 - year.count)
    return "\(padding)\(year)-\(month.count < 2 ? "0" : "")\(month)-\(day.count < 2 ? "0" : "")\(day)"
  }

  package var description: String { iso }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
      value = value * 10 + Int(byte - UInt8(ascii: "0"))
    }
    return value
  }
}
