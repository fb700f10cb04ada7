/// Writes exact decimals that are kept as integers.
enum DecimalText {
  /// `value` divided by ten to the power of `places`, with a point, without zeros at its end beyond `atLeast` decimals.
  static func text(_ value: Int128, places: Int, atLeast minimum: Int = 0) -> String {
    let (whole, fraction) = parts(value, places: places, atLeast: minimum)
    let sign = value < 0 ? "-" : ""
    return fraction.isEmpty ? "\(sign)\(whole)" : "\(sign)\(whole).\(fraction)"
  }

  /// The digits before and after the point, without sign.
  static func parts(_ value: Int128, places: Int, atLeast minimum: Int) -> (whole: String, fraction: String) {
    var digits = String(value.magnitude)
    digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    var fraction = digits.suffix(places)
    while fraction.count > minimum, fraction.last == "0" { fraction.removeLast() }
    return (String(digits.dropLast(places)), String(fraction))
  }
}
