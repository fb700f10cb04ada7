internal import BillingAPI

/// The tables of the first version, as the migrations make them.
///
/// Amounts are cents, quantities ten-thousandths, days ISO texts. `discount` and `exchange_rate` are JSON numbers kept
/// as texts, because they are handed on digit by digit. What follows from other columns is generated, never written.
enum Schema {
  static let companyAndLookUps = """
    CREATE TABLE company (
      id INTEGER PRIMARY KEY CHECK (id = 1), name TEXT NOT NULL, slug TEXT NOT NULL, currency_id INTEGER NOT NULL,
      address TEXT, logo TEXT) STRICT;
    CREATE TABLE expense_categories (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE payment_methods (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
    CREATE TABLE units (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
    """

  static let records = """
    CREATE TABLE customers (
      id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, email TEXT COLLATE NOCASE UNIQUE, phone TEXT,
      contact_name TEXT, company_name TEXT, website TEXT, currency_id INTEGER, prefix TEXT,
      created_at TEXT NOT NULL, updated_at TEXT NOT NULL, billing TEXT, shipping TEXT) STRICT;

    CREATE TABLE items (
      id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, description TEXT, price INTEGER NOT NULL,
      unit_id INTEGER REFERENCES units, currency_id INTEGER, tax_per_item TEXT,
      created_at TEXT NOT NULL, updated_at TEXT NOT NULL) STRICT;

    CREATE TABLE invoices (
      id INTEGER PRIMARY KEY AUTOINCREMENT, invoice_date TEXT NOT NULL, due_date TEXT,
      invoice_number TEXT NOT NULL UNIQUE, reference_number TEXT,
      status TEXT NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'SENT', 'VIEWED')),
      discount_type TEXT NOT NULL, discount TEXT NOT NULL, discount_val INTEGER NOT NULL, sub_total INTEGER NOT NULL,
      tax INTEGER NOT NULL, total INTEGER NOT NULL CHECK (total = sub_total - discount_val + tax),
      due_amount INTEGER NOT NULL CHECK (due_amount BETWEEN 0 AND total),
      currency_id INTEGER, exchange_rate TEXT NOT NULL, customer_id INTEGER NOT NULL REFERENCES customers,
      template_name TEXT NOT NULL, unique_hash TEXT NOT NULL, notes TEXT,
      paid_status TEXT NOT NULL GENERATED ALWAYS AS (CASE
        WHEN due_amount = total THEN 'UNPAID' WHEN due_amount = 0 THEN 'PAID' ELSE 'PARTIALLY_PAID' END) VIRTUAL) STRICT;
    \(lines(of: "invoice"))

    CREATE TABLE estimates (
      id INTEGER PRIMARY KEY AUTOINCREMENT, estimate_date TEXT NOT NULL, expiry_date TEXT,
      estimate_number TEXT NOT NULL UNIQUE, reference_number TEXT,
      status TEXT NOT NULL DEFAULT 'DRAFT' CHECK (status IN ('DRAFT', 'SENT', 'VIEWED', 'ACCEPTED', 'REJECTED')),
      discount_type TEXT NOT NULL, discount TEXT NOT NULL, discount_val INTEGER NOT NULL, sub_total INTEGER NOT NULL,
      tax INTEGER NOT NULL, total INTEGER NOT NULL CHECK (total = sub_total - discount_val + tax),
      currency_id INTEGER, exchange_rate TEXT NOT NULL, customer_id INTEGER NOT NULL REFERENCES customers,
      template_name TEXT NOT NULL, unique_hash TEXT NOT NULL, notes TEXT) STRICT;
    \(lines(of: "estimate"))

    CREATE TABLE payments (
      id INTEGER PRIMARY KEY AUTOINCREMENT, payment_number TEXT NOT NULL UNIQUE, payment_date TEXT NOT NULL,
      amount INTEGER NOT NULL CHECK (amount > 0), notes TEXT, customer_id INTEGER NOT NULL REFERENCES customers,
      invoice_id INTEGER REFERENCES invoices, payment_method_id INTEGER REFERENCES payment_methods,
      currency_id INTEGER, exchange_rate TEXT NOT NULL, base_amount INTEGER NOT NULL,
      is_applied INTEGER NOT NULL DEFAULT 1) STRICT;

    CREATE TABLE expenses (
      id INTEGER PRIMARY KEY AUTOINCREMENT, expense_date TEXT NOT NULL, expense_number TEXT NOT NULL UNIQUE,
      amount INTEGER NOT NULL, notes TEXT, customer_id INTEGER REFERENCES customers,
      expense_category_id INTEGER NOT NULL REFERENCES expense_categories, currency_id INTEGER NOT NULL,
      exchange_rate TEXT NOT NULL, base_amount INTEGER NOT NULL,
      payment_method_id INTEGER REFERENCES payment_methods) STRICT;
    """

  private static func lines(of document: String) -> String {
    """
    CREATE TABLE \(document)_lines (
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      \(document)_id INTEGER NOT NULL REFERENCES \(document)s ON DELETE CASCADE, position INTEGER NOT NULL,
      name TEXT NOT NULL, description TEXT, quantity INTEGER NOT NULL, price INTEGER NOT NULL,
      total INTEGER NOT NULL) STRICT;
    CREATE INDEX \(document)_lines_in_order ON \(document)_lines (\(document)_id, position);
    """
  }

