import Billing
import Testing

struct CurrencyTests {
  @Test func `every line of the table is a currency`() {
    #expect(Currency.all.count == 78)
    #expect(Set(Currency.all.map(\.id)).count == 78)
    #expect(Set(Currency.all.map(\.alternativeID)).count == 78)
    #expect(Set(Currency.all.map(\.code)).count == 78)
  }

  @Test func `every currency has a code of three letters, a name and a symbol without hidden marks`() {
    for currency in Currency.all {
      #expect(currency.code.utf8.count == 3 && currency.code.allSatisfy { ("A"..."Z").contains($0) })
      #expect(!currency.name.isEmpty)
      #expect(!currency.symbol.isEmpty)
      #expect(currency.symbol.unicodeScalars.allSatisfy { $0.properties.generalCategory != .format })
      #expect((0...3).contains(currency.decimals))
      #expect(currency.thousandsSeparator != currency.decimalSeparator)
    }
  }

  @Test func `currencies are found by id and by code in any case`() throws {
    let dollar = try #require(Currency.with(id: Identifier(1)))
    #expect(dollar.code == "USD")
    #expect(dollar.alternativeID == Identifier(4))
    #expect(Currency.with(code: "usd") == dollar)
    #expect(Currency.with(code: "XXX") == nil)
    #expect(Currency.with(id: Identifier(0)) == nil)
  }

  @Test func `the euro and the yen are written as at home`() {
    let euro = currency("EUR")
    #expect(euro.symbol == "\u{20AC}" && euro.symbolFollows && euro.decimals == 2)
    #expect(euro.decimalSeparator == "," && euro.thousandsSeparator == ".")
    #expect(currency("JPY").decimals == 0)
    #expect(currency("KWD").decimals == 3)
  }
}

struct CountryTests {
  @Test func `every line of the table is a country`() {
    #expect(Country.all.count == 246)
    #expect(Set(Country.all.map(\.id)).count == 246)
    #expect(Set(Country.all.map(\.code)).count == 246)
    for country in Country.all {
      #expect(country.code.count == 2)
      #expect(!country.name.isEmpty)
      #expect(country.phoneCode.allSatisfy { ("0"..."9").contains($0) })
    }
  }

  @Test func `the documentation's country is the United States`() throws {
    let country = try #require(Country.with(id: Identifier(231)))
    #expect(country.code == "US")
    #expect(country.phoneCode == "1")
    #expect(Country.with(id: Identifier(999)) == nil)
  }
}
