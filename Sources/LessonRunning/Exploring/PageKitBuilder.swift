import Machine
import SwiftReading

/// LessonKit and the runtime, compiled for pages of one toolchain.
struct PageKit: Sendable, Equatable {
  var folder: String
  /// Names everything that it was made from.
  var key: String

  var objects: [String] { ["LessonRuntime.o", "LessonKit.o", "page_runtime.o"].map { folder + "/" + $0 } }
}

/// Compiles the kit for pages, once for each state of its sources, and keeps it in the cache.
struct PageKitBuilder {
  var page: PageToolchain
  var sources: RuntimeSources
  var cache: String

  /// - Parameter willCompile: Is called before the work of a minute begins.
  func kit(willCompile: () -> Void) throws(MachineFault) -> PageKit {
    let key = key()
    let kit = PageKit(folder: cache + "/support/page-" + key, key: key)
    if SealedFolder.isWhole(kit.folder) { return kit }
    willCompile()
    let draft = try SealedFolder.Draft(for: kit.folder)
    try compile(in: draft.path)
    try draft.seal()
    return kit
  }

  private func key() -> String {
    var digest = SHA256()
    for field in ["page kit 1", page.toolchain.version, page.toolchain.target] { digest.update(field: field) }
    for path in files("LessonKit") + files("PageRuntime") {
      digest.update(field: FileSystem.name(of: path))
      digest.update(field: FileSystem.read(path) ?? [])
    }
    digest.update(field: page.mathematics.flatMap { FileSystem.digest(of: $0) } ?? "")
    return digest.finish()
  }

  private func files(_ module: String) -> [String] {
    FileSystem.files(below: sources.folder + "/" + module).filter { $0.hasSuffix(".swift") || $0.hasSuffix(".c") }
      .map { sources.folder + "/" + module + "/" + $0 }
  }

  private func compile(in folder: String) throws(MachineFault) {
    let copies = folder + "/marked"
    try FileSystem.makeFolder(copies)
    let texts = files("LessonKit").map { String(decoding: FileSystem.read($0) ?? [], as: UTF8.self) }
    let marker = InterfaceMarker(texts)
    for (index, text) in texts.enumerated() {
      try FileSystem.write(Array(marker.marked(text).utf8), to: "\(copies)/\(index).swift")
    }
    try compile("LessonKit", texts.indices.map { "\(copies)/\($0).swift" }, in: folder)
    FileSystem.remove(copies)
    try compile("LessonRuntime", files("PageRuntime").filter { $0.hasSuffix(".swift") }, in: folder)
    for source in files("PageRuntime") where source.hasSuffix(".c") {
      try run(
        page.toolchain.binaries + "/clang",
        PageToolchain.clangArguments + ["-c", source, "-o", folder + "/page_runtime.o"], in: folder)
    }
  }

  private func compile(_ module: String, _ files: [String], in folder: String) throws(MachineFault) {
    let arguments =
      page.frontendArguments(module: module, grade: .small, searching: [folder]) + [
        "-parse-as-library", "-package-name", "lessons", "-swift-version", "6", "-enable-upcoming-feature",
        "InternalImportsByDefault", "-emit-module-path", "\(folder)/\(module).swiftmodule", "-o", "\(folder)/\(module).o",
      ]
    try run(page.toolchain.frontend, arguments + files, in: folder)
  }

  private func run(_ tool: String, _ arguments: [String], in folder: String) throws(MachineFault) {
    let outcome = try ProcessRunner.run(
      Command(tool, arguments, environment: page.toolchain.environment(temporary: folder), folder: folder),
      limits: ProcessLimits(times: [.seconds(900)]))
    guard outcome.end == .exited(0) else {
      let text = String(decoding: outcome.error + outcome.output, as: UTF8.self)
      throw MachineFault("LessonKit cannot be compiled for pages with this toolchain:\n\(text.prefix(4_000))")
    }
  }
}
