import Store

/// What the start page says of the books: all of it about what is loaded, and it says so.
package struct StartPage: Sendable, Equatable {
  package let figures: StartFigures
  /// The invoices that want attention: late ones, the largest times the latest first.
  package let attention: [InvoiceRow]

  package init(figures: StartFigures, attention: [InvoiceRow]) {
    self.figures = figures
    self.attention = attention
  }
}
