import Machine
import SwiftReading

/// LessonKit and the runtime, compiled for pages of one toolchain.
struct PageKit: Sendable, Equatable {
  /// Where LessonKit lies.
  var kit: String
  var runtime: String

  var folders: [String] { [kit, runtime] }

  var objects: [String] {
    [runtime + "/LessonRuntime.o", kit + "/LessonKit.o", runtime + "/page_runtime.o"]
  }
}

/// Names everything that LessonKit and the runtime of pages are made from.
struct PageKitKey: Sendable, Equatable {
  var kit: String
  /// That of the runtime, and so of both.
  var runtime: String
}

/// Compiles the kit for pages, once for each state of its sources, and keeps it in the cache, unless the installation has it. The runtime stands by itself: it is
/// compiled in a second, and LessonKit in a minute.
struct PageKitBuilder {
  var page: PageToolchain
  var sources: RuntimeSources
  var cache: String

  /// What the kit is kept under, known before anything is compiled or what is compiled is looked at.
  var key: PageKitKey {
    let kit = key("LessonKit", [])
    return PageKitKey(
      kit: kit, runtime: key("PageRuntime", [kit, PageMathematics.path.flatMap { FileSystem.digest(of: $0) } ?? ""]))
  }

  /// - Parameter willCompile: Is called before the work of a minute begins.
  func kit(_ key: PageKitKey, willCompile: () -> Void) throws(MachineFault) -> PageKit {
    let kit = try folder(key.kit) { folder throws(MachineFault) in
      willCompile()
      try compileKit(in: folder)
    }
    let runtime = try folder(key.runtime) { folder throws(MachineFault) in try compileRuntime(in: folder, with: kit) }
    return PageKit(kit: kit, runtime: runtime)
  }

  private func folder(
    _ key: String, _ make: (String) throws(MachineFault) -> Void
  ) throws(MachineFault) -> String {
    let folder = cache + "/support/page-" + key
    for known in [sources.compiled.map { $0 + "/page-" + key }, folder].compactMap(\.self) where SealedFolder.isWhole(known) {
      return known
    }
    let draft = try SealedFolder.Draft(for: folder)
    try make(draft.path)
    try draft.seal()
    return folder
  }

  private func key(_ module: String, _ others: [String]) -> String {
    var digest = SHA256()
    let flags = arguments(of: "", in: "", searching: []) + PageToolchain.clangArguments
    for field in ["page kit 3", ToolVersion.current, page.toolchain.version, page.toolchain.target] + others + flags {
      digest.update(field: field)
    }
    for path in files(module) {
      digest.update(field: FileSystem.name(of: path))
      digest.update(field: FileSystem.read(path) ?? [])
    }
    return digest.finish()
  }

  private func files(_ module: String) -> [String] {
    FileSystem.files(below: sources.folder + "/" + module).filter { $0.hasSuffix(".swift") || $0.hasSuffix(".c") }
      .map { sources.folder + "/" + module + "/" + $0 }
  }

  private func compileKit(in folder: String) throws(MachineFault) {
    let copies = folder + "/marked"
    try FileSystem.makeFolder(copies)
    let texts = files("LessonKit").map { String(decoding: FileSystem.read($0) ?? [], as: UTF8.self) }
    let marker = InterfaceMarker(texts)
    for (index, text) in texts.enumerated() {
      try FileSystem.write(Array(marker.marked(text).utf8), to: "\(copies)/\(index).swift")
    }
    try compile("LessonKit", texts.indices.map { "\(copies)/\($0).swift" }, in: folder, searching: [])
    FileSystem.remove(copies)
  }

  private func compileRuntime(in folder: String, with kit: String) throws(MachineFault) {
    let files = files("PageRuntime")
    try compile("LessonRuntime", files.filter { $0.hasSuffix(".swift") }, in: folder, searching: [kit])
    for source in files where source.hasSuffix(".c") {
      try run(page.clang, PageToolchain.clangArguments + ["-c", source, "-o", folder + "/page_runtime.o"], in: folder)
    }
  }

  private func compile(_ module: String, _ files: [String], in folder: String, searching: [String]) throws(MachineFault) {
    try run(page.toolchain.frontend, arguments(of: module, in: folder, searching: searching) + files, in: folder)
  }

  private func arguments(of module: String, in folder: String, searching: [String]) -> [String] {
    page.frontendArguments(module: module, grade: .small, searching: searching) + [
      "-parse-as-library", "-package-name", "lessons", "-swift-version", "6", "-enable-upcoming-feature",
      "InternalImportsByDefault", "-emit-module-path", "\(folder)/\(module).swiftmodule", "-o", "\(folder)/\(module).o",
    ]
  }

  private func run(_ tool: String, _ arguments: [String], in folder: String) throws(MachineFault) {
    try page.toolchain.run(
      Command(tool, arguments), in: folder, minutes: 15, orElse: "LessonKit cannot be compiled for pages with this toolchain")
  }
}
