// swift-tools-version: 6.2
import PackageDescription

/// Settings of every Swift target: explicit existentials, imports that count per file, warnings as errors.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// A module of ours: its folder under `Sources` bears its name.
func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// A door to a C library: inline functions for what Swift cannot import (macros, variadics, globals).
func door(_ name: String, to libraries: [String]) -> Target {
  .target(name: name, linkerSettings: libraries.map { .linkedLibrary($0) })
}

/// The tests of one module, or of several together.
func tests(_ name: String, _ dependencies: [Target.Dependency], files: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: files, swiftSettings: strict)
}

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")

let package = Package(
  name: "invoicematic",
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
  ],
  targets: [
    // What the program computes.
    module("Billing"),
    module("BillingAPI", ["Billing", "CCrypto", httpTypes]),
    module("BillingClient", ["Billing", "BillingAPI", httpTypes]),
    module("BillingExport", ["Billing"]),
    module("Store", ["Billing", "BillingAPI", grdb, sqlite]),
    module("BillingSync", ["Billing", "BillingAPI", "BillingClient", "BillingExport", "Store"]),
    module("TerminalUI"),
    module("Dashboard", ["Billing", "BillingAPI", "BillingExport", "BillingSync", "Store", "TerminalUI"]),

    // Where it touches the outside world.
    module("BillingServer", ["Billing", "BillingAPI", grdb, httpTypes, hummingbird, hummingbirdCore, logging]),
    module("CursesTerminal", ["TerminalUI", "CCurses"]),
    module("CurlTransport", ["BillingAPI", "CCurl", httpTypes]),
    door("CCurses", to: ["ncursesw", "tinfo"]),
    door("CCurl", to: ["curl"]),
    door("CAllocator", to: []),
    door("CCrypto", to: ["crypto"]),

    // The program.
    .executableTarget(
      name: "invoicematic",
      dependencies: [
        "Billing", "BillingAPI", "BillingClient", "BillingExport", "BillingServer", "BillingSync", "CAllocator",
        "CurlTransport", "CursesTerminal",
        "Dashboard", "Store", "TerminalUI", argumentParser, logging, toml,
      ],
      swiftSettings: strict,
      // Nothing is loaded into the program at run time: without names for that, and laid out by LLVM's linker, which
      // comes with the toolchain, 5 MB fewer of it are in memory.
      linkerSettings: [
        .unsafeFlags(["-use-ld=lld", "-Xlinker", "--no-export-dynamic"], .when(configuration: .release))
      ]),

    // What tests drive the program with.
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(
      name: "TerminalTestSupport", dependencies: ["CPseudoTerminal"], path: "Tests/TerminalTestSupport",
      swiftSettings: strict),

    .target(name: "TestSupport", dependencies: ["BillingSync"], path: "Tests/TestSupport", swiftSettings: strict),

    tests("CurlTransportTests", ["BillingAPI", "CurlTransport", "TestSupport", httpTypes]),
    tests("CursesTerminalTests", ["CursesTerminal", "TerminalTestSupport", "TerminalUI"]),
    tests("BillingAPITests", ["Billing", "BillingAPI", httpTypes]),
    tests("BillingClientTests", ["Billing", "BillingAPI", "BillingClient", httpTypes]),
    tests(
      "BillingServerTests",
      ["Billing", "BillingAPI", "BillingServer", "CurlTransport", "TestSupport", httpTypes, logging]),
    tests("BillingTests", ["Billing"]),
    tests("BillingExportTests", ["Billing", "BillingExport", "TestSupport"]),
    tests(
      "BillingSyncTests",
      ["Billing", "BillingAPI", "BillingClient", "BillingSync", "Store", "TestSupport", grdb, httpTypes]),
    tests("StoreTests", ["Billing", "BillingAPI", "Store", "TestSupport", grdb]),
    tests(
      "ConfigurationTests",
      [
        "invoicematic", "Billing", "BillingAPI", "BillingClient", "BillingServer", "CurlTransport", "Dashboard",
        "Store", "TerminalUI", "TestSupport", argumentParser, httpTypes,
      ]),
    tests("DocumentationTests", ["invoicematic", "Dashboard", "TerminalUI", argumentParser]),
    tests("TerminalUITests", ["TerminalUI"]),
    tests(
      "VerbTests",
      [
        "invoicematic", "BillingAPI", "BillingClient", "BillingServer", "BillingSync", "CurlTransport", "Store",
        "TestSupport", httpTypes,
      ]),
    tests("EndToEndTests", ["invoicematic", "TerminalTestSupport", "TestSupport"]),
    tests(
      "DashboardTests", ["Billing", "BillingAPI", "BillingExport", "Dashboard", "Store", "TerminalUI"],
      files: ["Snapshots"]),
    tests(
      "JourneyTests",
      [
        "Billing", "BillingAPI", "BillingClient", "BillingServer", "BillingSync", "CurlTransport", "Dashboard", "Store",
        "TerminalUI", "TestSupport", httpTypes,
      ]),
  ],
  swiftLanguageModes: [.v6]
)
