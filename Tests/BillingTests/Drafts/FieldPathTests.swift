import Billing
import Testing

struct FieldPathTests {
  @Test func `a field of a line knows its line and its name`() {
    let path = FieldPath.line(1, "quantity")
    #expect(path.text == "items.1.quantity")
    #expect(path.lineIndex == 1)
    #expect(path.lastName == "quantity")
    #expect(path == FieldPath("items.1.quantity"))
  }

  @Test func `a field of the record has no line`() {
    let path: FieldPath = "due_date"
    #expect(path.lineIndex == nil)
    #expect(path.lastName == "due_date")
    #expect(FieldPath("billing.city").lastName == "city")
    #expect(FieldPath("items").lineIndex == nil)
    #expect(FieldPath("items.x.name").lineIndex == nil)
    #expect(FieldPath("").lastName == "")
  }
}

struct EmailAddressTests {
  @Test(arguments: ["jane@example.com", "a@b", "jos\u{00E9}@example.com", "a.b+c@mail.example.org"])
  func `one at sign between two parts is plausible`(text: String) {
    #expect(EmailAddress.isPlausible(text))
  }

  @Test(arguments: [
    "", "jane", "@example.com", "jane@", "a@b@c", "jane doe@example.com", "a@b\n", "a\u{0000}@b", "a@\u{00A0}b",
  ])
  func `anything else is not`(text: String) {
    #expect(!EmailAddress.isPlausible(text))
  }
}
