import Foundation
internal import GRDB

extension LocalStore {
  /// What was learned of the service by trying, such as a status that it does not take.
  package func serviceTraits() throws(StoreError) -> Set<String> {
    try read { Set(try String.fetchAll($0, sql: "SELECT name FROM service_traits")) }
  }

  package func keepServiceTrait(_ name: String) throws(StoreError) {
    try write { try $0.execute(sql: "INSERT OR IGNORE INTO service_traits (name) VALUES (?)", arguments: [name]) }
  }
}
