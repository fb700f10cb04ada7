import ArgumentParser
import FoundationEssentials
import Store

/// Which journal a verb reads: that of a profile, of `--local`, or a file that is named.
struct JournalOption: ParsableArguments {
  @Flag(help: "The journal of --local.")
  var local = false

  @Option(help: ArgumentHelp("The journal of this profile.", valueName: "name"))
  var profile: String?

  @Option(help: ArgumentHelp("This file, such as a copy of a local.sqlite.", valueName: "path"))
  var file: String?

  func validate() throws {
    if [local, profile != nil, file != nil].count(where: { $0 }) > 1 {
      throw ValidationError("--local, --profile and --file each name a journal: choose one.")
    }
  }

  /// Opens it to read; nothing in it is changed.
  ///
  /// - Parameter program: the program's own options, which the parser gives what both of them know.
  func open(_ program: LaunchOptions, _ variables: Variables = .current) throws(ProgramError) -> LocalStore {
    let path = try path(program, variables)
    guard FileManager.default.fileExists(atPath: path) else {
      throw ProgramError(.missingInput, "There is no journal at \(path). Name one with --profile, --local or --file.")
    }
    do {
      return try LocalStore.openToRead(at: path)
    } catch {
      throw Self.problem(error)
    }
  }

  static func problem(_ error: StoreError) -> ProgramError {
    switch error {
    case .damaged(let path):
      ProgramError(
        .unreadableData, "The journal \(path) cannot be read. Keep it: what it held cannot be fetched again.")
    default: ProgramError(.inputOutput, "The journal cannot be read (\(error)). It was left as it is.")
    }
  }

  private func path(_ program: LaunchOptions, _ variables: Variables) throws(ProgramError) -> String {
    if let file { return file }
    let places: Places
    do { places = try Places(variables) } catch { throw ProgramError(error) }
    let named = local || program.local ? "@local" : profile ?? program.profile
    if let named { return Self.path(in: places.state(of: named)) }
    return Self.path(in: places.state(of: try Self.onlyName(in: places)))
  }

  /// Where one profile alone has a journal, it need not be named.
  private static func onlyName(in places: Places) throws(ProgramError) -> String {
    // A folder that cannot be read has no journal to offer.
    let folders = ((try? FileManager.default.contentsOfDirectory(atPath: places.state)) ?? []).sorted()
    let names = folders.filter { FileManager.default.fileExists(atPath: path(in: places.state(of: $0))) }
    if names.count == 1, let name = names.first { return name }
    guard !names.isEmpty else {
      throw ProgramError(.missingInput, "There is no journal below \(places.state): nothing was written yet.")
    }
    throw ProgramError(
      .usage,
      "There is more than one journal (\(names.joined(separator: ", "))): choose with --profile, --local or --file.")
  }

  private static func path(in folder: String) -> String { folder + "/local.sqlite" }
}
