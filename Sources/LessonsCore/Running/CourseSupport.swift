internal import Foundation
internal import SwiftReading

/// `Support/*.swift` beside the lessons, compiled as a module that every lesson imports.
package struct CourseSupport: Sendable, Equatable {
  var folder: String
  var key: String
  /// The modules that its files import, for the linker.
  var imports: [String]
  var object: String { folder + "/Support.o" }
}

enum CourseSupportBuilder {
  /// The module, nil where the course has none.
  static func support(
    course: String, files: [SourceText], _ toolchain: Toolchain, _ support: Support, settings: SwiftSettings, cache: String
  ) throws(MachineFault) -> (support: CourseSupport?, diagnostics: [Diagnostic]) {
    if files.isEmpty { return (nil, []) }
    let mode = (settings.mode ?? .five).rawValue
    var digest = SHA256()
    for field in ["course support 1", support.key, mode, settings.optimize == true ? "-O" : "-Onone"] {
      digest.update(field: field)
    }
    for file in files {
      digest.update(field: file.path)
      digest.update(file.bytes)
    }
    let key = digest.finish()
    let built = CourseSupport(
      folder: cache + "/course/" + key, key: key,
      imports: files.flatMap { SwiftOutlineReader.outline(of: String(decoding: $0.bytes, as: UTF8.self)).imports })
    if SealedFolder.isWhole(built.folder) { return (built, []) }

    let draft = cache + "/course/.\(key.prefix(16))-\(ProcessInfo.processInfo.processIdentifier)"
    FileSystem.remove(draft)
    try FileSystem.makeFolder(draft)
    defer { FileSystem.remove(draft) }
    for (index, file) in files.enumerated() {
      let directive = Array("#sourceLocation(file: \"\(file.path.replacing("\"", with: "_"))\", line: 1)\n".utf8)
      try FileSystem.write(directive + file.bytes, to: draft + "/\(index).swift")
    }
    let outcome = try ProcessRunner.run(
      Command(
        toolchain.frontend,
        arguments(toolchain, support, settings, draft: draft) + files.indices.map { draft + "/\($0).swift" },
        environment: ["PATH": toolchain.binaries, "TMPDIR": NSTemporaryDirectory(), "LC_ALL": "C.UTF-8"], folder: draft),
      limits: ProcessLimits(times: [.compile]))
    guard outcome.end == .exited(0) else {
      let messages = CompilerMessage.messages(in: String(decoding: outcome.error, as: UTF8.self)).filter {
        $0.severity == .error
      }
      return (nil, diagnostics(messages, files))
    }
    FileSystem.remove(draft + "/modules")
    try SealedFolder.seal(draft)
    FileSystem.remove(built.folder)
    do { try FileSystem.move(draft, to: built.folder) } catch { if !SealedFolder.isWhole(built.folder) { throw error } }
    return (built, [])
  }

  /// The frontend itself: the driver would wrap the module for debuggers, and into a file of the same name.
  private static func arguments(
    _ toolchain: Toolchain, _ support: Support, _ settings: SwiftSettings, draft: String
  ) -> [String] {
    let isolation = settings.mode == .six ? ["-default-isolation", "MainActor"] : []
    return [
      "-frontend", "-c", "-target", toolchain.target, "-disable-objc-interop", "-parse-as-library", "-module-name", "Support",
      "-emit-module-path", draft + "/Support.swiftmodule", "-o", draft + "/Support.o", "-g", "-debug-info-format=dwarf",
      "-dwarf-version=4", "-file-compilation-dir", ".", "-swift-version", (settings.mode ?? .five).rawValue, "-I",
      support.folder,
      "-module-cache-path", draft + "/modules", "-diagnostic-style", "llvm", "-no-color-diagnostics", "-suppress-warnings",
      settings.optimize == true ? "-O" : "-Onone",
    ] + isolation + toolchain.pluginArguments
  }

  private static func diagnostics(_ messages: [CompilerMessage], _ files: [SourceText]) -> [Diagnostic] {
    let found = messages.compactMap { message in
      files.first { message.file.hasSuffix($0.path) }.map {
        Diagnostic(
          .compileError, message.message, in: $0, at: SourcePosition(line: max(message.line, 1), column: max(message.column, 1))
        )
      }
    }
    if found.isEmpty, let file = files.first {
      return [Diagnostic(.compileError, messages.first?.message ?? "the Support module does not compile", in: file, at: 0)]
    }
    return found
  }
}
