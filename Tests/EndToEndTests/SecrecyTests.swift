import Foundation
import TerminalTestSupport
import Testing

extension EndToEnd {
  /// The key is for the service alone.
  @Suite struct Secrecy {
    @Test(arguments: ["api_key_file = \"keys/a\"", "api_key_command = \"cat $XDG_CONFIG_HOME/invoicematic/keys/a\""])
    func `the key is on no command line, no screen and in no other file`(source: String) throws {
      let home = try Home()
      let service = try ScriptedService { $0.method == "GET" ? ScriptedService.books($0) : .nothing }
      try home.configure("[profiles.a]\nbase_url = \"\(service.address)\"\n\(source)")
      try home.configure("is_key_77secret\n", file: "keys/a")
      let program = try home.start()
      try program.see("● live since")
      try program.command("New customer")
      program.send("Somebody\(Keys.save)")
      try program.see("The connection was lost.")
      let line = FileManager.default.contents(atPath: "/proc/\(program.process)/cmdline") ?? Data()
      #expect(!String(decoding: line, as: UTF8.self).contains("77secret"))
      program.signal(15)
      #expect(try program.end() == .code(143))
      #expect(!String(decoding: program.output, as: UTF8.self).contains("77secret"))
      #expect(FileManager.default.fileExists(atPath: home.log))
      for name in try FileManager.default.subpathsOfDirectory(atPath: home.path) where !name.hasSuffix("keys/a") {
        let content = FileManager.default.contents(atPath: "\(home.path)/\(name)") ?? Data()
        #expect(content.range(of: Data("77secret".utf8)) == nil, "\(name)")
      }
    }
  }
}
