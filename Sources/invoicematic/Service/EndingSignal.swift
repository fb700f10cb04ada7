import Dispatch
import Glibc

/// Waits for the signal that tells a program without a screen to end.
struct EndingSignal {
  private let signals: AsyncStream<Int32>
  private let sources: [any DispatchSourceSignal]

  /// From here on these signals no longer end the program by themselves.
  init() {
    let (signals, arrived) = AsyncStream<Int32>.makeStream()
    self.signals = signals
    sources = [SIGTERM, SIGINT, SIGHUP].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { @Sendable in arrived.yield(number) }
      source.resume()
      return source
    }
  }

  /// The first that arrives.
  func wait() async -> Int32 {
    defer { sources.forEach { $0.cancel() } }
    for await signal in signals { return signal }
    return SIGTERM
  }
}
