/// The version that `--version` says and that requests carry in User-Agent.
enum Version {
  static let current = "0.1.0"
  static let userAgent = "invoicematic/\(current)"
}
