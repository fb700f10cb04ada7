import BillingAPI
import Foundation

/// A plan as a file that people read: JSON with sorted names, and a digest that tells whether it was edited.
package enum PlanFile {
  /// What was wrong with the text of a plan.
  package enum Problem: Error, Hashable, Sendable {
    /// What the reader stumbled over, and where.
    case unreadable(String)
    case otherVersion(Int)
  }

  /// A plan that was read, and whether it is still as it was written.
  package struct Read: Hashable, Sendable {
    package var plan: Plan
    package var isEdited: Bool

    package init(plan: Plan, isEdited: Bool) {
      self.plan = plan
      self.isEdited = isEdited
    }
  }

  private struct File: Codable {
    var format = PlanFile.format
    var digest: String
    var plan: Plan
  }

  private struct Head: Decodable {
    struct Version: Decodable { var version: Int }

    var format: String
    var plan: Version
  }

  private static let format = "invoicematic plan"

  /// The whole file, with a line break at its end.
  package static func encoded(_ plan: Plan) throws(StoreError) -> [UInt8] {
    do {
      let encoder = encoder()
      encoder.outputFormatting.insert(.prettyPrinted)
      return Array(try encoder.encode(File(digest: try digest(plan), plan: plan))) + [UInt8(ascii: "\n")]
    } catch {
      throw .failed("The plan could not be written down.")
    }
  }

  package static func read(_ bytes: [UInt8]) throws(Problem) -> Read {
    let head: Head = try decoded(bytes)
    guard head.format == format else { throw .unreadable("it does not say that it is a plan") }
    guard head.plan.version == Plan.currentVersion else { throw .otherVersion(head.plan.version) }
    let file: File = try decoded(bytes)
    // A plan that cannot be written again cannot have been written so.
    return Read(plan: file.plan, isEdited: (try? digest(file.plan)) != file.digest)
  }

  private static func decoded<Value: Decodable>(_ bytes: [UInt8]) throws(Problem) -> Value {
    do {
      return try decoder().decode(Value.self, from: Data(bytes))
    } catch let error as DecodingError {
      throw .unreadable(words(error))
    } catch {
      throw .unreadable("it is no JSON")
    }
  }

  private static func words(_ error: DecodingError) -> String {
    let context: DecodingError.Context
    switch error {
    case .keyNotFound(let key, let found): return place(found.codingPath + [key]) + " is missing"
    case .typeMismatch(_, let found), .valueNotFound(_, let found), .dataCorrupted(let found): context = found
    @unknown default: return "it is no JSON"
    }
    return context.codingPath.isEmpty ? "it is no JSON, or not all of it" : place(context.codingPath) + " is wrong"
  }

  private static func place(_ path: [any CodingKey]) -> String {
    path.map { key in key.intValue.map { "row \($0 + 1)" } ?? key.stringValue }.joined(separator: ", ")
  }

  private static func digest(_ plan: Plan) throws -> String {
    Digest.hexadecimal(Digest.sha256(Array(try encoder().encode(plan))))
  }

  static func text(_ plan: Plan) throws(StoreError) -> String {
    do {
      return String(decoding: try encoder().encode(plan), as: UTF8.self)
    } catch {
      throw .failed("The plan could not be written down.")
    }
  }

  static func kept(_ text: String) throws(StoreError) -> Plan {
    do {
      return try decoder().decode(Plan.self, from: Data(text.utf8))
    } catch {
      throw .unreadable("A plan that is kept could not be read.")
    }
  }

  private static func encoder() -> JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    encoder.dateEncodingStrategy = .iso8601
    return encoder
  }

  private static func decoder() -> JSONDecoder {
    let decoder = JSONDecoder()
    decoder.dateDecodingStrategy = .iso8601
    return decoder
  }
}
