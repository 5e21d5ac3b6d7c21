internal import Foundation

/// LessonKit and the lesson runtime, compiled for one toolchain: what every lesson's program is linked with.
package struct Support: Sendable, Equatable {
  /// The folder with the modules and the library.
  var folder: String
  /// Names everything that the library was made from.
  var key: String
  var link: LinkTemplate

  var library: String { folder + "/libLessonSupport.so" }
}

/// Compiles the support library once for each toolchain and keeps it in the cache.
///
/// The kit is always optimized, whatever a lesson asks for itself.
enum SupportBuilder {
  static func support(_ toolchain: Toolchain, _ sources: RuntimeSources, cache: String) throws(MachineFault) -> Support {
    let key = self.key(toolchain, sources)
    let folder = cache + "/support/" + key
    if SealedFolder.isWhole(folder), let text = FileSystem.read(folder + "/link.txt"),
      let link = LinkTemplate(text: String(decoding: text, as: UTF8.self))
    {
      return Support(folder: folder, key: key, link: link)
    }
    let draft = cache + "/support/.\(key.prefix(16))-\(ProcessInfo.processInfo.processIdentifier)"
    FileSystem.remove(draft)
    try FileSystem.makeFolder(draft)
    defer { FileSystem.remove(draft) }
    // The compiler's modules in the cache may be damaged or of another folder: the kit is compiled without them.
    let link = try build(toolchain, sources, in: draft, modules: draft + "/modules")
    FileSystem.remove(draft + "/modules")
    try SealedFolder.seal(draft)
    FileSystem.remove(folder)
    // Another run may have come first; its library is as good.
    do { try FileSystem.move(draft, to: folder) } catch { if !SealedFolder.isWhole(folder) { throw error } }
    return Support(folder: folder, key: key, link: link)
  }

  private static func key(_ toolchain: Toolchain, _ sources: RuntimeSources) -> String {
    var digest = SHA256()
    for field in ["support 1", toolchain.version, toolchain.target, toolchain.binaries] { digest.update(field: field) }
    for module in ["CLessonRuntime", "LessonKit", "LessonRuntime"] {
      for file in FileSystem.files(below: sources.folder + "/" + module) where !file.hasSuffix(".md") {
        digest.update(field: module + "/" + file)
        digest.update(FileSystem.read(sources.folder + "/" + module + "/" + file) ?? [])
      }
    }
    return digest.finish()
  }

  private static func build(
    _ toolchain: Toolchain, _ sources: RuntimeSources, in folder: String, modules: String
  ) throws(MachineFault) -> LinkTemplate {
    let header = sources.folder + "/CLessonRuntime/include"
    for file in FileSystem.files(below: header) { try FileSystem.copy(header + "/" + file, to: folder + "/" + file) }
    let swiftc = toolchain.binaries + "/swiftc"
    let common = [
      "-O", "-wmo", "-parse-as-library", "-swift-version", "6", "-module-cache-path", modules, "-I", folder, "-c",
    ]
    try run(
      swiftc, common + ["-module-name", "LessonKit"] + module("LessonKit", in: folder) + sources.swiftFiles(of: "LessonKit"))
    try run(
      swiftc,
      common + ["-module-name", "LessonRuntime"] + module("LessonRuntime", in: folder) + sources.swiftFiles(of: "LessonRuntime")
    )
    try run(
      toolchain.binaries + "/clang",
      ["-O2", "-fPIC", "-c", sources.folder + "/CLessonRuntime/lesson_runtime.c", "-I", header, "-o", folder + "/prelude.o"])
    try run(
      swiftc,
      ["-emit-library", "-use-ld=lld", "-Xlinker", "-soname=libLessonSupport.so", "-o", folder + "/libLessonSupport.so"]
        + ["LessonKit.o", "LessonRuntime.o", "prelude.o"].map { folder + "/" + $0 })
    let link = try LinkTemplate.learn(from: toolchain)
    try FileSystem.write(Array(link.text.utf8), to: folder + "/link.txt")
    return link
  }

  private static func module(_ name: String, in folder: String) -> [String] {
    ["-emit-module", "-emit-module-path", "\(folder)/\(name).swiftmodule", "-o", "\(folder)/\(name).o"]
  }

  private static func run(_ executable: String, _ arguments: [String]) throws(MachineFault) {
    let environment = [
      "PATH": (executable as NSString).deletingLastPathComponent, "TMPDIR": NSTemporaryDirectory(), "LC_ALL": "C.UTF-8",
    ]
    let outcome = try ProcessRunner.run(
      Command(executable, arguments, environment: environment), limits: ProcessLimits(times: [TimeLimit(milliseconds: 600_000)])
    )
    guard outcome.end == .exited(0) else {
      let text = String(decoding: outcome.error + outcome.output, as: UTF8.self)
      throw MachineFault("LessonKit cannot be compiled with this toolchain:\n\(text.prefix(4_000))")
    }
  }
}
