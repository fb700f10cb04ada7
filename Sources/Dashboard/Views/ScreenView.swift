import TerminalUI

/// Draws the whole screen of a state.
///
/// Pure: the same state gives the same frame.
package func view(_ state: State) -> Frame {
  var frame = Frame(size: state.size)
  let layout = ScreenLayout(state)
  guard !layout.isTooSmall else {
    TooSmallView(state: state).draw(on: &frame)
    return frame
  }
  switch state.phase {
  case .welcome(let welcome): WelcomeView(welcome: welcome).draw(in: layout.bounds, on: &frame)
  case .opening(let sentence): OpeningView(sentence: sentence).draw(in: layout.bounds, on: &frame)
  case .working: drawWork(state, layout, on: &frame)
  }
  OverlayView(state: state).draw(in: layout.bounds, on: &frame)
  return frame
}

private func drawWork(_ state: State, _ layout: ScreenLayout, on frame: inout Frame) {
  // Made once for the pane and for the check line.
  let record = state.selectedList?.detail.map { DetailPage($0, state.figures) }
  let form = state.forms.last.map { FormPicture($0, state.figures) }
  let check = state.pages.last.map { $0.content.check } ?? record?.check
  ChromeView(state: state, layout: layout, check: check, form: form).draw(on: &frame)
  if let form {
    FormView(picture: form, under: state.forms.dropLast().last, state: state)
      .draw(in: layout.body, on: &frame)
  } else if let page = state.pages.last {
    PageView(page: page, state: state).draw(in: layout.body, on: &frame)
  } else if state.section == .start {
    OverviewView(state: state).draw(in: layout.body, on: &frame)
  } else {
    ListScreenView(state: state, layout: layout, record: record).draw(on: &frame)
  }
  LongNoticeView(state: state, layout: layout).draw(on: &frame)
}

/// The one line that a screen too small for anything shows; what was typed is kept.
struct TooSmallView {
  let state: State

  func draw(on frame: inout Frame) {
    let needed = ScreenLayout.minimum
    let kept = state.forms.isEmpty ? "" : " What you typed is kept."
    let text = "Too small: \(needed.width)x\(needed.height) at least.\(kept)"
    for (row, line) in DisplayText.wrapped(text, to: max(1, frame.size.width)).enumerated() {
      frame.write(line, x: 0, y: row, role: "warning")
    }
  }
}
