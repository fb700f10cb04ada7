import Billing
import BillingAPI
import Store
import TerminalUI

/// What frames every screen: whose books, the sections, the strip, the state line and the hints.
struct ChromeView {
  let state: State
  let layout: ScreenLayout
  /// What was checked of what is shown.
  let check: [Span]?
  /// The form on top, with what it means.
  let form: FormPicture?

  func draw(on frame: inout Frame) {
    titleBar.draw(in: layout.title, on: &frame)
    tabs.draw(in: layout.tabs, on: &frame)
    if layout.strip != layout.stateLine {
      drawStrip(in: layout.strip, on: &frame)
      stateLine.draw(in: layout.stateLine, on: &frame)
    } else if isStateLineCovered {
      drawStrip(in: layout.strip, on: &frame)
    } else {
      stateLine.draw(in: layout.stateLine, on: &frame)
    }
    HintsView(state: state).draw(in: layout.hints, on: &frame)
  }

  // MARK: Title

  /// With as much of the way here as fits; its end says where one is.
  private var titleBar: StatusBar {
    let bars = crumbs.indices.map { titleBar(($0 == 0 ? "" : "… ▸ ") + crumbs[$0...].joined(separator: " ▸ ")) }
    return bars.first { $0.kept(in: layout.title.width - 2).contains(1) } ?? bars[0]
  }

  private func titleBar(_ path: String) -> StatusBar {
    let company = state.session.company?.name ?? "…"
    let place = [
      StatusSegment(
        [
          Span("◆ ", profileRole), Span(company, "title"), Span(" · ", "text.dim"),
          Span(state.session.label, profileRole),
        ], priority: 100)
    ]
    return StatusBar(
      leading: place + [StatusSegment([Span("▸ ", "text.dim"), Span(path, "text.strong")], priority: 80)],
      trailing: coveredSweep + [
        StatusSegment(connection, priority: 90),
        StatusSegment(
          state.session.isReadOnly ? "ro" : "rw", role: state.session.isReadOnly ? "warning" : "text.dim", priority: 85),
      ])
  }

  /// How far the background is, while something else stands where the state line says so.
  private var coveredSweep: [StatusSegment] { isStateLineCovered ? StateLineView(state: state).sweep : [] }

  private var profileRole: Role {
    switch state.session.place {
    case .demo: "profile.demo"
    case .local: "profile.local"
    case .remote: "profile.remote"
    }
  }

  private var crumbs: [String] {
    if let form { return [form.form.heading] }
    return [state.section.title] + [zoomedRecord].compactMap { $0 } + state.pages.map(\.content.title)
  }

  /// The record that fills the screen, or did before a page was opened over it.
  private var zoomedRecord: String? {
    guard let kind = state.section.kind, state.isZoomed, let row = state.selectedRow else { return nil }
    return AnyResource.of(kind).title(row)
  }

  private var connection: [Span] {
    switch state.session.connection {
    case .connecting: [Span("⟳ connecting", "connection.stale")]
    case .live: [Span("● live", "connection.live")]
    case .off: [Span("✗ off", "connection.off")]
    }
  }

  // MARK: Tabs

  private var tabs: Tabs {
    Tabs(
      Section.allCases.map { section in
        Tabs.Tab("\(section.digit) \(section.title)", detail: section.kind.map(count) ?? "")
      }, current: state.section.digit - 1)
  }

  /// How many records there are, as far as the service has said.
  private func count(_ kind: ResourceKind) -> String {
    guard let completeness = state.lists[kind]?.completeness else { return "" }
    let figures = state.figures
    return completeness.total.map(figures.count)
      ?? (completeness.loaded > 0 ? "\(figures.count(completeness.loaded))+" : "")
  }

  // MARK: Foot

  /// What the focused field or the filter needs said; it takes the strip.
  private var pendingCheck: [Span]? {
    guard let form else {
      if !state.pages.isEmpty { return nil }
      if state.isFilterFocused { return nil }
      return state.selectedList?.filterProblem.map { [Span($0.sentence, "warning")] }
    }
    return FormAdvice(picture: form).spans
  }

  /// On small screens what is to be said takes the row of the state line.
  private var isStateLineCovered: Bool {
    layout.strip == layout.stateLine && (state.notice != nil || pendingCheck != nil || state.heldBatch != nil)
  }

  private func drawStrip(in row: Rect, on frame: inout Frame) {
    let room = row.inset(columns: 1, rows: 0)
    if let held = BatchStrip(state: state).spans {
      frame.write([Span("▏", "warning")] + held, in: room)
    } else if let notice = state.notice {
      let tone = notice.tone
      frame.write([Span("▏", tone.role), Span(notice.text, tone.role)], in: room)
    } else if let spans = pendingCheck ?? check {
      frame.write([Span("▏", "text.dim")] + spans, in: room)
    }
  }

  private var stateLine: StatusBar { StateLineView(state: state).bar }
}