  static let indexes = """
    CREATE INDEX invoices_newest_first ON invoices (invoice_date DESC, id DESC);
    CREATE INDEX invoices_of_customer ON invoices (customer_id, invoice_date DESC, id DESC);
    CREATE INDEX open_invoices ON invoices (status, due_date, due_amount) WHERE due_amount > 0 OR total = 0;
    CREATE INDEX paid_invoices ON invoices (invoice_date DESC, id DESC) WHERE due_amount = 0 AND total > 0;
    CREATE INDEX estimates_newest_first ON estimates (estimate_date DESC, id DESC);
    CREATE INDEX estimates_of_customer ON estimates (customer_id, estimate_date DESC, id DESC);
    CREATE INDEX payments_newest_first ON payments (payment_date DESC, id DESC);
    CREATE INDEX payments_of_customer ON payments (customer_id, payment_date DESC, id DESC);
    CREATE INDEX payments_of_invoice ON payments (invoice_id, is_applied, amount);
    CREATE INDEX expenses_newest_first ON expenses (expense_date DESC, id DESC);
    CREATE INDEX expenses_of_customer ON expenses (customer_id, expense_date DESC, id DESC);
    CREATE INDEX customers_newest_first ON customers (created_at DESC, id DESC);
    CREATE INDEX items_newest_first ON items (created_at DESC, id DESC);
    """

  /// How many records of each kind there are, kept by triggers: counting 100,000 for every page would take longer than
  /// the page.
  static let counts =
    "CREATE TABLE record_counts (kind TEXT PRIMARY KEY, count INTEGER NOT NULL) STRICT, WITHOUT ROWID;\n"
    + ResourceKind.allCases.map(\.rawValue).map { kind in
      """
      INSERT INTO record_counts SELECT '\(kind)', count(*) FROM \(kind);
      CREATE TRIGGER \(kind)_counted_in AFTER INSERT ON \(kind)
        BEGIN UPDATE record_counts SET count = count + 1 WHERE kind = '\(kind)'; END;
      CREATE TRIGGER \(kind)_counted_out AFTER DELETE ON \(kind)
        BEGIN UPDATE record_counts SET count = count - 1 WHERE kind = '\(kind)'; END;
      """
    }.joined(separator: "\n")

  /// How many records of each kind there are in each month, kept the same way: a page deep in a list is found by leaving
  /// out whole months, where SQLite would walk over every record before it.
  static let months =
    "CREATE TABLE month_counts (kind TEXT, month TEXT, count INTEGER NOT NULL, PRIMARY KEY (kind, month)) "
    + "STRICT, WITHOUT ROWID;\n"
    + [
      ("invoices", "invoice_date"), ("estimates", "estimate_date"), ("payments", "payment_date"),
      ("expenses", "expense_date"), ("customers", "created_at"), ("items", "created_at"),
    ].map(months).joined(separator: "\n")

  private static func months(of kind: String, by day: String) -> String {
    func came(_ row: String) -> String {
      """
      INSERT INTO month_counts VALUES ('\(kind)', substr(\(row).\(day), 1, 7), 1)
        ON CONFLICT DO UPDATE SET count = count + 1;
      """
    }
    func went(_ row: String) -> String {
      "UPDATE month_counts SET count = count - 1 WHERE kind = '\(kind)' AND month = substr(\(row).\(day), 1, 7);"
    }
    return """
      INSERT INTO month_counts SELECT '\(kind)', substr(\(day), 1, 7), count(*) FROM \(kind) GROUP BY 2;
      CREATE TRIGGER \(kind)_month_in AFTER INSERT ON \(kind) BEGIN \(came("new")) END;
      CREATE TRIGGER \(kind)_month_out AFTER DELETE ON \(kind) BEGIN \(went("old")) END;
      CREATE TRIGGER \(kind)_month_moved AFTER UPDATE OF \(day) ON \(kind)
        WHEN substr(old.\(day), 1, 7) <> substr(new.\(day), 1, 7) BEGIN \(went("old")) \(came("new")) END;
      """
  }

  static let keys = """
    CREATE TABLE api_keys (
      id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, digest BLOB NOT NULL UNIQUE, scopes TEXT NOT NULL,
      allowed_addresses TEXT NOT NULL DEFAULT '', created_at INTEGER NOT NULL, expires_at INTEGER,
      last_used_at INTEGER, revoked_at INTEGER) STRICT;
    CREATE TABLE idempotent_answers (
      caller INTEGER NOT NULL, key TEXT NOT NULL, request BLOB NOT NULL, status INTEGER NOT NULL, body BLOB NOT NULL,
      stored_at INTEGER NOT NULL, PRIMARY KEY (caller, key)) STRICT, WITHOUT ROWID;
    CREATE INDEX idempotent_answers_by_age ON idempotent_answers (stored_at);
    CREATE TABLE hazards (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT, WITHOUT ROWID;
    """

  static let webhooks = """
    CREATE TABLE webhooks (
      id INTEGER PRIMARY KEY AUTOINCREMENT, url TEXT NOT NULL, secret TEXT NOT NULL, events TEXT NOT NULL,
      allows_any_address INTEGER NOT NULL, created_at INTEGER NOT NULL) STRICT;
    CREATE TABLE webhook_deliveries (
      id INTEGER PRIMARY KEY AUTOINCREMENT, webhook_id INTEGER NOT NULL REFERENCES webhooks ON DELETE CASCADE,
      delivery TEXT NOT NULL UNIQUE, event TEXT NOT NULL, record TEXT NOT NULL, body TEXT NOT NULL,
      created_at INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, next_attempt_at INTEGER NOT NULL,
      outcome TEXT, delivered_at INTEGER, failed_at INTEGER) STRICT;
    CREATE INDEX webhook_deliveries_open ON webhook_deliveries (webhook_id, record, id)
      WHERE delivered_at IS NULL AND failed_at IS NULL;
    CREATE TABLE overdue_notices (
      invoice_id INTEGER PRIMARY KEY REFERENCES invoices ON DELETE CASCADE, due_date TEXT NOT NULL) STRICT;
    """
}
