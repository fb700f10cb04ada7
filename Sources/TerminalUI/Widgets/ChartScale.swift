/// The scale of a chart: round steps (1, 2 or 5 of a power of ten) up to a little above the greatest value.
package struct ChartScale: Hashable, Sendable {
  package let step: Double
  /// The value at the top: a multiple of the step.
  package let maximum: Double

  /// The finest scale with at most so many steps; nil where there is nothing to measure.
  package init?(upTo greatest: Double, steps: Int) {
    guard greatest.isFinite, greatest > 0, steps > 0 else { return nil }
    let wanted = greatest / Double(steps)
    var power = 1.0
    while power <= wanted { power *= 10 }
    while power > wanted { power /= 10 }
    guard power > 0 else { return nil }
    step = [1, 2, 5, 10].map { $0 * power }.first { $0 * Double(steps) >= greatest } ?? 10 * power
    maximum = step * (greatest / step).rounded(.up)
  }

  /// The values that are marked, from the first step to the top.
  package var ticks: [Double] {
    (1...max(1, Int((maximum / step).rounded()))).map { Double($0) * step }
  }
}
