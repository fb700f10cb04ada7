import ArgumentParser

/// Where the service is to take connections: `127.0.0.1:8080`, `[::1]:8080`.
struct ListenOption: ExpressibleByArgument, Hashable {
  var host = "127.0.0.1"
  /// 0 takes any that is free.
  var port = 8080

  init() {}

  init?(argument: String) {
    guard let colon = argument.lastIndex(of: ":"), let port = Int(argument[argument.index(after: colon)...]),
      (0...65_535).contains(port)
    else { return nil }
    let host = argument[..<colon]
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    guard !host.isEmpty, isBracketed || !host.contains(":") else { return nil }
    self.host = String(isBracketed ? host.dropFirst().dropLast() : host)
    self.port = port
  }

  /// Whether only this machine can connect.
  var isLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }
}
