/// Every command there is: the one list behind keys, palette, help, hints and the key tables of the docs.
package enum Registry {
  package static let commands: [Command] =
    moveCommands + goCommands + findCommands + markCommands + reviewCommands + bulkCommands + bankRowCommands
    + exportCommands + viewCommands
    + overviewCommands
    + actCommands
    + recordCommands + copyCommands + repeatCommands
    + noteCommands + customerCommands + changeCommands + outboxCommands + journalCommands + formCommands
    + formToolCommands + allocationCommands + appCommands

  package static let keymap = Keymap(commands)
}
