/// When a frame is shown: at once for what somebody did or asked for, and twenty times a second at most for what happens by
/// itself.
///
/// A run of payments or a fetch of everything has news many times a second: drawn each time, they would take the processor
/// from what they tell of, and a key would wait for frames that no eye can tell apart.
struct FramePacing {
  static let pause = Duration.milliseconds(50)

  private var lastShown: ContinuousClock.Instant?

  mutating func noteShown(at moment: ContinuousClock.Instant) { lastShown = moment }

  /// The moment to show what these events changed; nil where that is now.
  func moment(forShowing events: [Event], at now: ContinuousClock.Instant) -> ContinuousClock.Instant? {
    guard let lastShown, events.allSatisfy(\.isNews), lastShown + Self.pause > now else { return nil }
    return lastShown + Self.pause
  }
}
