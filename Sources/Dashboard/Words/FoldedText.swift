/// Compares text as people search: without regard to case.
enum FoldedText {
  static func contains(_ text: String, _ part: String) -> Bool {
    part.isEmpty || text.lowercased().contains(part.lowercased())
  }
}
