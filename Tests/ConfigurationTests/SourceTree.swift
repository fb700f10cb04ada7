/// The repository that these tests were built from.
enum SourceTree {
  /// A folder by its name at the top of the repository.
  static func folder(_ name: String, of file: String = #filePath) -> String {
    let top = file.split(separator: "/").dropLast(3)
    return "/" + (top + [Substring(name)]).joined(separator: "/")
  }
}
