import Testing

@testable import BillingSync

/// The figure behind `sweep 37%`.
@Suite struct `The progress of a sweep` {
  private var progress = SweepProgress()

  private mutating func percents(_ steps: [(done: Int, of: Int)]) -> [Int] {
    steps.map { step in
      progress.note(done: step.done, of: step.of)
      return progress.percent
    }
  }

  @Test mutating func `is the share of all records that is passed`() {
    #expect(percents([(0, 200), (50, 200), (100, 200), (150, 200)]) == [0, 25, 50, 75])
  }

  @Test mutating func `begins with what earlier runs have fetched`() {
    #expect(percents([(600, 1000), (800, 1000)]) == [60, 80])
  }

  @Test mutating func `stays where a list is walked once more, and then goes on to the end`() {
    #expect(percents([(0, 100), (80, 100), (0, 100), (50, 100), (75, 100)]) == [0, 80, 80, 90, 95])
  }

  @Test mutating func `stays where a list is longer than it was said to be`() {
    #expect(percents([(0, 100), (50, 100), (60, 200), (130, 200)]) == [0, 50, 50, 75])
  }

  @Test mutating func `is never a hundred: then it is over`() {
    #expect(percents([(0, 0), (10, 10)]) == [0, 0])
    #expect(percents([(0, 10), (10, 10)]).last == 99)
  }
}
