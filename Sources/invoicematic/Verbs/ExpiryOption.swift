import ArgumentParser
import Billing
import FoundationEssentials

/// When a key ends: with a day (`2027-01-31`, in UTC, the last on which it is valid) or at a moment
/// (`2027-01-31T12:00:00Z`).
struct ExpiryOption: ExpressibleByArgument {
  let moment: Date

  init?(argument: String) {
    if let day = CalendarDate(iso: argument) {
      moment = Date(timeIntervalSince1970: Double(day.daysSince1970 + 1) * 86_400)
    } else if let moment = try? Date(argument, strategy: .iso8601) {  // what is no moment is refused below
      self.moment = moment
    } else {
      return nil
    }
  }
}
