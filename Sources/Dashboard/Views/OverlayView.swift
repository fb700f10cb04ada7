import BillingAPI
import Store
import TerminalUI

/// What lies over the screen.
struct OverlayView {
  let state: State

  func draw(in bounds: Rect, on frame: inout Frame) {
    if state.overlays.isEmpty, state.showsPendingKeys { drawContinuations(in: bounds, on: &frame) }
    for overlay in state.overlays { draw(overlay, in: bounds, on: &frame) }
  }

  private func draw(_ overlay: Overlay, in bounds: Rect, on frame: inout Frame) {
    frame.caret = nil
    switch overlay {
    case .palette(let picker):
      PickerView(
        state: picker, title: "Commands", placeholder: "Type to search",
        trailing: state.forms.isEmpty ? OmniboxFrame.siblings(of: ":") : []
      ).draw(in: OmniboxFrame.place(in: bounds), on: &frame)
    case .actions(let picker):
      let rect = bounds.centered(Size(width: 70, height: min(16, picker.items.count + 5)))
      PickerView(state: picker, title: state.selectedTitle ?? "Actions", placeholder: "What to do")
        .draw(in: rect, on: &frame)
    case .bulkActions(let picker):
      let rect = bounds.centered(Size(width: 72, height: min(18, picker.items.count + 5)))
      let marks = state.selectedList.map { MarksLine(list: $0, figures: state.figures).spans(in: 46) } ?? []
      PickerView(state: picker, title: "With the marked", placeholder: "What to do", trailing: marks)
        .draw(in: rect, on: &frame)
    case .help(let help): HelpView(help: help, state: state).draw(in: bounds, on: &frame)
    case .finder(let finder):
      FinderView(
        finder: finder, figures: state.figures,
        invoices: state.lists[.invoices]?.completeness ?? Completeness(loaded: 0, total: nil, oldest: nil)
      ).draw(in: bounds, on: &frame)
    case .frequency(let table): FrequencyView(table: table, state: state).draw(in: bounds, on: &frame)
    case .columns(let menu): ColumnMenuView(menu: menu).draw(in: bounds, on: &frame)
    case .views(let menu): ViewMenuView(menu: menu).draw(in: bounds, on: &frame)
    case .sort(let menu): SortMenuView(menu: menu, sort: state.lists[menu.kind]?.sort).draw(in: bounds, on: &frame)
    case .jump(let labels): JumpView(labels: labels).draw(over: ScreenLayout(state).table, on: &frame)
    case .question(let question): question.dialog.draw(in: bounds, on: &frame)
    case .drafts(let list): drawDrafts(list, in: bounds, on: &frame)
    case .bulkValues(let values): BulkValuesView(values: values, figures: state.figures).draw(in: bounds, on: &frame)
    case .runConfirmation(let confirmation): draw(confirmation, in: bounds, on: &frame)
    case .runs(let menu): drawRuns(menu, in: bounds, on: &frame)
    case .export(let menu): ExportMenuView(menu: menu).draw(in: bounds, on: &frame)
    case .path(let prompt): PathPromptView(prompt: prompt).draw(in: bounds, on: &frame)
    case .invoicePicker(let picking):
      PickerView(state: picking.picker, title: "Which invoice does row \(picking.place + 1) pay?")
        .draw(in: OmniboxFrame.place(in: bounds), on: &frame)
    case .sittings(let list): drawSittings(list, in: bounds, on: &frame)
    case .calendar(let calendar):
      CalendarView(calendar: calendar, today: state.figures.today)
        .draw(in: bounds.centered(CalendarView.size), on: &frame)
    case .text(let page): TextPageView(page: page).draw(on: &frame)
    case .confirmation(let confirmation): TypedConfirmationView(confirmation: confirmation).draw(in: bounds, on: &frame)
    case .note(let editor): NoteView(editor: editor).draw(in: bounds, on: &frame)
    }
  }

  private func drawDrafts(_ list: DraftList, in bounds: Rect, on frame: inout Frame) {
    let drafts = list.drafts ?? []
    let rect = bounds.centered(Size(width: 64, height: max(3, min(14, drafts.count + 2))))
    let empty = list.drafts == nil ? "Reading…" : "No drafts: everything that was begun is saved."
    drawMenu(
      title: "Drafts", rows: drafts.isEmpty ? [(empty, "")] : drafts.map { ($0.words, $0.savedAt) },
      selected: drafts.isEmpty ? nil : list.selected, footer: "⏎ resume  X discard  Esc", in: rect, on: &frame)
  }

