internal import GRDB

/// Finds the place of a page in a whole list by how many records each month has.
struct MonthIndex {
  let definition: ResourceDefinition
  let database: Database

  /// Reads from the newest record of the month that the page begins in.
  func window(offset: Int, limit: Int) throws -> PageWindow {
    let select = try database.cachedStatement(
      sql: "SELECT month, count FROM month_counts WHERE kind = ? ORDER BY month DESC")
    let months = try Row.fetchCursor(select, arguments: [definition.table])
    var newer = 0
    while let month = try months.next() {
      let count: Int = month["count"]
      if newer + count > offset {
        var window = PageWindow(count: limit, skipped: offset - newer)
        // Behind every day of the month, in the order of bytes.
        window.bound = "\(month["month"] as String)~"
        window.condition = "r.\(definition.dayColumn) < :bound"
        return window
      }
      newer += count
    }
    return PageWindow(count: limit, skipped: offset)
  }
}
