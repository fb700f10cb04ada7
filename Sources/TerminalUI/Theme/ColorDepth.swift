/// How many colours a terminal shows.
package enum ColorDepth: Int, Hashable, Sendable, Comparable {
  case monochrome, colors8, colors16, colors256, truecolor

  package static func < (one: ColorDepth, other: ColorDepth) -> Bool { one.rawValue < other.rawValue }
}

extension Color {
  /// The nearest colour that a terminal of some depth can show; what it can show already stays as it is.
  ///
  /// The first 16 of the palette are the person's own, so that they are reached only where there are no others.
  package func reduced(to depth: ColorDepth) -> Color {
    if depth == .monochrome { return .terminal }
    switch self {
    case .terminal: return self
    case .palette(let number): return .palette(Self.reduced(number, to: depth))
    case .rgb(let red, let green, let blue):
      let light = RGB(red: Int(red), green: Int(green), blue: Int(blue))
      return depth == .truecolor ? self : .palette(Self.reduced(light.nearest(in: 16..<256), light, to: depth))
    }
  }

  private static func reduced(_ number: UInt8, to depth: ColorDepth) -> UInt8 {
    number < 16 && depth >= .colors16 ? number : reduced(number, RGB.palette[Int(number)], to: depth)
  }

  private static func reduced(_ number: UInt8, _ light: RGB, to depth: ColorDepth) -> UInt8 {
    switch depth {
    case .colors256, .truecolor: number
    case .colors16: light.nearest(in: 0..<16)
    case .colors8, .monochrome: number < 16 ? number % 8 : light.nearest(in: 0..<8)
    }
  }
}

/// A colour by its light, for finding a near one.
struct RGB: Hashable, Sendable {
  let red: Int
  let green: Int
  let blue: Int

  /// xterm's 256 colours: its 16 names, the 6×6×6 cube, 24 grays.
  static let palette: [RGB] = names + cube + grays

  private static let names = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0), RGB(0, 0, 238), RGB(205, 0, 205),
    RGB(0, 205, 205), RGB(229, 229, 229), RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
    RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
  ]

  private static let cube = (0..<216).map { index in
    let levels = [0, 95, 135, 175, 215, 255]
    return RGB(levels[index / 36], levels[index / 6 % 6], levels[index % 6])
  }

  private static let grays = (0..<24).map { RGB(8 + 10 * $0, 8 + 10 * $0, 8 + 10 * $0) }

  init(red: Int, green: Int, blue: Int) {
    self.red = red
    self.green = green
    self.blue = blue
  }

  private init(_ red: Int, _ green: Int, _ blue: Int) { self.init(red: red, green: green, blue: blue) }

  /// The number of the palette's colour nearest to this one.
  func nearest(in numbers: Range<Int>) -> UInt8 {
    let nearest = numbers.min { distance(to: Self.palette[$0]) < distance(to: Self.palette[$1]) }
    return UInt8(nearest ?? 0)
  }

  /// Weighted as the eye sees: the mean of the reds decides how much red and blue count ("redmean").
  private func distance(to other: RGB) -> Int {
    let mean = (red + other.red) / 2
    let (dr, dg, db) = (red - other.red, green - other.green, blue - other.blue)
    return (512 + mean) * dr * dr / 256 + 4 * dg * dg + (767 - mean) * db * db / 256
  }
}
