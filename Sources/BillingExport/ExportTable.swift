package import Billing

/// One value of an exported row.
package enum ExportValue: Hashable, Sendable {
  case text(String)
  case money(Money)
  case quantity(Quantity)
  case day(CalendarDate)
  case integer(Int64)
  case empty
}

/// A column of an export: its heading for people, and its name for programs.
package struct ExportColumn: Hashable, Sendable {
  package var title: String
  /// As the API calls the field, where it is one: the name in JSON.
  package var name: String

  package init(title: String, name: String) {
    self.title = title
    self.name = name
  }
}

/// Turns rows into lines of text, one after the other, so that a long list is never held as a whole.
package protocol ExportFormat: Sendable {
  /// What stands before the first row; empty where nothing does.
  func beginning(_ columns: [ExportColumn]) -> String
  /// One row with the line break after it. A value that is missing at the end is empty.
  func row(_ values: [ExportValue], _ columns: [ExportColumn]) -> String
}
