import LessonModel
import Machine

/// Compiles what programs of lessons are linked with, once for each state of its sources, and keeps it in the cache.
struct SupportBuilder {
  var toolchain: Toolchain
  var cache: String
  var sandbox: SandboxPolicy

  /// LessonKit and the runtime. The kit is always optimized, whatever a lesson asks for itself.
  ///
  /// - Parameter willCompile: Is called where nobody has compiled them for such a toolchain, before the work of half a minute
  ///   begins.
  func support(_ sources: RuntimeSources, willCompile: () -> Void) throws(MachineFault) -> Support {
    let key = key(sources)
    let link = try LinkTemplate.learned(from: toolchain, memory: memory)
    if let whole = whole(sources, key) { return support(in: whole.folder, key, link) }
    willCompile()
    let folder = cache + "/support/" + key
    let draft = try SealedFolder.Draft(for: folder)
    try compileKit(sources, in: draft.path)
    try finish(draft)
    return support(in: folder, key, link)
  }

  /// Where LessonKit would be taken from; nil where it would be compiled first.
  func place(of sources: RuntimeSources) -> SupportPlace? {
    whole(sources, key(sources))?.place
  }

  /// What was learned of the tools that work here.
  private var memory: SealedStore { SealedStore(folder: cache, kind: "toolchains") }

  private var mathematics: MathLibrary? { MathLibrary.find(binaries: toolchain.binaries) }

  /// Where they lie compiled; nil where they do not.
  private func whole(_ sources: RuntimeSources, _ key: String) -> (place: SupportPlace, folder: String)? {
    let places: [(SupportPlace, String?)] = [(.installed, sources.compiled), (.cached, cache + "/support")]
    for (place, parent) in places {
      if let folder = parent.map({ $0 + "/" + key }), SealedFolder.isWhole(folder) { return (place, folder) }
    }
    return nil
  }

  private func support(in folder: String, _ key: String, _ link: LinkTemplate) -> Support {
    // The compiler's modules name the folder of the kit and that of the toolchain.
    var digest = SHA256()
    for field in [key, FileSystem.resolved(folder), toolchain.binaries] { digest.update(field: field) }
    return Support(
      folder: folder, key: key, link: link, modules: ModuleCache(folder: cache + "/modules/" + digest.finish()),
      hasMathematics: mathematics != nil)
  }

  /// The module of a course.
  func courseSupport(
    _ files: [SourceText], with support: Support, settings: SwiftSettings
  ) throws(MachineFault) -> CourseSupport.Compilation {
    if files.isEmpty { return .none }
    let key = key(files, support, settings)
    let built = CourseSupport(folder: cache + "/course/" + key, key: key)
    if SealedFolder.isWhole(built.folder) { return .built(built) }
    let draft = try SealedFolder.Draft(for: built.folder)
    // A debug build cannot give up a draft that a nested function holds on to.
    let path = draft.path
    let sandbox = try sandbox.sandbox()
    if sandbox != .none { try support.modules.prepare(with: toolchain, kit: support.folder) }
    func compile(with moduleCache: String) throws(MachineFault) -> ProcessOutcome {
      try compileCourse(files, support, settings, in: path, moduleCache: moduleCache, sandbox)
    }
    var outcome = try compile(with: support.modules.folder(in: sandbox))
    if outcome.end != .exited(0), diagnostics(outcome, of: files, elsewhere: false).isEmpty {
      outcome = try compile(with: modules(in: path))
    }
    guard outcome.end == .exited(0) else { return .refused(diagnostics(outcome, of: files)) }
    try finish(draft)
    return .built(built)
  }

  /// The compiler's modules in the cache may be damaged or of another folder: drafts are compiled with modules of their own,
  /// which nobody needs later.
  private func modules(in draft: String) -> String { draft + "/modules" }

  private func finish(_ draft: consuming SealedFolder.Draft) throws(MachineFault) {
    FileSystem.remove(modules(in: draft.path))
    try draft.seal()
  }
}

extension SupportBuilder {
  private func key(_ sources: RuntimeSources) -> String {
    var digest = SHA256()
    // No place is among it: what is compiled serves the same toolchain wherever that stands.
    for field in ["support 5", toolchain.version, toolchain.target, mathematics?.digest(memory: memory) ?? "the system's"] {
      digest.update(field: field)
    }
    for module in ["CLessonRuntime", "LessonKit", "LessonRuntime"] {
      for file in FileSystem.files(below: sources.folder + "/" + module) where !file.hasSuffix(".md") {
        digest.update(field: module + "/" + file)
        digest.update(field: FileSystem.read(sources.folder + "/" + module + "/" + file) ?? [])
      }
    }
    return digest.finish()
  }

