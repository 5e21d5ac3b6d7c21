// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// The folder in which the toolchain keeps its own built copy of swift-syntax.
///
/// Building swift-syntax as a package costs minutes on two cores; the copy that ships with the compiler costs nothing and
/// parses exactly the language that this compiler accepts. ARCHITECTURE.md has the measurements.
let hostModules: String = {
  let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
  for folder in path.split(separator: ":") {
    let compiler = URL(fileURLWithPath: "\(folder)/swiftc").resolvingSymlinksInPath()
    let host = compiler.deletingLastPathComponent().appendingPathComponent("../lib/swift/host").standardizedFileURL
    if FileManager.default.fileExists(atPath: host.appendingPathComponent("SwiftParser.swiftmodule").path) {
      return host.path
    }
  }
  return "/usr/lib/swift/host"
}()

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
  .enableUpcomingFeature("ExistentialAny"),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Settings for a target that sees swift-syntax, directly or through `SwiftReading`.
let withHostModules: [SwiftSetting] = strict + [.unsafeFlags(["-I", hostModules])]

let package = Package(
  name: "lessons",
  products: [
    .executable(name: "lessons", targets: ["lessons"]),
    .library(name: "LessonKit", targets: ["LessonKit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // What lesson programs link.
    .target(name: "LessonKit", exclude: ["Guides"], swiftSettings: strict),
    .target(name: "CLessonRuntime"),
    .target(name: "LessonRuntime", dependencies: ["LessonKit", "CLessonRuntime"], swiftSettings: strict),

    // System calls that Swift's Glibc module does not lend.
    .target(name: "CSystem"),

    // One target for each foreign parser, and one for the setter of mathematics.
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "MarkdownReading", dependencies: ["CCMarkGFM"], swiftSettings: strict),
    .systemLibrary(name: "CDuktape", pkgConfig: "duktape", providers: [.apt(["duktape-dev"])]),
    .target(name: "CScriptEngine", dependencies: ["CDuktape"]),
    .target(name: "Mathematics", dependencies: ["CScriptEngine"], swiftSettings: strict),
    .target(
      name: "SwiftReading", swiftSettings: withHostModules,
      linkerSettings: [
        .unsafeFlags([
          "-L", hostModules, "-lSwiftSyntax", "-lSwiftParser", "-lSwiftParserDiagnostics", "-lSwiftBasicFormat",
          "-lSwiftDiagnostics", "-lSwiftIDEUtils", "-Xlinker", "-rpath", "-Xlinker",
          hostModules,
        ])
      ]),

    // The tool.
    .target(
      name: "LessonsCore", dependencies: ["CSystem", "Mathematics", "MarkdownReading", "SwiftReading", "Yams"],
      exclude: ["Guide"],
      swiftSettings: withHostModules),
    .executableTarget(
      name: "lessons",
      dependencies: ["LessonsCore", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      swiftSettings: withHostModules),

    // Not a product: `make bench` runs it.
    .executableTarget(
      name: "Benchmarks", dependencies: ["LessonsCore", "LessonKit"], path: "Tests/Benchmarks", swiftSettings: withHostModules),

    .testTarget(
      name: "LessonKitTests", dependencies: ["LessonKit"], exclude: ["Charts/Goldens", "WebAssembly/Harness"],
      swiftSettings: strict),
    .testTarget(
      name: "MathematicsTests", dependencies: ["Mathematics", "LessonsCore"], exclude: ["Goldens"],
      swiftSettings: withHostModules),
    .testTarget(name: "MarkdownReadingTests", dependencies: ["MarkdownReading"], swiftSettings: strict),
    .testTarget(name: "SwiftReadingTests", dependencies: ["SwiftReading"], swiftSettings: withHostModules),
    .testTarget(
      name: "LessonsCoreTests", dependencies: ["LessonsCore", "LessonKit"], exclude: ["Searching/search-vectors.json"],
      swiftSettings: withHostModules),
    .testTarget(
      name: "CommandTests", dependencies: ["LessonsCore", "lessons"], exclude: ["Fixtures"], swiftSettings: withHostModules),
  ]
)
