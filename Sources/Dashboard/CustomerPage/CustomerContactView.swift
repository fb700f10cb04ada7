import Billing
import Store
import TerminalUI

/// Who the customer is and how to reach them: both addresses in a box, or the most important in two lines.
struct CustomerContactView {
  let page: CustomerPage
  let facts: CustomerFacts
  let isWide: Bool
  let figures: Figures

  func draw(in rect: Rect, on frame: inout Frame) {
    guard isWide else { return drawLines(in: rect, on: &frame) }
    let since = row.createdOn.map { " · since \(figures.day($0))" } ?? ""
    Panel(
      title: [Span(page.name, "title")], trailing: [Span("#\(page.id)\(since)", "text.dim")],
      footer: [Span("y", "hint.key"), Span(" copy  ", "hint"), Span("N", "hint.key"), Span(" note", "hint")],
      footerTrailing: [Span("as of \(facts.asOf)", "text.dim")]
    ).draw(in: rect, on: &frame)
    let inside = rect.inset(columns: 2, rows: 1)
    for (index, line) in lines.prefix(inside.height).enumerated() { frame.write(line, in: inside.row(index)) }
  }

  private var row: CustomerRow { facts.overview.customer }

  private var lines: [[Span]] {
    let people = [row.companyName, facts.customer?.prefix, row.contactName].compactMap { $0 }.filter { !$0.isEmpty }
    var lines: [[Span]] = [[Span(people.joined(separator: " · "))]]
    lines.append(labelled("@ ", row.email))
    lines.append(labelled("T ", row.phone) + labelled("   W ", facts.customer?.website))
    return lines.filter { !$0.allSatisfy(\.text.isEmpty) } + addresses
  }

  /// Both addresses; the second is not repeated where it is the first.
  private var addresses: [[Span]] {
    let (billing, shipping) = (facts.customer?.billing?.words ?? [], facts.customer?.shipping?.words ?? [])
    guard !shipping.isEmpty, shipping != billing else {
      let isSame = !shipping.isEmpty
      return address("BILL  ", billing) + (isSame ? [[Span("SHIP  ", "text.dim"), Span("same as billing")]] : [])
    }
    return address("BILL  ", billing) + address("SHIP  ", shipping)
  }

  private func address(_ label: String, _ words: [String]) -> [[Span]] {
    words.enumerated().map { [Span($0 == 0 ? label : "      ", "text.dim"), Span($1)] }
  }

  private func labelled(_ label: String, _ value: String?) -> [Span] {
    guard let value, !value.isEmpty else { return [] }
    return [Span(label, "text.dim"), Span(value)]
  }

  private func drawLines(in rect: Rect, on frame: inout Frame) {
    let first = rect.row(0).inset(columns: 1, rows: 0)
    frame.write(
      [Span(page.name, "title"), Span("  #\(page.id)", "text.dim")] + labelled("  ", row.contactName), in: first)
    frame.write([Span("as of \(facts.asOf)", "text.dim")], in: first.right(12), align: .trailing)
    let place = facts.customer?.billing?.words.dropFirst().first
    frame.write(
      labelled("@ ", row.email) + labelled("  T ", row.phone) + labelled("  ", place),
      in: rect.row(1).inset(columns: 1, rows: 0))
  }
}

extension Address {
  /// In two lines at most: name and street, then the place with its telephone.
  fileprivate var words: [String] {
    func joined(_ parts: [String?], _ separator: String) -> String {
      parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: separator)
    }
    let place = joined([city, state, zip, countryID.flatMap { Country.with(id: $0) }?.name], " ")
    return [joined([name, street], ", "), joined([place, phone], " · ")].filter { !$0.isEmpty }
  }
}
