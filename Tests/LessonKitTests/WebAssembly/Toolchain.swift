import Foundation

/// The programs that make and run WebAssembly, found on the path.
struct Toolchain {
  var swiftc: URL
  var wasmLinker: URL
  /// The tables that `Character` needs, a library of the toolchain.
  var unicodeTables: URL
  var node: URL

  /// `nil` with the reason if something is missing.
  static func find() -> (toolchain: Toolchain?, missing: String) {
    guard let swiftc = program("swiftc") else { return (nil, "no swiftc on the path") }
    let folder = swiftc.resolvingSymlinksInPath().deletingLastPathComponent()
    let linker = folder.appendingPathComponent("wasm-ld")
    let tables = folder.appendingPathComponent("../lib/swift/embedded/wasm32-unknown-none-wasm/libswiftUnicodeDataTables.a")
    for file in [linker, tables] where !FileManager.default.fileExists(atPath: file.path) {
      return (nil, "the toolchain has no \(file.lastPathComponent)")
    }
    guard let node = program("node") else { return (nil, "node is not installed") }
    return (Toolchain(swiftc: swiftc, wasmLinker: linker, unicodeTables: tables, node: node), "")
  }

  private static func program(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    return path.split(separator: ":").map { URL(fileURLWithPath: "\($0)/\(name)") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  /// Compiles sources as one module of Embedded Swift and links them into a module that exports `export`.
  func build(_ sources: [URL], exporting export: String, in scratch: URL) throws -> URL {
    let object = scratch.appendingPathComponent("kit.o")
    let module = scratch.appendingPathComponent("kit.wasm")
    try run(
      swiftc,
      [
        "-target", "wasm32-unknown-none-wasm", "-enable-experimental-feature", "Embedded", "-enable-experimental-feature",
        "Extern",
        "-wmo", "-parse-as-library", "-package-name", "lessons", "-Osize", "-D", "IN_ONE_MODULE_WITH_THE_KIT", "-module-name",
        "LessonKit", "-o",
        object.path, "-c",
      ] + sources.map { $0.path }, in: scratch)
    try run(
      wasmLinker,
      [
        "--no-entry", "--allow-undefined", "--export=\(export)", "-z", "stack-size=1048576", object.path, unicodeTables.path,
        "-o",
        module.path,
      ], in: scratch)
    return module
  }

  /// Runs a program to its end and returns what it printed; its standard error is the error if it fails.
  @discardableResult
  func run(_ program: URL, _ arguments: [String], in scratch: URL) throws -> Data {
    let files = ["out", "err"].map { scratch.appendingPathComponent("\(program.lastPathComponent).\($0)") }
    for file in files { try Data().write(to: file) }
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: files[0])
    process.standardError = try FileHandle(forWritingTo: files[1])
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else {
      let words = String(decoding: try Data(contentsOf: files[1]), as: UTF8.self)
      throw Failure(description: "\(program.lastPathComponent) ended with status \(process.terminationStatus):\n\(words)")
    }
    return try Data(contentsOf: files[0])
  }

  struct Failure: Error, CustomStringConvertible {
    var description: String
  }
}
