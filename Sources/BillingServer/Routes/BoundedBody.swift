internal import Hummingbird

/// Reads a body within the bounds of size and time.
struct BoundedBody {
  let limits: ServiceLimits

  func bytes(of body: RequestBody) async throws -> [UInt8] {
    try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
      let limits = limits
      group.addTask { try await Self.collect(body, limits) }
      group.addTask {
        try await Task.sleep(for: limits.bodyTime)
        return nil
      }
      defer { group.cancelAll() }
      guard let bytes = try await group.next() ?? nil else { throw Refusal.timedOut }
      return bytes
    }
  }

  private static func collect(_ body: RequestBody, _ limits: ServiceLimits) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    var size = 0
    for try await buffer in body {
      size += buffer.readableBytes
      if size <= limits.bodySize { bytes.append(contentsOf: buffer.readableBytesView) }
      if size > limits.drainedSize { throw Refusal.tooLarge }
    }
    guard size <= limits.bodySize else { throw Refusal.tooLarge }
    return bytes
  }
}
