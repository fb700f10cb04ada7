import Glibc
import Testing

@testable import CursesTerminal

/// What stands between ncurses and the terminal while a frame is drawn.
struct FrameOutputTests {
  @Test func `nothing of a frame goes out before all of it is drawn`() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let output = FrameOutput(stream: ends[1])
    var early: Int32 = -1
    output.send {
      FrameOutput.write(Array("half a ".utf8)[...], to: ends[1])
      FrameOutput.write(Array("frame".utf8)[...], to: ends[1])
      early = Self.waiting(ends[0])
    }
    #expect(early == 0)
    #expect(Self.text(ends[0]) == "half a frame")
  }

  @Test func `a shorter frame has nothing of the longer one before it`() throws {
    var ends: [Int32] = [-1, -1]
    try #require(pipe(&ends) == 0)
    defer { ends.forEach { close($0) } }
    let output = FrameOutput(stream: ends[1])
    for frame in ["a long frame", "short", ""] {
      output.send { FrameOutput.write(Array(frame.utf8)[...], to: ends[1]) }
      #expect(Self.waiting(ends[0]) == frame.utf8.count)
      if !frame.isEmpty { #expect(Self.text(ends[0]) == frame) }
    }
  }

  /// How many bytes can be read.
  private static func waiting(_ descriptor: Int32) -> Int32 {
    var count: Int32 = 0
    return ioctl(descriptor, UInt(FIONREAD), &count) == 0 ? count : -1
  }

  private static func text(_ descriptor: Int32) -> String {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(descriptor, &bytes, bytes.count)
    return String(decoding: bytes.prefix(max(0, count)), as: UTF8.self)
  }
}
