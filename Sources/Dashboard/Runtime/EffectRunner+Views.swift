extension EffectRunner {
  /// Reads the saved views, for the start.
  func loadViews(_ books: OpenBooks) throws(ViewsProblem) {
    post(.views(try books.views.read(), after: nil))
  }

  /// Makes a change to the saved views and shows them as they are then.
  func changeViews(_ change: ViewsChange, _ books: OpenBooks) throws(ViewsProblem) {
    post(.views(try books.views.change(change), after: change))
  }
}
