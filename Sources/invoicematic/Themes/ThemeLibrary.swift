import Glibc
import TerminalUI

/// Finds themes by name, in the folders where they may lie, first come first served; the built-in one is last.
struct ThemeLibrary {
  let folders: [String]

  init(folders: [String]) { self.folders = folders }

  /// The user's folder, then what was installed with the binary, then the source tree that it was built in.
  init(places: Places, binary: String?) {
    folders = [places.themes] + (binary.map(Self.folders) ?? [])
  }

  /// The theme of this name, or the built-in one without a name.
  func theme(named name: String?) throws(ConfigurationError) -> Theme {
    guard let name, name != Theme.builtIn.name else { return .builtIn }
    // A name is not a path.
    guard Self.isName(name) else { throw .unknownTheme(name: name, known: names) }
    for folder in folders {
      if let theme = try Self.theme(name, in: folder) { return theme }
    }
    throw .unknownTheme(name: name, known: names)
  }

  /// nil where the folder has no such file.
  private static func theme(_ name: String, in folder: String) throws(ConfigurationError) -> Theme? {
    let path = "\(folder)/\(name).toml"
    let text: String
    do {
      text = try TextFile.read(path)
    } catch {
      guard error != .missing else { return nil }
      throw .unreadable(path: path, reason: error.reason)
    }
    return try ThemeFile.theme(text, name: name, path: path)
  }

  /// Every theme that can be had, by name.
  var names: [String] {
    let found = folders.flatMap(Self.entries).filter { $0.hasSuffix(".toml") }.map { String($0.dropLast(5)) }
    return Set(found + [Theme.builtIn.name]).filter(Self.isName).sorted()
  }

  /// For `/usr/local/bin/invoicematic` it is `/usr/local/share/invoicematic/themes`; above a build folder, `themes`.
  static func folders(of binary: String) -> [String] {
    let parts = binary.split(separator: "/").dropLast()
    let installed = "/" + (parts.dropLast() + ["share", "invoicematic", "themes"]).joined(separator: "/")
    guard let build = parts.lastIndex(of: ".build") else { return [installed] }
    return [installed, "/" + (parts[..<build] + ["themes"]).joined(separator: "/")]
  }

  /// The file that this process runs, with links resolved.
  static var runningBinary: String? {
    var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &buffer, buffer.count)
    return count > 0 ? String(validating: buffer[..<count], as: UTF8.self) : nil
  }

  private static func isName(_ name: String) -> Bool {
    !name.isEmpty && !name.hasPrefix(".") && !name.contains("/") && !name.utf8.contains(0)
  }

  private static func entries(of folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names
  }
}
