import Synchronization

/// Keeps views and columns from one run to the next; the program provides one that knows where.
package protocol ViewsKeeper: Sendable {
  func read() throws(ViewsProblem) -> SavedViews
  /// Makes a change to what is kept and answers all of it. Where it throws, what is kept stays as it was.
  func change(_ change: ViewsChange) throws(ViewsProblem) -> SavedViews
}

/// Why views cannot be read or kept, as one whole sentence.
package struct ViewsProblem: Error, Sendable, Hashable {
  package let sentence: String

  package init(_ sentence: String) { self.sentence = sentence }
}

/// Keeps views as long as the program runs: what sample books do.
package final class SessionViews: ViewsKeeper {
  private let kept: Mutex<SavedViews>

  package init(_ views: SavedViews = SavedViews()) { kept = Mutex(views) }

  package func read() throws(ViewsProblem) -> SavedViews { kept.withLock { $0 } }

  package func change(_ change: ViewsChange) throws(ViewsProblem) -> SavedViews {
    kept.withLock {
      $0.apply(change)
      return $0
    }
  }
}
