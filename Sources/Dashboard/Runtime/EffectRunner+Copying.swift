import BillingAPI
import BillingSync
import Store

extension EffectRunner {
  /// A record as text for the clipboard.
  func readForCopy(_ kind: ResourceKind, _ id: Int64, _ form: CopyForm, title: String, _ books: OpenBooks) throws {
    switch form {
    case .curl:
      let line = books.synchronizer.outbox.curl(.reading(kind, id: id))
      post(.toCopy(line, form, title: title))
    case .json:
      guard let text = try books.mirror.record(kind, id: id)?.json else {
        return post(.failed("\(title) is not loaded any more: r asks the service for it."))
      }
      // What cannot be read as JSON is copied as it came.
      post(.toCopy((try? JSONValue(parsing: text).prettyPrinted()) ?? text, form, title: title))
    }
  }
}