  private func compileKit(_ sources: RuntimeSources, in folder: String) throws(MachineFault) {
    let header = sources.folder + "/CLessonRuntime/include"
    for file in FileSystem.files(below: header) { try FileSystem.copy(header + "/" + file, to: folder + "/" + file) }
    var objects: [String] = []
    for module in ["LessonKit", "LessonRuntime"] {
      // Several threads give an object for each file, in the folder where the compiler runs.
      let place = "\(folder)/objects/\(module)"
      try FileSystem.makeFolder(place)
      try run(
        "swiftc",
        [
          "-O", "-wmo", "-num-threads", "2", "-parse-as-library", "-swift-version", "6", "-enable-upcoming-feature",
          "InternalImportsByDefault", "-package-name", "lessons", "-module-cache-path", modules(in: folder), "-I", folder, "-c",
          "-module-name", module, "-emit-module", "-emit-module-path", "\(folder)/\(module).swiftmodule",
        ] + Self.unverified + toolchain.callingArguments.flatMap { ["-Xfrontend", $0] } + sources.swiftFiles(of: module),
        in: place)
      objects += FileSystem.files(below: place).filter { $0.hasSuffix(".o") }.map { place + "/" + $0 }
    }
    for file in FileSystem.files(below: sources.folder + "/CLessonRuntime") where file.hasSuffix(".c") {
      let object = "\(folder)/objects/\(file).o"
      try run(
        "clang",
        [
          "-O2", "-fPIC", "-DLESSONS_CIRCUMSTANCES", "-c", sources.folder + "/CLessonRuntime/" + file, "-I",
          header, "-o", object,
        ] + (mathematics == nil ? [] : ["-DLESSONS_MATHEMATICS"]), in: folder)
      objects.append(object)
    }
    if let mathematics {
      let object = folder + "/objects/mathematics.o"
      for command in mathematics.commands(binaries: toolchain.binaries, object: object) {
        try run(command, in: folder, orElse: "the mathematics of \(mathematics.archive) cannot be taken")
      }
      objects.append(object)
    }
    try run(
      "swiftc",
      [
        "-emit-library", "-use-ld=lld", "-no-toolchain-stdlib-rpath", "-Xlinker", "-soname=libLessonSupport.so", "-o",
        folder + "/libLessonSupport.so",
      ]
        + objects, in: folder)
    FileSystem.remove(folder + "/objects")
  }

  /// Saves the compiler from checking its own work, which makes no other code and takes a twentieth of the time.
  private static let unverified = ["-Xfrontend", "-disable-llvm-verify", "-Xfrontend", "-sil-verify-none"]

  private func run(_ tool: String, _ arguments: [String], in folder: String) throws(MachineFault) {
    try run(
      Command(toolchain.binaries + "/" + tool, arguments), in: folder,
      orElse: "LessonKit cannot be compiled with this toolchain")
  }

  private func run(_ command: Command, in folder: String, orElse reason: String) throws(MachineFault) {
    try toolchain.run(command, in: folder, minutes: 10, orElse: reason)
  }
}

extension SupportBuilder {
  private func key(_ files: [SourceText], _ support: Support, _ settings: SwiftSettings) -> String {
    var digest = SHA256()
    let mode = (settings.mode ?? .five).rawValue
    for field in ["course support 2", support.key, mode, settings.optimize == true ? "-O" : "-Onone"] {
      digest.update(field: field)
    }
    for file in files {
      digest.update(field: file.path)
      digest.update(field: file.bytes)
    }
    return digest.finish()
  }

  /// The frontend itself: the driver would wrap the module for debuggers, and into a file of the same name.
  private func compileCourse(
    _ files: [SourceText], _ support: Support, _ settings: SwiftSettings, in draft: String, moduleCache: String,
    _ sandbox: Sandbox
  ) throws(MachineFault) -> ProcessOutcome {
    for (index, file) in files.enumerated() {
      let directive = Array("#sourceLocation(file: \"\(file.path.replacing("\"", with: "_"))\", line: 1)\n".utf8)
      try FileSystem.write(directive + file.bytes, to: draft + "/\(index).swift")
    }
    let arguments =
      toolchain.frontendArguments(
        module: "Support", settings: settings, moduleCache: moduleCache, searching: [support.folder])
      + DebugInformation.lines.arguments + [
        "-suppress-warnings", "-c", "-parse-as-library", "-emit-module-path", draft + "/Support.swiftmodule", "-o",
        draft + "/Support.o",
      ]
    var command = Command(
      toolchain.frontend, arguments + files.indices.map { draft + "/\($0).swift" },
      environment: toolchain.environment(temporary: draft), folder: draft)
    command.resources = .compiling(for: TimeLimit.compile.duration)
    let confinement = Confinement(
      readable: toolchain.readable + [support.folder, moduleCache], writable: [draft])
    return try ProcessRunner.run(
      sandbox.command(command, confinement), limits: ProcessLimits(times: [TimeLimit.compile.duration]))
  }

  /// - Parameter elsewhere: Whether an error that stands in none of the files is told at the first of them.
  private func diagnostics(
    _ outcome: ProcessOutcome, of files: [SourceText], elsewhere: Bool = true
  ) -> [Diagnostic] {
    let errors = CompilerMessage.messages(in: String(decoding: outcome.error, as: UTF8.self)).filter { $0.severity == .error }
    let found = errors.compactMap { error -> Diagnostic? in
      guard let file = files.first(where: { error.file.hasSuffix($0.path) }) else { return nil }
      var told = Diagnostic(
        .compileError, error.message, in: file, at: SourcePosition(line: max(error.line, 1), column: max(error.column, 1)))
      // Lessons have the kit without asking for it, so what came from a lesson may miss it.
      if error.message.hasPrefix("cannot find "), !String(decoding: file.bytes, as: UTF8.self).contains("import LessonKit") {
        told.notes.append(Diagnostic.Note("files of Support import what they use, 'import LessonKit' too"))
      }
      return told
    }
    if !found.isEmpty || !elsewhere { return found }
    return files.prefix(1).map {
      Diagnostic(.compileError, errors.first?.message ?? "the Support module does not compile", in: $0, at: 0)
    }
  }
}
