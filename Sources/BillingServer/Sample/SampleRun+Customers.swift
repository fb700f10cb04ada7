internal import Billing

extension SampleRun {
  mutating func writeCustomers() throws {
    customers.reserveCapacity(sample.customerCount)
    for index in 0..<sample.customerCount {
      let customer = customer(index)
      try writer.write(customer)
      customers.append(customer)
    }
  }

  private mutating func customer(_ index: Int) -> SampleCustomer {
    let name = hostileText().map { "\($0) \(index)" } ?? name(index)
    let contact = random.pick(SampleVocabulary.contacts)
    let isPerson = (45..<59).contains(index)
    let domain = domain(of: name, index)
    let isBare = sample.isHostile && random.chance(20)
    return SampleCustomer(
      name: name, email: isBare ? nil : "\(isPerson ? "hello" : "accounts")@\(domain)",
      phone: isBare ? nil : "+1 555-01\(twoDigits(random.number(in: 0...99)))",
      contact: isBare || isPerson ? nil : contact,
      companyName: isBare || isPerson ? nil : name, website: isBare ? nil : "https://\(domain)",
      currency: currency(index),
      prefix: isPerson ? random.pick(["Mr", "Ms", "Dr"]) : nil,
      createdAt: Self.stamp(day(index, of: sample.customerCount * 2).adding(days: -9), minute: index % 540),
      billing: isBare ? nil : address(name), habit: habit())
  }

  private mutating func name(_ index: Int) -> String {
    if index < SampleVocabulary.customers.count { return SampleVocabulary.customers[index] }
    let words = "\(random.pick(SampleVocabulary.firstWords)) \(random.pick(SampleVocabulary.lastWords))"
    return "\(words) \(index)"
  }

  private func domain(of name: String, _ index: Int) -> String {
    let words = Books.slug(of: name).prefix(24)
    return "\(words == "company" ? "kunde" : words)-\(index + 1).example.com"
  }

  private mutating func address(_ name: String) -> String {
    let place = random.pick(SampleVocabulary.places)
    var address = Address()
    address.name = name
    address.street = "\(random.number(in: 1...240)) \(random.pick(SampleVocabulary.streets))"
    address.city = place.city
    address.state = place.state
    address.zip = place.zip
    address.countryID = Identifier(place.country)
    return AddressField.text(address)
  }

  /// Every ninth customer pays in another currency than the company's.
  private func currency(_ index: Int) -> Identifier<Currency> {
    guard index % 9 == 8 else { return currency }
    let others = SampleVocabulary.rates.map(\.currency).filter { $0 != currency.value }
    return Identifier(others[index / 9 % others.count])
  }

  private mutating func habit() -> PayingHabit {
    switch random.number(in: 0...99) {
    case ..<30: .prompt
    case ..<75: .usual
    case ..<93: .late
    default: .dreadful
    }
  }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// What one unit of a currency is worth in the company's, as a decimal of six places at most.
  func rate(of other: Identifier<Currency>) -> String {
    func worth(_ id: Int64) -> Int64 { SampleVocabulary.rates.first { $0.currency == id }?.worth ?? 1_000_000 }
    let millionths = worth(other.value) * 1_000_000 / worth(currency.value)
    return Quantity(tenThousandths: max(1, millionths / 100)).text
  }
}
