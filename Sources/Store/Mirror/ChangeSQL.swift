/// The statements that note what pages changed in what was known of one kind, for the latest activity.
struct ChangeSQL {
  let table: MirrorTable

  static let staging = """
    CREATE TEMP TABLE IF NOT EXISTS before (id INTEGER PRIMARY KEY, status TEXT, balance INTEGER, content TEXT)
    """

  /// The log, of which the newest thousand are kept.
  static let creation = """
    CREATE TABLE IF NOT EXISTS changes (
      place INTEGER PRIMARY KEY, kind TEXT NOT NULL, id INTEGER NOT NULL, seen INTEGER NOT NULL, change TEXT NOT NULL,
      label TEXT, old_status TEXT, new_status TEXT, old_balance INTEGER, new_balance INTEGER
    ) STRICT;
    """

  static let trim = "DELETE FROM changes WHERE place <= (SELECT max(place) FROM changes) - 1000"

  /// What the records that differ were like.
  var capture: String {
    """
    INSERT INTO before (id, status, balance, content) SELECT id, \(status), \(balance), \(content)
    FROM \(table.name) WHERE id IN (SELECT id FROM intake WHERE fresh = 2)
    """
  }

  /// Records that came although their list had been loaded in full. Bound: kind, asOf.
  var noteNew: String {
    """
    INSERT INTO changes (kind, id, seen, change, label) SELECT :kind, id, :asOf, 'appeared', \(label)
    FROM \(table.name) WHERE id IN (SELECT id FROM intake WHERE fresh = 2 EXCEPT SELECT id FROM before)
    AND EXISTS (SELECT 1 FROM fetched WHERE kind = :kind AND next_page = 0)
    """
  }

  /// Records that are not what they were. Bound: kind, asOf.
  var noteChanged: String {
    """
    INSERT INTO changes (kind, id, seen, change, label, old_status, new_status, old_balance, new_balance)
    SELECT :kind, id, :asOf, CASE WHEN before.status IS NOT \(status) THEN 'status' \
    WHEN before.balance IS NOT \(balance) THEN 'balance' ELSE 'edited' END, \(label), \
    before.status, \(status), before.balance, \(balance)
    FROM before JOIN \(table.name) USING (id) WHERE before.content IS NOT \(content)
    """
  }

  /// A record that the service no longer has. Bound: kind, id, asOf.
  var noteRemoved: String {
    """
    INSERT INTO changes (kind, id, seen, change, label) SELECT :kind, id, :asOf, 'removed', \(label)
    FROM \(table.name) WHERE id = :id
    """
  }

  private var status: String { table.hasColumn("status") ? "\(table.name).status" : "NULL" }
  private var balance: String { table.hasColumn("due_amount") ? "\(table.name).due_amount" : "NULL" }
  private var label: String { "\(table.name).\(table.hasNumber ? "number" : "name")" }

  /// All that is typed but the name and address of the customer, who may change without a document being touched.
  private var content: String {
    let names = table.columns.map(\.name).filter { !["customer_name", "customer_email"].contains($0) }
    return "json_array(\(names.map { "\(table.name).\($0)" }.joined(separator: ", ")))"
  }
}
