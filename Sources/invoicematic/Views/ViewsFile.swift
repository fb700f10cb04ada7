import Dashboard
import Glibc

/// Keeps views in `views.toml`, beside `config.toml`, which is never touched.
///
/// Each change reads the file, writes the lines that it is about and puts a new file in its place, under a lock that other
/// programs heed too; comments and what is not known stay. A file that cannot be read is never written over. Any thread
/// may call it.
final class ViewsFile: ViewsKeeper {
  private let folder: String
  private let path: String

  init(folder: String) {
    self.folder = folder
    path = folder + "/views.toml"
  }

  func read() throws(ViewsProblem) -> SavedViews { try document(text() ?? "").saved }

  func change(_ change: ViewsChange) throws(ViewsProblem) -> SavedViews {
    try locked { () throws(ViewsProblem) in
      let text = try text() ?? ViewsText.beginning
      let before = try document(text)
      var after = before
      after.apply(change)
      var fresh = ViewsText(text)
      fresh.change(from: before, to: after)
      // Lines that do not say what they should, or are no TOML any more, are of a form that people write by hand.
      guard (try? document(fresh.text))?.says(after) == true else { throw inOneLine }
      try AtomicFile(path: target).write(fresh.text)
      return after.saved
    }
  }

  private var inOneLine: ViewsProblem {
    ViewsProblem(
      "\(path) has views or columns in one line, which is not changed for you: nothing was saved. Write them as [[views]] and [columns]."
    )
  }

  /// nil where there is no file.
  private func text() throws(ViewsProblem) -> String? {
    do {
      return try TextFile.read(path)
    } catch .missing {
      return nil
    } catch {
      throw ViewsProblem("\(path) cannot be read: \(error.reason). It is left as it is, and no view is saved.")
    }
  }

  private func document(_ text: String) throws(ViewsProblem) -> ViewsDocument {
    do { return ViewsDocument(try TOMLDocument(text, path: path).root) } catch {
      throw ViewsProblem("\(ProgramError(error).message) It is left as it is, and no view is saved until it is mended.")
    }
  }

  /// Where the file lies: a link that stands for it stays one.
  private var target: String {
    guard let resolved = realpath(path, nil) else { return path }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  /// Holds the folder's lock meanwhile; the folder is made where there is none.
  private func locked<Result: Sendable>(
    _ work: () throws(ViewsProblem) -> Result
  ) throws(ViewsProblem) -> Result {
    if access(folder, F_OK) != 0 {
      do { try PrivateDirectory.make(folder) } catch {
        throw ViewsProblem("\(folder) cannot be made: no view is saved.")
      }
    }
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw ViewsProblem("\(folder) cannot be opened (\(SystemWords.last)): no view is saved.")
    }
    defer { close(descriptor) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else {
        throw ViewsProblem("\(folder) cannot be locked (\(SystemWords.last)): no view is saved.")
      }
    }
    return try work()
  }
}
