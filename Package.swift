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
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0409-access-level-on-imports.md
  .enableUpcomingFeature("InternalImportsByDefault"),
  // https://github.com/swiftlang/swift-evolution/blob/main/proposals/0444-member-import-visibility.md
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Where the tool looks for the libraries of the toolchain: those it is installed with, which no other toolchain can take the
/// place of, and only where there are none, as in the folder of a build, those of the toolchain that built it.
let runPath = ["$ORIGIN/../lib/lessons", URL(fileURLWithPath: hostModules + "/../linux").standardizedFileURL.path, hostModules]

/// Settings for a target that sees swift-syntax, directly or through `SwiftReading`.
let withHostModules: [SwiftSetting] = strict + [.unsafeFlags(["-I", hostModules])]

let package = Package(
  name: "lessons",
  products: [
    .executable(name: "lessons", targets: ["lessons"]),
    .library(name: "LessonKit", targets: ["LessonKit"]),
    .plugin(name: "LessonsPlugin", targets: ["LessonsPlugin"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    // What lesson programs link.
    .target(name: "LessonKit", exclude: ["Guides"], swiftSettings: strict),
    .target(name: "CLessonRuntime"),
    .target(name: "LessonRuntime", dependencies: ["LessonKit", "CLessonRuntime"], swiftSettings: strict),

    // The ground floor: values, and the machine.
    .target(name: "LessonModel", swiftSettings: strict),
    .target(name: "CSystem"),
    .target(name: "Machine", dependencies: ["CSystem"], swiftSettings: strict),

    // One target for each foreign parser, and one for the setter of mathematics.
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "CMarkParsing", dependencies: ["CCMarkGFM"]),
    .target(name: "MarkdownReading", dependencies: ["CCMarkGFM", "CMarkParsing", "LessonModel"], swiftSettings: strict),
    .target(
      name: "SwiftReading", dependencies: ["LessonModel"], swiftSettings: withHostModules,
      linkerSettings: [
        .unsafeFlags(
          [
            "-L", hostModules, "-lSwiftSyntax", "-lSwiftParser", "-lSwiftParserDiagnostics", "-lSwiftBasicFormat",
            "-lSwiftDiagnostics", "-lSwiftIDEUtils", "-no-toolchain-stdlib-rpath",
          ] + runPath.flatMap { ["-Xlinker", "-rpath", "-Xlinker", $0] })
      ]),
    .systemLibrary(name: "CDuktape", pkgConfig: "duktape", providers: [.apt(["duktape-dev"])]),
    .target(name: "CScriptEngine", dependencies: ["CDuktape"]),
    .target(name: "MathSetting", dependencies: ["CScriptEngine", "LessonModel", "Machine"], swiftSettings: strict),

    // The stages of the pipeline. None sees another: what goes from one to the next is a value of the model.
    .target(
      name: "LessonReading", dependencies: ["LessonModel", "MarkdownReading", "SwiftReading", "Yams"],
      swiftSettings: withHostModules),
    .target(
      name: "LessonRunning", dependencies: ["LessonModel", "Machine", "SwiftReading"], swiftSettings: withHostModules),
    .target(name: "LessonWeaving", dependencies: ["LessonModel"], swiftSettings: strict),
    .target(name: "LessonSite", dependencies: ["LessonModel", "SwiftReading"], swiftSettings: withHostModules),

    // The pipeline on one screen, and the command line.
    .target(
      name: "LessonPipeline",
      dependencies: [
        "LessonModel", "Machine", "SwiftReading", "LessonReading", "LessonRunning", "LessonWeaving", "LessonSite",
        "MathSetting",
      ],
      swiftSettings: withHostModules),
    // The preview: the only target that sees FlyingFox, of which it takes the sockets.
    .target(
      name: "LessonServing",
      dependencies: [
        "LessonModel", "Machine", "LessonPipeline", "LessonRunning", "LessonSite",
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ],
      swiftSettings: withHostModules),
    .executableTarget(
      name: "lessons",
      dependencies: ["LessonPipeline", "LessonServing", .product(name: "ArgumentParser", package: "swift-argument-parser")],
      exclude: ["Guide"], swiftSettings: withHostModules),

    // `swift package lessons check` in any package: it runs the installed tool and builds none.
    .plugin(
      name: "LessonsPlugin",
      capability: .command(intent: .custom(verb: "lessons", description: "Checks what the documentation of a package says.")),
      path: "Sources/LessonsPlugin"),

    // Compiles LessonKit while the rest of the tool is still being built.
    .executableTarget(name: "kit", dependencies: ["LessonRunning", "Machine"], swiftSettings: withHostModules),

    // Not a product: `make bench` runs it.
    .executableTarget(
      name: "Benchmarks", dependencies: ["LessonPipeline", "LessonKit"], path: "Tests/Benchmarks",
      exclude: ["explore.py", "knitr.R", "peer.py", "pictures.py", "public_documents.py"],
      swiftSettings: withHostModules),

    // `make fuzz` runs the one for a minute, the tests the other for a moment.
    .executableTarget(name: "Fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzz", swiftSettings: withHostModules),
    .target(
      name: "Fuzzing",
      dependencies: [
        "LessonModel", "LessonReading", "LessonRunning", "LessonWeaving", "Machine", "MarkdownReading", "TestSupport",
      ],
      path: "Tests/Fuzzing", swiftSettings: withHostModules),
    .testTarget(name: "FuzzingTests", dependencies: ["Fuzzing"], swiftSettings: withHostModules),

    .target(name: "TestSupport", dependencies: ["LessonModel"], path: "Tests/TestSupport", swiftSettings: strict),
    .target(
      name: "WorkshopSupport", dependencies: ["LessonRunning", "Machine"], path: "Tests/WorkshopSupport",
      swiftSettings: withHostModules),
    .testTarget(
      name: "LessonKitTests", dependencies: ["LessonKit"], exclude: ["Charts/Goldens", "WebAssembly/Harness"],
      swiftSettings: strict),
    .testTarget(name: "LessonModelTests", dependencies: ["LessonModel", "LessonKit", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "MachineTests", dependencies: ["CSystem", "Machine", "TestSupport"], swiftSettings: strict),
    .testTarget(
      name: "MarkdownReadingTests", dependencies: ["MarkdownReading", "TestSupport"], swiftSettings: strict),
    .testTarget(name: "SwiftReadingTests", dependencies: ["LessonModel", "SwiftReading"], swiftSettings: withHostModules),
    .testTarget(
      name: "MathSettingTests", dependencies: ["MathSetting", "TestSupport"], exclude: ["Goldens"], swiftSettings: strict),
    .testTarget(
      name: "LessonReadingTests", dependencies: ["LessonReading", "TestSupport"], swiftSettings: withHostModules),
    .testTarget(
      name: "LessonRunningTests", dependencies: ["LessonRunning", "SwiftReading", "TestSupport", "WorkshopSupport"],
      swiftSettings: withHostModules),
    .testTarget(
      name: "LessonWeavingTests", dependencies: ["LessonWeaving", "LessonReading", "TestSupport"],
      swiftSettings: withHostModules),
    .testTarget(
      name: "LessonSiteTests", dependencies: ["LessonSite", "LessonWeaving", "LessonReading", "TestSupport"],
      exclude: ["Search/search-vectors.json"], swiftSettings: withHostModules),
    .testTarget(
      name: "LessonPipelineTests", dependencies: ["LessonPipeline", "LessonSite", "TestSupport", "WorkshopSupport"],
      swiftSettings: withHostModules),
    .testTarget(
      name: "LessonServingTests",
      dependencies: ["LessonServing", "LessonModel", "LessonPipeline", "LessonSite", "Machine", "TestSupport"],
      swiftSettings: withHostModules),
    .testTarget(
      name: "CommandTests", dependencies: ["LessonPipeline", "lessons", "TestSupport", "WorkshopSupport", "Yams"],
      exclude: ["Fixtures"],
      swiftSettings: withHostModules),
  ]
)
