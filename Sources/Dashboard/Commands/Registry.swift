/// Every command there is: the one list behind keys, palette, help, hints and the key tables of the docs.
package enum Registry {
  package static let commands: [Command] =
    moveCommands + goCommands + findCommands + viewCommands + actCommands + recordCommands + noteCommands
    + changeCommands + outboxCommands + journalCommands + formCommands + formToolCommands + appCommands

  package static let keymap = Keymap(commands)
}
