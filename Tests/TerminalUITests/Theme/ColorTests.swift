import Testing

@testable import TerminalUI

@Suite struct ColorTests {
  @Test(
    arguments: [
      ("default", .terminal), ("red", .palette(1)), ("Bright-Red", .palette(9)), ("gray", .palette(8)),
      ("0", .palette(0)),
      ("255", .palette(255)), ("#ff8000", .rgb(red: 255, green: 128, blue: 0)),
      ("#FFFFFF", .rgb(red: 255, green: 255, blue: 255)),
      ("256", nil), ("-1", nil), ("#fff", nil), ("#gggggg", nil), ("#+12345", nil), ("", nil), ("rot", nil),
      ("bright-", nil),
    ] as [(String, Color?)])
  func `colours are read as theme files write them`(text: String, color: Color?) {
    #expect(Color(parsing: text) == color)
  }

  @Test(
    arguments: [
      (.rgb(red: 255, green: 0, blue: 0), .colors256, .palette(196)),
      (.rgb(red: 8, green: 8, blue: 8), .colors256, .palette(232)),
      (.rgb(red: 254, green: 2, blue: 3), .colors16, .palette(9)),
      (.rgb(red: 200, green: 10, blue: 10), .colors16, .palette(1)),
      (.rgb(red: 1, green: 2, blue: 3), .truecolor, .rgb(red: 1, green: 2, blue: 3)),
      (.palette(9), .colors16, .palette(9)),
      (.palette(9), .colors8, .palette(1)), (.palette(196), .colors16, .palette(9)),
      (.palette(21), .colors256, .palette(21)),
      (.palette(3), .colors8, .palette(3)), (.terminal, .colors8, .terminal), (.palette(1), .monochrome, .terminal),
      (.rgb(red: 255, green: 255, blue: 255), .colors8, .palette(7)),
    ] as [(Color, ColorDepth, Color)])
  func `a colour becomes the nearest that there is`(color: Color, depth: ColorDepth, nearest: Color) {
    #expect(color.reduced(to: depth) == nearest)
  }

  @Test func `every colour fits the depth it is reduced to`() {
    for number in UInt8.min...UInt8.max {
      let rgb = Color.rgb(red: number, green: 255 - number, blue: number / 2)
      for (depth, limit) in [(ColorDepth.colors8, 8), (.colors16, 16), (.colors256, 256)] {
        for color in [Color.palette(number), rgb] {
          guard case .palette(let result) = color.reduced(to: depth) else {
            Issue.record("\(color) at \(depth)")
            continue
          }
          #expect(Int(result) < limit)
        }
      }
    }
  }
}
