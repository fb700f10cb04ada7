/// Something that real services of this family do and clients must live with, to be switched on for tests and demos.
package enum Hazard: String, CaseIterable, Hashable, Sendable {
  /// Every answer takes so many milliseconds longer.
  case latency
  /// A write is performed; its answer waits so many milliseconds.
  case lateAnswer = "late-answer"
  /// The connection closes, and the write was not performed.
  case droppedBeforeWrite = "dropped-before-write"
  /// 500, and the write was not performed.
  case errorBeforeWrite = "error-before-write"
  /// 422, and the write was not performed.
  case refusedWrite = "refused-write"
  /// The connection closes, but the write was performed.
  case droppedAfterWrite = "dropped-after-write"
  /// The body ends in the middle.
  case truncated
  /// A proxy's page instead of JSON.
  case html
  /// 302 to a login page.
  case loginRedirect = "login-redirect"
  /// 429 with Retry-After, of so many seconds.
  case tooManyRequests = "too-many-requests"
  /// 500, but the record was written and holds its number.
  case errorAfterWrite = "error-after-write"
  /// Sums as strings, days with a time, booleans as numbers, nulls left out, unknown keys, escaped slashes.
  case mangledTypes = "mangled-types"
  /// Rows shift between pages, so that some come twice.
  case pageDrift = "page-drift"
  /// `limit` is capped at so many.
  case cappedLimit = "capped-limit"
  /// `links` lose limit and filters.
  case bareLinks = "bare-links"
  /// A payment above the balance is stored but not applied.
  case overpaySwallowed = "overpay"
  /// PUT sets everything that the body leaves out back: status, optional fields.
  case replacingPut = "replacing-put"
  /// Every new number has already been taken.
  case numberTaken = "number-taken"
  /// 422 as `{error, message}` without fields.
  case bareProblem = "bare-problem"

  /// The figure that goes with it where nobody gives one; 0 where it has none.
  package var defaultValue: Int {
    switch self {
    case .latency: 800
    case .lateAnswer: 3_000
    case .tooManyRequests: 2
    case .cappedLimit: 5
    default: 0
    }
  }

  /// What the figure counts; nil where there is none.
  package var unit: String? {
    switch self {
    case .latency, .lateAnswer: "milliseconds"
    case .tooManyRequests: "seconds"
    case .cappedLimit: "records"
    default: nil
    }
  }

  /// Whether it concerns writes only, or lists, or every request below `/api`.
  var concernsWritesOnly: Bool {
    switch self {
    case .lateAnswer, .droppedBeforeWrite, .errorBeforeWrite, .refusedWrite, .droppedAfterWrite, .errorAfterWrite,
      .overpaySwallowed, .replacingPut, .numberTaken:
      true
    default: false
    }
  }
}
