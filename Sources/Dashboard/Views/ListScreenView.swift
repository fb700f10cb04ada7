import TerminalUI

/// A section: quick filters, the filter line, the list, and the selected record beside or below it.
struct ListScreenView {
  let state: State
  let layout: ScreenLayout
  /// The list's record as lines.
  let record: DetailPage?

  func draw(on frame: inout Frame) {
    guard let list = state.selectedList else { return }
    let line = FilterLineView(
      list: list, figures: state.figures, layout: layout, hasCaret: state.showsFilterCaret)
    if !state.isZoomed {
      drawChips(list, on: &frame)
      line.draw(on: &frame)
      ListView(list: list, figures: state.figures, layout: layout).draw(on: &frame)
    }
    if !layout.detail.isEmpty {
      RecordView(state: state, list: list, record: record).draw(in: layout.detail, on: &frame)
    }
    line.drawBelow(on: &frame)
  }

  private func drawChips(_ list: ListState, on frame: inout Frame) {
    let chips = state.chips(list.kind)
    Chips(chips.map { state.label(of: $0, list) }, current: state.currentChip(list.kind))
      .draw(in: layout.chips.inset(columns: 1, rows: 0), on: &frame)
  }
}
