import Billing
import BillingAPI
import BillingServer
import Dashboard
import FoundationEssentials

extension Launch {
  /// The user's day, unless one was named.
  var day: CalendarDate { today ?? LocalTime.day(of: Date()) }

  /// The clock of the service within: it must know the same day as the screen.
  var serviceClock: ServiceClock { today.map { ServiceClock.fixed($0) } ?? .system }

  /// The key of the configured service; nil where none is configured.
  func configuredKey() throws(ProgramError) -> APIKey? {
    guard case .remote(let service) = plan.books else { return nil }
    do {
      return try KeyReader(variables: variables).key(from: service.keySource)
    } catch {
      throw ProgramError(.key(error))
    }
  }

  /// Where the books of `--local` lie.
  var localFolder: String {
    if case .local(let folder) = plan.books { folder } else { places.data }
  }

  /// The private folder of a profile's state.
  func stateFolder(_ name: String) throws(ProgramError) -> String {
    let folder = places.state(of: name)
    do { try PrivateDirectory.make(folder) } catch { throw ProgramError(error) }
    return folder
  }

  /// The log that takes standard error while the screen is up.
  func log() throws(ProgramError) -> LogFile {
    do { try PrivateDirectory.make(places.state) } catch { throw ProgramError(error) }
    return try LogFile(places.state + "/invoicematic.log")
  }
}
