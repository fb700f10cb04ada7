import BillingServer

enum SampleBooksFilling {
  static func fill(_ test: TestService) throws { try SampleBooks(today: TestService.today).fill(test.books) }
}
