import Glibc
import TerminalTestSupport
import Testing

extension EndToEnd {
  /// Under a shell with job control.
  @Suite struct Suspending {
    let home: Home
    let shell: PseudoTerminal

    init() throws {
      home = try Home()
      shell = try PseudoTerminal(
        executable: "/bin/bash", arguments: ["--norc", "-i"],
        environment: home.environment.merging(["PS1": "ready> "]) { $1 })
      try shell.see("ready>")
    }

    @Test func `suspended it gives the screen to the shell, and fg brings it back as it was`() throws {
      shell.send("\(Home.program) --demo\r")
      try shell.see("● live since")
      try shell.open("3", "Customers")
      try shell.see("Café Lumière")
      for _ in 1...2 {
        shell.send(Keys.suspend)
        try shell.see("Stopped")
        #expect(!shell.screenModel.isAlternate)
        #expect(shell.screenModel.isCaretVisible)
        shell.send("stty -a | tr ' ' '\\n' | grep -x icanon\r")
        try shell.see("the shell's own line discipline") { $0.lines.contains("icanon") }
        shell.send("clear; fg\r")
        try shell.see("the customers again") { $0.isAlternate && $0.lines[0].contains("▸ Customers") }
        try shell.see("Café Lumière")
      }
      shell.send("q")
      try shell.see("the shell again") { !$0.isAlternate }
      shell.send("echo status=$?\r")
      try shell.see("status=0")
    }

    @Test func `resized while it was stopped, it comes back in the new size`() throws {
      shell.send("\(Home.program) --demo\r")
      try shell.see("● live since")
      shell.send(Keys.suspend)
      try shell.see("Stopped")
      shell.resize(width: 120, height: 36)
      shell.send("fg\r")
      try shell.see("the start page in the new size") {
        $0.isAlternate && $0.lines[35].hasSuffix("LIST") && $0.text.contains("Needs you today")
      }
      shell.send("q")
      try shell.see("the shell again") { !$0.isAlternate }
    }

    @Test func `without a shell that would bring it back, it does not stop`() throws {
      let program = try home.start("--demo")
      try program.see("● live since")
      program.send(Keys.suspend)
      program.send("3")
      try program.see("▸ Customers")
    }
  }
}
