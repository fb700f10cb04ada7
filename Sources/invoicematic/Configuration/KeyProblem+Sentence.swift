import BillingAPI

extension KeyProblem {
  /// What happened and what to type; never a part of the key.
  var sentence: String {
    switch self {
    case .fileMissing(let path):
      "There is no key file \(path). Put the API key there, alone, and close it with “chmod 600 \(path)”."
    case .fileUnreadable(let path, let reason): "The key file \(path) cannot be read: \(reason)."
    case .fileOpenToOthers(let path, let mode):
      "Others may read the key file \(path) (mode \(mode)), so it is not used. Type: chmod 600 \(path)"
    case .fileOfAnother(let path):
      "The key file \(path) belongs to another user, so it is not used. Make a copy of your own."
    case .notAKey(let source, let reason): "What \(source) gives is no API key: \(reason)."
    case .commandFailed(let status):
      "The api_key_command ended with status \(status) and gave no key. Try it in a shell."
    case .commandTimedOut(let seconds):
      "The api_key_command gave no key within \(seconds) seconds and was ended. Try it in a shell."
    case .commandUnstartable(let reason): "The api_key_command cannot be started: \(reason)."
    }
  }
}

extension APIKeyProblem {
  /// As the end of a sentence.
  var reason: String {
    switch self {
    case .empty: "it is empty"
    case .tooLong: "it is longer than 512 bytes"
    case .forbiddenCharacter: "it has a space, a control character or a letter beyond ASCII within"
    }
  }
}

extension AddressProblem {
  var sentence: String {
    switch self {
    case .empty: "it is empty."
    case .unsupportedScheme(let scheme?): "it begins with “\(scheme)”; write https://…, or unix:/path."
    case .unsupportedScheme(nil): "write it with https:// in front, or as unix:/path."
    case .missingHost: "it names no host."
    case .badHost: "its host has characters that no host has."
    case .badPort: "its port is not a number from 1 to 65535."
    case .userInformation: "it holds a user name or password; a key goes into api_key_file."
    case .queryOrFragment: "it has a “?” or “#”; write only what precedes /api."
    case .forbiddenCharacter: "it has a space, a control character or a letter beyond ASCII."
    case .plainHTTP(let host):
      "http:// would send the key in the clear to \(host). Write https://, or set allow_http = true in the profile."
    case .relativeSocketPath: "the path of a socket begins with “/”: unix:/path."
    case .socketPathTooLong: "the path of a socket is at most 107 bytes long."
    }
  }
}
