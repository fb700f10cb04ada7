import BillingAPI
import TerminalUI

/// The request that `^S` would send, in a few lines under a form that has room for it; `^X j` shows all of it.
struct RequestPreviewView {
  static let height = 6
  /// Longer documents are not written out for every key.
  private static let mostLines = 40

  private let picture: FormPicture

  init(_ picture: FormPicture) { self.picture = picture }

  private var form: Form { picture.form }

  func draw(in rect: Rect, on frame: inout Frame) {
    frame.box(
      rect, title: [Span("What will be sent", "title")], trailing: [Span(request, "text.dim")],
      footer: [Span("^X j", "hint.key"), Span(" all of it", "hint")], role: "border")
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, row) in rows(inside).enumerated() {
      frame.write(row, x: inside.x, y: inside.y + index, width: inside.width, role: "text.dim")
    }
  }

  private var request: String {
    let path = "/api/\(form.recordKind.rawValue)"
    return form.kind.editedID.map { "PUT \(path)/\($0)" } ?? "POST \(path)"
  }

  private func rows(_ inside: Rect) -> [String] {
    guard form.lines.count <= Self.mostLines else { return ["\(form.lines.count) lines: too much to show here."] }
    guard let body = picture.reading.body else { return ["Nothing yet: something is still needed."] }
    let edits = form.base.map { form.edits(body, since: $0) }
    if edits?.object?.isEmpty == true { return ["Nothing is changed: there is nothing to send."] }
    let text = String(decoding: (edits ?? body).encoded(), as: UTF8.self)
    let rows = DisplayText.wrapped(text, to: inside.width)
    guard rows.count > inside.height else { return rows }
    return rows.prefix(inside.height - 1) + [rows[inside.height - 1].dropLast(2) + " …"]
  }
}
