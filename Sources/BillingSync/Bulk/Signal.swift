/// Something that happens once, and that one other waits for. Any thread.
struct Signal: Sendable {
  private let stream: AsyncStream<Never>
  private let continuation: AsyncStream<Never>.Continuation

  init() { (stream, continuation) = AsyncStream.makeStream() }

  /// A second time changes nothing.
  func give() { continuation.finish() }

  /// Returns at once where it was given before.
  func wait() async { for await _ in stream {} }
}
