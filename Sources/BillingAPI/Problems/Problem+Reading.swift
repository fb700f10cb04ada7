extension Problem {
  /// Reads an error body in any of the shapes that services of this family send: `{message, errors: {field: […]}}`,
  /// `{error, message}`, an `error` that is a sentence, sentences that are not in lists. Nil where there is none of it.
  ///
  /// Sentences are cleaned and cut at 1,000 characters, and at most 1,000 fields are read.
  package init?(json: JSONValue) {
    guard let object = json.object else { return nil }
    let word = object["error"]?.string.map { PlainText.clean($0, limit: Self.sentenceLimit) }
    let errors = Self.fieldErrors(object["errors"])
    let sentence = Self.sentences(object["message"]).first ?? Self.sentences(object["error"]?["message"]).first
    guard let message = sentence ?? errors.values.first?.first ?? word else { return nil }
    self.init(message: message, error: sentence == nil && errors.isEmpty ? nil : word, errors: errors)
  }

  private static let sentenceLimit = 1_000
  private static let fieldLimit = 1_000

  private static func fieldErrors(_ json: JSONValue?) -> [String: [String]] {
    guard let members = json?.object?.members else {
      let general = sentences(json)
      return general.isEmpty ? [:] : ["": general]
    }
    var errors: [String: [String]] = [:]
    for member in members.prefix(fieldLimit) {
      let found = sentences(member.value)
      if !found.isEmpty { errors[PlainText.clean(member.name, limit: 200)] = found }
    }
    return errors
  }

  /// One sentence or a list of them.
  private static func sentences(_ json: JSONValue?) -> [String] {
    guard let json else { return [] }
    let texts = json.array?.compactMap(\.text) ?? [json.text].compactMap { $0 }
    return texts.map { PlainText.clean($0, limit: sentenceLimit) }.filter { !$0.isEmpty }
  }
}
