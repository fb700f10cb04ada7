import TerminalUI

extension Registry {
  static let viewCommands: [Command] = [
    Command(
      "view.zoom", "Zoom", help: "Gives the record the whole screen, and back.", group: .view, modes: [.list],
      keys: ["z"], availability: { $0.selectedID == nil ? .absent : .available }
    ) { state, _ in state.isZoomed ? state.goUp() : state.zoom() },
    Command(
      "view.preview", "Place of the preview",
      help: "Shows the selected record beside the list, below it, or not at all.",
      group: .view, modes: [.list], keys: ["P"], availability: onlyInLists
    ) { state, _ in state.movePreview() },
    Command(
      "view.wider", "Wider preview", help: "Gives the selected record more columns, and the list fewer.", group: .view,
      modes: [.list], keys: ["<"], availability: { $0.hasPreviewBeside ? .available : .absent }
    ) { state, _ in state.widenPreview(1) },
    Command(
      "view.narrower", "Narrower preview", help: "Gives the list more columns, and the selected record fewer.",
      group: .view, modes: [.list], keys: [">"], availability: { $0.hasPreviewBeside ? .available : .absent }
    ) { state, _ in state.widenPreview(-1) },
    Command(
      "view.refresh", "Refresh", help: "Reads the newest page of this list from the service again.", group: .view,
      modes: [.list], keys: ["R"], hint: .init("refresh", 20)
    ) { state, _ in state.refresh() },
    Command(
      "view.reread", "Read again", help: "Reads the selected record from the service again.", group: .view,
      modes: [.list], keys: ["r"], availability: { $0.selectedID == nil ? .absent : .available }
    ) { state, _ in
      guard let kind = state.section.kind, let id = state.selectedID else { return [] }
      return [.refreshRecord(kind, id: id)]
    },
    Command(
      "view.more", "Load the next page", help: "Fetches the next page of this list from the service.", group: .view,
      modes: [.list], keys: ["+"], availability: onlyInLists
    ) { state, _ in state.section.kind.map { [.fetchMore($0)] } ?? [] },
    Command(
      "view.redraw", "Redraw", help: "Draws the whole screen anew.", group: .view, modes: Set(Mode.allCases),
      keys: ["^L"]
    ) { _, _ in [.redraw] },
  ]
}
