import Dashboard
import Store

/// The two files of the state store in a profile's folder, or in memory where nothing is to outlive the program.
struct StoreFolder {
  /// What was opened, and what the user must know of it.
  struct Stores {
    let mirror: Mirror
    let local: LocalStore?
    let warnings: [String]
    /// For the first frame, where there was time to read it.
    var overview: Overview?
  }

  private let folder: String?
  private let keepsMirror: Bool

  init(_ folder: String?, keepsMirror: Bool) {
    self.folder = folder
    self.keepsMirror = keepsMirror
  }

  func open() throws(ProgramError) -> Stores {
    var warnings: [String] = []
    let mirror = try openMirror(&warnings)
    return Stores(mirror: mirror, local: openLocal(&warnings), warnings: warnings)
  }

  /// A mirror can be fetched again: one that cannot be used is set aside, and one that cannot be made lies in memory.
  private func openMirror(_ warnings: inout [String]) throws(ProgramError) -> Mirror {
    do {
      guard let folder, keepsMirror else { return try Mirror.inMemory() }
      let opened = try Mirror.open(at: folder + "/mirror.sqlite")
      if let aside = opened.setAside { warnings.append(aside.sentence) }
      return opened.mirror
    } catch {
      return try mirrorInMemory(because: error, &warnings)
    }
  }

  private func mirrorInMemory(because error: StoreError, _ warnings: inout [String]) throws(ProgramError) -> Mirror {
    do {
      let mirror = try Mirror.inMemory()
      warnings.append(
        "\(Sentences.sentence(for: error)) What is fetched is kept in memory, and fetched again at the next start.")
      return mirror
    } catch {
      throw ProgramError(.inputOutput, Sentences.sentence(for: error))
    }
  }

  /// Journal and drafts cannot be fetched again: a file that cannot be used is left as it is, and nothing is written.
  private func openLocal(_ warnings: inout [String]) -> LocalStore? {
    do {
      guard let folder else { return try LocalStore.inMemory() }
      return try LocalStore.open(at: folder + "/local.sqlite")
    } catch {
      warnings.append(Sentences.sentence(for: error))
      return nil
    }
  }
}

extension SetAside {
  /// What happened to the mirror that was there, what comes of it, and under which name it lies in the same folder.
  fileprivate var sentence: String {
    let reason =
      switch reason {
      case .damaged: "The mirror could not be read"
      case .newer: "The mirror is from a newer version of invoicematic"
      }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return "\(reason): everything is fetched again. The old one is kept as \(name)."
  }
}
