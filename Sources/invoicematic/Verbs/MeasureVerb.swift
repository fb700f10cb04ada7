import ArgumentParser
import Billing
import BillingAPI
import Store

/// Times the mirror by itself, for `make bench`.
struct MeasureVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure", abstract: "Time the mirror on made-up records.", shouldDisplay: false)

  @Argument(help: "A folder for the mirror; one that is there is filled no further.") var folder: String
  @Option(help: "How many invoices.") var invoices = 100_000
  @Option(help: "How many customers.") var customers = 20_000
  @Option(help: "How often each is timed.") var rounds = 11

  func run() throws {
    try StoreFiles.createFolder(folder)
    let mirror = try Mirror.open(at: folder + "/mirror.sqlite").mirror
    // A fixed day, so that every run does the same work.
    let samples = SamplePages(
      invoices: max(1, invoices), customers: max(1, customers), today: CalendarDate(daysSince1970: 20_500))
    let measurements = StoreMeasurements(mirror: mirror, samples: samples, rounds: max(1, rounds))
    if try mirror.completeness(.invoices).loaded == 0 { try measurements.takeIn() }
    try measurements.readAll()
  }
}
