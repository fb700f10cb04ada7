internal import BillingAPI
internal import CCurl
internal import Glibc
internal import Synchronization

/// The thread on which libcurl lives, and the way to it.
final class CurlWorker: Sendable {
  private let mailbox = Mutex(CurlMailbox())

  /// libcurl wants this once per process, before anything else.
  private static let isReady = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

  /// Starts the thread; it keeps the worker alive until `stop()`.
  func start() {
    let context = Unmanaged.passRetained(self).toOpaque()
    // Signals are for the main thread: they must not be delivered to this one.
    var all = sigset_t()
    var previous = sigset_t()
    sigfillset(&all)
    pthread_sigmask(SIG_SETMASK, &all, &previous)
    defer { pthread_sigmask(SIG_SETMASK, &previous, nil) }
    var thread = pthread_t()
    let failure = pthread_create(&thread, nil, Self.main, context)
    guard failure == 0 else {
      Unmanaged<CurlWorker>.fromOpaque(context).release()
      return mailbox.withLock { $0.stop() }
    }
    pthread_detach(thread)
  }

  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { context in
    guard let context else { return nil }
    Unmanaged<CurlWorker>.fromOpaque(context).takeRetainedValue().run()
    return nil
  }

  func announce() -> UInt64 { mailbox.withLock { $0.announce() } }

  func submit(_ order: TransferOrder) {
    let isAccepted = mailbox.withLock { mailbox in
      defer { mailbox.wake() }
      return mailbox.accept(order)
    }
    if !isAccepted { order.continuation.resume(returning: .failure(.cancelled(requestWasSent: false))) }
  }

  func cancel(_ id: UInt64) {
    mailbox.withLock { mailbox in
      mailbox.cancel(id)
      mailbox.wake()
    }
  }

  /// Ends the thread; what is under way ends as cancelled.
  func stop() {
    mailbox.withLock { mailbox in
      mailbox.stop()
      mailbox.wake()
    }
  }

  private func run() {
    guard Self.isReady, let loop = CurlLoop() else {
      mailbox.withLock { $0.stop() }
      return refuseAll()
    }
    let waker = CurlWaker(loop.multi)
    mailbox.withLock { $0.waker = waker }
    var isStopped = false
    while !isStopped {
      let mail = mailbox.withLock { $0.empty() }
      mail.orders.forEach(loop.start)
      mail.cancellations.forEach(loop.cancel)
      isStopped = mail.isStopped
      if !isStopped { loop.turn() }
    }
    mailbox.withLock { $0.waker = nil }
    loop.close()
    refuseAll()
  }

  private func refuseAll() {
    for order in mailbox.withLock({ $0.empty() }).orders {
      order.continuation.resume(returning: .failure(.cancelled(requestWasSent: false)))
    }
  }
}
