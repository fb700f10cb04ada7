/// An exact decimal as it was typed: `digits` divided by ten to the power of `places`.
struct Numeral: Hashable {
  var digits: Int128
  var places: Int

  /// In units of ten to the power of `-places`; nil where decimals would be lost.
  func units(places wanted: Int) -> Int128? {
    var (digits, places) = (digits, places)
    while places > wanted {
      guard digits % 10 == 0 else { return nil }
      digits /= 10
      places -= 1
    }
    while places < wanted {
      digits *= 10
      places += 1
    }
    return digits
  }

  /// `k` and `m` behind the digits.
  func scaled(byTenToThe power: Int) -> Numeral {
    var scaled = self
    for _ in 0..<power {
      if scaled.places > 0 { scaled.places -= 1 } else { scaled.digits *= 10 }
    }
    return scaled
  }
}
