import TerminalUI

/// What the strip says while payments can still be taken back, with the seconds that are left.
struct BatchStrip {
  let state: State

  /// Nil where nothing is held.
  var spans: [Span]? {
    guard let batch = state.heldBatch, let seconds = batch.secondsLeft else { return nil }
    let way = state.forms.isEmpty ? "" : "Esc, then "
    return [
      Span("\(batch.words(state.figures)) \(batch.parts.count == 1 ? "goes" : "go") in \(seconds) s", "warning"),
      Span(" · \(way)", "text.dim"), Span("u", "hint.key"),
      Span(batch.parts.count == 1 ? " takes it back" : " takes them back", "hint"),
    ]
  }
}
