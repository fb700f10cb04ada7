import Foundation
import Glibc
import TerminalTestSupport
import TestSupport
import Testing

/// A home folder that nobody used before, removed at the end of the test, and the program started from it.
final class Home {
  private let folder: TestFolder
  var path: String { folder.path }

  init() throws {
    folder = try TestFolder()
    for folder in ["run", "config/invoicematic/keys"] { try make(folder) }
  }

  /// The program lies beside the bundle of the tests, wherever that was built.
  static let program: String = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return tests.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } + "/invoicematic"
  }()

  var environment: [String: String] {
    [
      "HOME": path, "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "TMPDIR": path + "/run",
      "XDG_CONFIG_HOME": path + "/config", "XDG_DATA_HOME": path + "/data", "XDG_RUNTIME_DIR": path + "/run",
      "XDG_STATE_HOME": path + "/state",
    ]
  }

  var log: String { "\(path)/state/invoicematic/invoicematic.log" }
  var data: String { "\(path)/data/invoicematic" }

  /// Starts the program; a variable set to nothing counts as not set.
  func start(
    _ arguments: String..., environment: [String: String] = [:], size: (width: Int, height: Int) = (80, 24)
  ) throws -> PseudoTerminal {
    try PseudoTerminal(
      executable: Self.program, arguments: arguments,
      environment: self.environment.merging(environment) { _, given in given }, size: size)
  }

  /// Starts the service, and returns when it answers.
  ///
  /// What it tells of each request goes to a file: nobody reads its terminal, and one that is full would hold it up.
  func startService(_ arguments: String...) throws -> PseudoTerminal {
    let service = try PseudoTerminal(
      executable: "/bin/sh",
      arguments: ["-c", #"exec "$0" serve "$@" 2>"$HOME/service.log""#, Self.program] + arguments,
      environment: environment, size: (160, 24))
    try service.see("The books answer at")
    return service
  }

  /// Starts on the user's own books; the first time it answers the two questions.
  func startLocal(isFirst: Bool = false) throws -> PseudoTerminal {
    let program = try start("--local")
    if isFirst {
      try program.see("two questions")
      program.send("Testwerk\t\u{15}EUR\r")
    }
    try program.see("Testwerk · local books")
    try program.see("● live")
    return program
  }

  func make(_ folder: String) throws {
    try FileManager.default.createDirectory(atPath: "\(path)/\(folder)", withIntermediateDirectories: true)
  }

  /// Writes a file of the configuration and gives its path.
  @discardableResult
  func configure(_ text: String, file: String = "config.toml", mode: mode_t = 0o600) throws -> String {
    let path = "\(path)/config/invoicematic/\(file)"
    try text.write(toFile: path, atomically: false, encoding: .utf8)
    try #require(chmod(path, mode) == 0)
    return path
  }

  /// Waits until a form's text is on disk.
  func waitUntilDraftsHold(_ text: String) throws {
    let deadline = ContinuousClock.now + patience
    let files = ["local.sqlite", "local.sqlite-wal"].map { "\(path)/state/invoicematic/@local/\($0)" }
    while !files.contains(where: { FileManager.default.contents(atPath: $0)?.range(of: Data(text.utf8)) != nil }) {
      try #require(ContinuousClock.now < deadline, "“\(text)” was not kept")
      poll(nil, 0, 20)
    }
  }

  /// Every file and folder below a folder, with the bits of access that others than the owner have.
  func access(below folder: String) throws -> [String: mode_t] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return try Dictionary(
      uniqueKeysWithValues: names.map { name in
        var facts = stat()
        try #require(lstat("\(folder)/\(name)", &facts) == 0)
        return (name, facts.st_mode & 0o077)
      })
  }
}
