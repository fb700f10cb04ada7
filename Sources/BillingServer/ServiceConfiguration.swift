package import Logging

/// How the service behaves towards the outside.
package struct ServiceConfiguration: Sendable {
  /// The version that the API documentation shows.
  package static let documentedVersion = "2.2.0"

  package var limits = ServiceLimits()
  package var clock = ServiceClock.system
  /// Says nothing unless told otherwise: an embedded service must not write on its program's screen.
  package var logger = Logger(label: "invoicematic.service") { _ in SwiftLogNoOpLogHandler() }

  package init() {}
}

/// What one caller can cost the service at most.
package struct ServiceLimits: Hashable, Sendable {
  /// Bytes of a body.
  package var bodySize = 1 << 20
  /// Bytes beyond it that are read and thrown away, so that the sender still gets to see why it was refused.
  package var drainedSize = 16 << 20
  /// Bytes of all headers together.
  package var headerSize = 32 << 10
  package var headerCount = 100
  package var connections = 2_048
  /// How long a connection may be silent, and a header take to arrive.
  package var idleTime = Duration.seconds(60)
  /// How long a body may take to arrive.
  package var bodyTime = Duration.seconds(30)
  /// How long requests in progress may take to end when the service stops.
  package var stopTime = Duration.milliseconds(800)

  package init() {}
}
