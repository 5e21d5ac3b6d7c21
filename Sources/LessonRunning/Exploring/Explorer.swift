import LessonModel
import Machine

/// Makes what a page needs to run its lesson again, and checks that the page computes what the lesson does.
struct Explorer: Sendable {
  var runner: ProgramRunner
  var compiler: PageCompiler
  var cacheFolder: String?

  /// What a page gets, and what is wrong with it.
  struct Result: Sendable, Equatable {
    var exploration: Exploration?
    var diagnostics: [Diagnostic] = []
  }

  /// - Parameters:
  ///   - program: What of the lesson's own session the page has.
  ///   - whole: The session.
  ///   - run: What it came to.
  func result(
    of lesson: Lesson, _ page: PageProgram, _ program: Program, whole: Program, _ run: Run
  ) throws(MachineFault) -> Result {
    let idle = ExploredRange.idle(in: lesson)
    if !idle.isEmpty {
      return Result(
        diagnostics: idle.map { fault("nothing in the lesson depends on '\($0.name)'", at: $0.position, in: lesson) })
    }
    let settings = ExploredSetting.all(of: lesson, page, grade: compiler.grade)
    let store = SealedStore(folder: cacheFolder, kind: "pages")
    let key = key(page, [whole, program], settings)
    if let fields = store.fields(for: key), let kept = try KeptPage(fields, settings.count) {
      return result(lesson, page, program, kept, settings)
    }
    let folder = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(folder) }
    let module: String
    switch try compiler.compile(page.program, in: folder) {
    case .refused(let messages): return Result(diagnostics: PageRefusal(messages: messages, page: page).diagnostics(in: lesson))
    case .failed(let message): return Result(diagnostics: [fault(message, at: lesson.parameters[0].position, in: lesson)])
    case .module(let path): module = path
    }
    var faults = try differences(lesson, page, run, module, folder)
    if !faults.isEmpty { return Result(diagnostics: faults) }
    let (recordings, others) = try recordings(lesson, page, program, settings, module, folder)
    faults += others
    if !faults.isEmpty { return Result(diagnostics: faults) }
    guard let bytes = FileSystem.read(module) else { throw MachineFault("the linker wrote no module") }
    let kept = KeptPage(module: try packed(module, bytes, in: folder), samples: recordings)
    store.keep(kept.fields, for: key)
    return result(lesson, page, program, kept, settings)
  }

  /// Whether each part of the page comes to what the lesson did, with all parameters as the author has them.
  private func differences(
    _ lesson: Lesson, _ page: PageProgram, _ run: Run, _ module: String, _ folder: String
  ) throws(MachineFault) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for (number, part) in page.parts.enumerated() {
      let position = lesson.parameters[part.parameters[0]].position
      let comparison = PageComparison(lesson: lesson, page: page, part: part, name: "", position: position)
      faults += comparison.differences(
        run.blocks, run.values,
        try compiler.recording(of: module, part: number, parameters: lesson.parameters.map(\.standard), in: folder))
    }
    return faults
  }

  /// What the lesson comes to at each setting, and where its page comes to something else.
  private func recordings(
    _ lesson: Lesson, _ page: PageProgram, _ program: Program, _ settings: [ExploredSetting], _ module: String, _ folder: String
  ) throws(MachineFault) -> ([Recording], [Diagnostic]) {
    var recordings: [Recording] = []
    var faults: [Diagnostic] = []
    for (setting, ending) in zip(settings, try runner.endings(of: program, with: settings.map(\.all))) {
      let parameter = lesson.parameters[setting.parameter]
      let name = "with \(parameter.name) = \(parameter.text(of: setting.value)) "
      guard runner.isWhole(ending, program) else {
        faults.append(fault(name + "the lesson \(Self.words(ending.end))", at: parameter.position, in: lesson))
        continue
      }
      recordings.append(ending.recording)
      if compiler.grade == .quick { continue }
      let reader = RecordingReader(ending.recording, of: program)
      let comparison = PageComparison(
        lesson: lesson, page: page, part: page.parts[setting.part], name: name, position: parameter.position)
      faults += comparison.differences(
        reader.blocks, reader.values,
        try compiler.recording(of: module, part: setting.part, parameters: setting.all, in: folder))
    }
    return (recordings, faults)
  }

  private func result(
    _ lesson: Lesson, _ page: PageProgram, _ program: Program, _ kept: KeptPage, _ settings: [ExploredSetting]
  ) -> Result {
    let samples = zip(settings, kept.samples).map { setting, recording in
      let reader = RecordingReader(recording, of: program)
      let part = page.parts[setting.part]
      let blocks = Set(part.cells.map(\.block))
      let values = Set(part.values.map(\.value))
      return ExploredSample(
        parameter: setting.parameter, setting: setting.value,
        blocks: lesson.finished(reader.blocks.filter { blocks.contains($0.key) }),
        values: reader.values.filter { values.contains($0.key) })
    }
    return Result(
      exploration: Exploration(parameters: lesson.parameters, parts: page.parts, module: kept.module, samples: samples),
      diagnostics: MovingAxes.diagnostics(of: samples, in: lesson))
  }

  /// Names all that a page is made from and compared with.
  private func key(_ page: PageProgram, _ programs: [Program], _ settings: [ExploredSetting]) -> String {
    var digest = SHA256()
    for field in ["page 3"] + programs.map(runner.key) + [compiler.kit.key, compiler.flags, page.program.keyText] {
      digest.update(field: field)
    }
    for setting in settings {
      digest.update(field: "\(setting.parameter) \(setting.part)")
      for value in setting.all { digest.update(field: String(value.bitPattern, radix: 16)) }
    }
    return digest.finish()
  }

  private func fault(_ message: String, at position: SourcePosition, in lesson: Lesson) -> Diagnostic {
    Diagnostic(.explore, message, in: lesson.source, at: position)
  }

  private static func words(_ end: ProcessOutcome.End) -> String {
    switch end {
    case .stopped(.time(let limit)): "takes longer than \(TimeLimit(limit).text)"
    case .stopped(.output): "prints too much"
    case .signaled(let signal): "traps (signal \(signal))"
    case .exited(let status): "ends before its end, with status \(status)"
    }
  }

  private func packed(_ module: String, _ bytes: [UInt8], in folder: String) throws(MachineFault) -> ExploredModule {
    let outcome = try ProcessRunner.run(
      Command("/usr/bin/env", ["gzip", "-9nc", module], environment: ["PATH": "/usr/bin:/bin"], folder: folder),
      limits: ProcessLimits(times: [.seconds(60)], outputBytes: 64 << 20))
    guard outcome.end == .exited(0) else { throw MachineFault("cannot compress a page's program; is gzip installed?") }
    return ExploredModule(packed: outcome.output, size: bytes.count, hash: SHA256.digest(bytes))
  }
}
