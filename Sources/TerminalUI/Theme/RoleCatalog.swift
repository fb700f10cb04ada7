/// Every role that the program draws with: what theme files may name, and what the documentation lists.
package enum RoleCatalog {
  /// The roles with their meaning in a line each, in the order of the documentation.
  package static let entries: [(Role, String)] = texts + frames + lists + statuses + fields + messages + charts + places

  /// Whether a theme file may name a role: one of the list, or one that some of the list fall back to.
  package static func isKnown(_ role: Role) -> Bool { known.contains(role) }

  private static let known = Set(entries.flatMap { $0.0.fallbacks })

  private static let texts: [(Role, String)] = [
    ("text", "plain text; what every other role falls back to"),
    ("text.dim", "what matters less; all that lies under an overlay"),
    ("text.strong", "what matters more"),
    ("heading", "a heading within a panel"),
    ("title", "the title of a panel and of the screen"),
    ("money", "an amount"),
    ("money.negative", "an amount below zero"),
    ("money.strong", "the amount that a screen is about"),
    ("disabled", "what cannot be used now"),
    ("search.match", "the part of a text that a search found"),
    ("link", "an address that can be opened"),
  ]

  private static let frames: [(Role, String)] = [
    ("surface", "the ground of everything"),
    ("border", "the border of a panel"),
    ("border.focused", "the border of the panel that keys go to"),
    ("overlay", "the ground of what lies above the screen"),
    ("overlay.border", "the border of an overlay"),
    ("overlay.title", "the title of an overlay"),
    ("tab", "a section"),
    ("tab.current", "the section that is shown"),
    ("tab.count", "the count behind a section"),
    ("chip", "a filter that can be chosen"),
    ("chip.current", "the filter that applies"),
    ("hint", "what a key does"),
    ("hint.key", "the key in a hint"),
    ("mode", "the mode that keys are read in"),
  ]

  private static let lists: [(Role, String)] = [
    ("header", "the header of a table"),
    ("header.current", "the header of the column that keys are about"),
    ("header.sorted", "the arrow of a column that sorts"),
    ("selection", "the ground of the selected row"),
    ("selection.unfocused", "the ground of the selected row while keys go elsewhere"),
    ("selection.mark", "the sign before the selected row"),
    ("marked", "the sign before a marked row"),
  ]

  private static let statuses: [(Role, String)] = [
    ("status", "the status of a record"),
    ("status.draft", "not sent yet"),
    ("status.sent", "sent"),
    ("status.viewed", "seen by the customer"),
    ("status.partial", "paid in part"),
    ("status.paid", "paid in full"),
    ("status.completed", "done"),
    ("status.overdue", "past its due date"),
    ("status.accepted", "accepted by the customer"),
    ("status.rejected", "turned down by the customer"),
    ("status.expired", "no longer valid"),
  ]

  private static let fields: [(Role, String)] = [
    ("field", "the ground of a field"),
    ("field.focused", "the ground of the field that keys go to"),
    ("field.error", "the ground of a field whose value is wrong"),
    ("field.text", "the value of a field"),
    ("field.placeholder", "what an empty field says"),
    ("field.label", "the name of a field"),
    ("field.label.focused", "the name of the field that keys go to"),
    ("input.caret", "the place where typed text appears"),
  ]

  private static let messages: [(Role, String)] = [
    ("error", "what went wrong"),
    ("warning", "what to look at before going on"),
    ("ok", "what succeeded"),
    ("info", "what is worth knowing"),
  ]

  private static let charts: [(Role, String)] = [
    ("progress", "the part that is done"),
    ("progress.track", "the part that is to come"),
    ("chart", "a chart"),
    ("chart.invoiced", "amounts invoiced"),
    ("chart.received", "amounts received"),
    ("chart.overdue", "amounts overdue"),
    ("chart.axis", "the scale of a chart"),
  ]

  private static let places: [(Role, String)] = [
    ("connection.live", "the service answers"),
    ("connection.stale", "what is shown was true at the time that is said"),
    ("connection.off", "the service does not answer"),
    ("profile", "the profile in use"),
    ("profile.demo", "the profile of the built-in demo"),
    ("profile.local", "a service on this machine"),
    ("profile.remote", "a service elsewhere, with real data"),
  ]
}