  private func draw(_ confirmation: RunConfirmation, in bounds: Rect, on frame: inout Frame) {
    confirmation.dialog.draw(in: bounds, on: &frame)
    let rect = bounds.centered(confirmation.dialog.size(in: bounds.size)).inset(columns: 2, rows: 1).bottom(1)
    TextFieldView(
      field: confirmation.field, placeholder: String(confirmation.rows), isFocused: true, role: "text.strong"
    ).draw(in: rect, on: &frame)
  }

  private func drawRuns(_ menu: RunMenu, in bounds: Rect, on frame: inout Frame) {
    let runs = menu.runs ?? []
    let rect = bounds.centered(Size(width: 72, height: max(3, min(14, runs.count + 2))))
    let empty = menu.runs == nil ? "Reading…" : "No plan was run yet: b in a list with marks begins one."
    let rows = runs.map { run in
      let summary = run.summary
      let failed = summary.failed > 0 ? ", \(summary.failed) failed" : ""
      return (
        "\(summary.action.verb.capitalizedFirst) · \(summary.standing)",
        "\(summary.done)/\(summary.rows) done\(failed)  \(run.began)"
      )
    }
    drawMenu(
      title: "Bulk runs", rows: rows.isEmpty ? [(empty, "")] : rows, selected: rows.isEmpty ? nil : menu.selected,
      footer: "⏎ open  Esc", in: rect, on: &frame)
  }

  private func drawSittings(_ list: SittingList, in bounds: Rect, on frame: inout Frame) {
    let sittings = list.sittings ?? []
    let rect = bounds.centered(Size(width: 72, height: max(3, min(14, sittings.count + 2))))
    let empty = list.sittings == nil ? "Reading…" : "No review was begun: gr in a list begins one."
    let rows = sittings.map { sitting in
      let flagged = sitting.flagged > 0 ? ", \(sitting.flagged) flagged" : ""
      return (
        sitting.title.capitalizedFirst, "\(sitting.decided)/\(sitting.records) decided\(flagged)  \(sitting.changed)"
      )
    }
    drawMenu(
      title: "Reviews", rows: rows.isEmpty ? [(empty, "")] : rows, selected: rows.isEmpty ? nil : list.selected,
      footer: "⏎ go on  X throw away  Esc", in: rect, on: &frame)
  }

  private func drawMenu(
    title: String, rows: [(String, String)], selected: Int?, footer: String, in rect: Rect, on frame: inout Frame
  ) {
    frame.fill(rect, ground: "overlay")
    frame.box(
      rect, title: [Span(title, "overlay.title")], footer: [Span(footer, "hint")], style: .heavy,
      role: "overlay.border")
    let inside = rect.inset(columns: 1, rows: 1)
    var viewport = ListViewport()
    viewport.follow(selected: selected ?? 0, count: rows.count, height: inside.height, margin: 1)
    for (line, index) in viewport.visible(count: rows.count, height: inside.height).enumerated() {
      let row = inside.row(line)
      if index == selected {
        frame.paint(row, ground: "selection")
        frame.write("▶", x: row.x, y: row.y, role: "selection.mark")
      }
      let room = row.inset(columns: 2, rows: 0)
      frame.write(rows[index].0, x: room.x, y: room.y, width: room.width)
      frame.write(rows[index].1, x: room.x, y: room.y, width: room.width, role: "text.dim", align: .trailing)
    }
  }

  /// What can follow the key that was pressed, after a moment.
  private func drawContinuations(in bounds: Rect, on frame: inout Frame) {
    guard case .prefix(let commands) = Registry.keymap.match(state.pendingKeys, in: state.mode) else { return }
    let rows = commands.compactMap { command -> (String, String)? in
      guard command.availability(state) != .absent,
        let keys = command.keys.first(where: { $0.starts(with: state.pendingKeys) })
      else { return nil }
      return ("\(keys)  \(command.title)", "")
    }
    let size = Size(width: 36, height: rows.count + 2)
    let place = bounds.above(2)
    let rect = Rect(
      x: max(0, place.maxX - size.width - 1), y: max(0, place.maxY - size.height), width: min(size.width, place.width),
      height: min(size.height, place.height))
    drawMenu(
      title: state.pendingKeys.map(\.description).joined(separator: " ") + " …", rows: rows, selected: nil,
      footer: "Esc",
      in: rect, on: &frame)
  }
}
