internal import FoundationEssentials
internal import BillingAPI
internal import HTTPTypes

/// Does to an answer what the hazards of that request ask for.
struct AnswerMangling {
  let hazards: ActiveHazards

  /// What is answered without asking the service at all.
  var interception: ServiceAnswer? {
    if hazards.contains(.html) { return page }
    if hazards.contains(.loginRedirect) { return redirect }
    if let seconds = hazards.value(.tooManyRequests) { return slowDown(seconds) }
    return nil
  }

  /// What a write is answered without being performed; nil where it is performed.
  var answerBeforeWriting: ServiceAnswer? {
    if hazards.contains(.errorBeforeWrite) { return ServiceAnswer(.internalServerError, Problem.serverError.json) }
    if hazards.contains(.refusedWrite) { return ServiceAnswer(.unprocessableContent, Self.refusal.json) }
    return nil
  }

  private static let refusal = Problem(
    message: "The given data was invalid.", errors: ["customer_id": ["The selected customer id is invalid."]])

  private var page: ServiceAnswer {
    var answer = ServiceAnswer(
      .badGateway,
      bytes: Array("<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1></body></html>".utf8)
    )
    answer.headers[.contentType] = "text/html"
    return answer
  }

  private var redirect: ServiceAnswer {
    var answer = ServiceAnswer(.found, bytes: Array("<html><body>Redirecting to /login</body></html>".utf8))
    answer.headers[.contentType] = "text/html"
    answer.headers[.location] = "/login"
    return answer
  }

  private func slowDown(_ seconds: Int) -> ServiceAnswer {
    var answer = ServiceAnswer(.tooManyRequests, Problem.tooManyRequests.json)
    answer.headers[.retryAfter] = String(seconds)
    return answer
  }

  func mangle(_ answer: ServiceAnswer, isWrite: Bool) -> ServiceAnswer {
    guard !hazards.isEmpty else { return answer }
    var answer = answer
    if isWrite, hazards.contains(.errorAfterWrite), answer.status.kind == .successful {
      answer = ServiceAnswer(.internalServerError, Problem.serverError.json)
    }
    if hazards.contains(.bareProblem), answer.status == .unprocessableContent { flatten(&answer) }
    if hazards.contains(.mangledTypes), answer.status.kind == .successful { TypeMangling.apply(to: &answer.body) }
    if hazards.contains(.truncated) { answer.fate = .cut }
    if isWrite, hazards.contains(.droppedAfterWrite) { answer.fate = .dropped }
    return answer
  }

  /// The second shape of 422 that services of this family have.
  private func flatten(_ answer: inout ServiceAnswer) {
    // What is not JSON has no sentence to keep.
    let errors = (try? JSONValue(parsing: answer.body))?["errors"]?.object?.members
    let sentence = errors?.first?.value.array?.first?.string ?? "The given data was invalid."
    answer.body = JSONValue.object(JSONObject([("error", "validation_failed"), ("message", .string(sentence))]))
      .encoded()
  }
}

/// Rewrites an answer's types the way services of this family were seen to.
enum TypeMangling {
  private static let sums: Set<String> = ["due_amount", "total", "sub_total", "amount", "base_amount", "exchange_rate"]
  private static let floats: Set<String> = ["price", "tax"]
  private static let days: Set<String> = ["invoice_date", "estimate_date", "payment_date", "expense_date"]

  static func apply(to body: inout [UInt8]) {
    // The service's own answers are JSON; anything else is left as it is.
    guard let value = try? JSONValue(parsing: body) else { return }
    let text = String(decoding: mangled(value).encoded(), as: UTF8.self).replacing("/", with: "\\/")
    body = Self.restoreFloats(escaped(text))
  }

  /// Everything beyond ASCII in `\uXXXX`, as PHP writes it.
  private static func escaped(_ text: String) -> String {
    text.utf16.reduce(into: "") { result, unit in
      guard unit >= 0x80 else { return result.unicodeScalars.append(Unicode.Scalar(UInt8(unit))) }
      let digits = String(unit, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
  }

  private static func mangled(_ value: JSONValue) -> JSONValue {
    switch value {
    case .array(let elements): .array(elements.map(mangled))
    case .object(let object): .object(mangled(object))
    default: value
    }
  }

  private static func mangled(_ object: JSONObject) -> JSONObject {
    guard object["current_page"] == nil else { return object }
    var result = JSONObject()
    for member in object.members where member.value != .null {
      result[member.name] = mangled(member.name, member.value)
    }
    if object["id"] != nil { result["is_mangled"] = 1 }
    return result
  }

  private static func mangled(_ name: String, _ value: JSONValue) -> JSONValue {
    switch value {
    case .number(let number) where sums.contains(name):
      .string(name == "exchange_rate" ? "\(number).000000" : number.description)
    case .number(let number) where floats.contains(name): .string("\(floatMark)\(number)")
    case .string(let day) where days.contains(name): .string("\(day) 00:00:00")
    default: mangled(value)
    }
  }

  /// Stands before a number that is to be written with `.0`, which no JSON writer of ours would do.
  private static let floatMark = "float:"

  private static func restoreFloats(_ text: String) -> [UInt8] {
    Array(text.replacing(/"float:(-?[0-9]+)"/) { "\($0.output.1).0" }.utf8)
  }
}
