import ArgumentParser
import BillingServer

/// From where a key may be used: `10.0.0.0/8,::1`.
struct AddressesOption: ExpressibleByArgument {
  let ranges: [AddressRange]

  init?(argument: String) {
    let words = argument.split(separator: ",")
    ranges = words.compactMap { AddressRange($0) }
    guard !ranges.isEmpty, ranges.count == words.count else { return nil }
  }
}
