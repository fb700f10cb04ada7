extension ExitStatus {
  /// What a status tells, for the manual page.
  var meaning: String {
    switch self {
    case .fine: "The program ended as it was asked to."
    case .usage: "An option or argument is not understood."
    case .unreadableData:
      "Books or other files of the program's own hold what it cannot read; they are left as they are."
    case .missingInput: "A file that was named is not there, or cannot be read."
    case .unavailable: "The service cannot be started or reached, or the books are locked by another program."
    case .cannotCreate: "A folder or file cannot be made."
    case .inputOutput: "Reading or writing failed halfway, or the terminal cannot be used."
    case .incomplete: "Rows of a plan were held, refused or are not known yet; applying it again goes on."
    case .permission: "The key is missing or refused, or others may read its file."
    case .configuration: "The configuration says something that it cannot mean."
    }
  }
}
