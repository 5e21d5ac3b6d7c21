import LessonModel
import Machine

/// Makes what a page needs to run its lesson again, and checks that the page computes what the lesson does.
struct Explorer: Sendable {
  var runner: ProgramRunner
  var compiler: PageCompiler
  var cacheFolder: String?

  /// - Parameters:
  ///   - program: The lesson's own session.
  ///   - run: What it came to.
  func exploration(
    of lesson: Lesson, _ page: PageProgram, _ program: Program, _ run: Run
  ) throws(MachineFault) -> (Exploration?, [Diagnostic]) {
    let idle = ExploredRange.idle(in: lesson)
    if !idle.isEmpty {
      return (nil, idle.map { fault("nothing in the lesson depends on '\($0.name)'", at: $0.position, in: lesson) })
    }
    let comparison = PageComparison(lesson: lesson, page: page)
    let settings = settings(of: lesson)
    let key = key(page, program)
    let store = SealedStore(folder: cacheFolder, kind: "pages")
    if let fields = store.fields(for: key), let kept = try KeptPage(fields, settings.count) {
      return (exploration(lesson, page, program, kept, settings, comparison), [])
    }
    let folder = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(folder) }
    let module: String
    switch try compiler.compile(page.program, in: folder) {
    case .refused(let messages): return (nil, refusals(messages, page, lesson))
    case .failed(let message): return (nil, [fault(message, at: lesson.parameters[0].position, in: lesson)])
    case .module(let path): module = path
    }
    let standard = lesson.parameters.map(\.standard)
    var faults = comparison.differences(
      "", lesson.parameters[0].position, run.blocks, run.values,
      try compiler.recording(of: module, parameters: standard, in: folder))
    if !faults.isEmpty { return (nil, faults) }
    let endings = try runner.endings(of: program, with: settings.map(\.all))
    var recordings: [Recording] = []
    for (setting, ending) in zip(settings, endings) {
      let parameter = lesson.parameters[setting.parameter]
      let name = "with \(parameter.name) = \(parameter.text(of: setting.value)) "
      guard runner.isWhole(ending, program) else {
        faults.append(fault(name + "the lesson \(Self.words(ending.end))", at: parameter.position, in: lesson))
        continue
      }
      recordings.append(ending.recording)
      if compiler.grade == .quick { continue }
      let reader = RecordingReader(ending.recording, of: program)
      faults += comparison.differences(
        name, parameter.position, reader.blocks, reader.values,
        try compiler.recording(of: module, parameters: setting.all, in: folder))
    }
    if !faults.isEmpty { return (nil, faults) }
    guard let bytes = FileSystem.read(module) else { throw MachineFault("the linker wrote no module") }
    let kept = KeptPage(module: try packed(module, bytes, in: folder), samples: recordings)
    store.keep(kept.fields, for: key)
    return (exploration(lesson, page, program, kept, settings, comparison), [])
  }

  /// One run of the check: a parameter at another setting, and with it all parameters by their numbers.
  struct Setting {
    var parameter: Int
    var value: Double
    var all: [Double]
  }

  private func settings(of lesson: Lesson) -> [Setting] {
    let standard = lesson.parameters.map(\.standard)
    return lesson.parameters.enumerated().flatMap { number, parameter in
      let samples = parameter.samples
      let wanted = compiler.grade == .quick ? [samples.first, samples.last].compactMap { $0 } : samples
      return wanted.map { value in
        var all = standard
        all[number] = value
        return Setting(parameter: number, value: value, all: all)
      }
    }
  }

  private func exploration(
    _ lesson: Lesson, _ page: PageProgram, _ program: Program, _ kept: KeptPage, _ settings: [Setting],
    _ comparison: PageComparison
  ) -> Exploration {
    let samples = zip(settings, kept.samples).map { setting, recording in
      let reader = RecordingReader(recording, of: program)
      let part = page.parts.first { $0.parameters.contains(setting.parameter) }
      let blocks = Set(part?.cells.map(\.block) ?? [])
      let values = Set(part?.values.map(\.value) ?? [])
      return ExploredSample(
        parameter: setting.parameter, setting: setting.value,
        blocks: comparison.finished(reader.blocks.filter { blocks.contains($0.key) }),
        values: reader.values.filter { values.contains($0.key) })
    }
    return Exploration(parameters: lesson.parameters, parts: page.parts, module: kept.module, samples: samples)
  }

  private func key(_ page: PageProgram, _ program: Program) -> String {
    var digest = SHA256()
    for field in ["page 1", runner.key(program), compiler.kit.key, compiler.grade.rawValue, page.program.keyText] {
      digest.update(field: field)
    }
    return digest.finish()
  }

  private func refusals(_ messages: [CompilerMessage], _ page: PageProgram, _ lesson: Lesson) -> [Diagnostic] {
    // What is wrong inside of the kit is wrong for what the lesson calls it with.
    var own: [CompilerMessage] = []
    var pending: CompilerMessage?
    for message in messages {
      if message.severity == .error { pending = message.isOwn(of: page.program) ? nil : message }
      if message.isOwn(of: page.program), message.severity == .error { own.append(message) }
      if message.isOwn(of: page.program), message.severity == .note, var moved = pending {
        (moved.file, moved.line, moved.column) = (message.file, message.line, message.column)
        own.append(moved)
        pending = nil
      }
    }
    let gathering = Gathering(.refused(own.isEmpty ? messages : own), of: page.program, in: lesson)
    return gathering.run.diagnostics.map { diagnostic in
      var moved = diagnostic
      moved.kind = .explore
      moved.message = "the page cannot run this: \(PageReason.reason(diagnostic.message))"
      return moved
    }
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

/// What is kept of a page: its module, and what the lesson came to at the settings of the check.
struct KeptPage {
  var module: ExploredModule
  var samples: [Recording]

  init(module: ExploredModule, samples: [Recording]) {
    self.module = module
    self.samples = samples
  }

  var fields: [[UInt8]] {
    [module.packed, Array("\(module.size)".utf8), Array(module.hash.utf8)] + samples.flatMap { [$0.output, $0.stream] }
  }

  init?(_ fields: [[UInt8]], _ count: Int) throws(MachineFault) {
    guard fields.count == 3 + 2 * count, let size = Int(String(decoding: fields[1], as: UTF8.self)) else { return nil }
    module = ExploredModule(packed: fields[0], size: size, hash: String(decoding: fields[2], as: UTF8.self))
    samples = []
    for place in stride(from: 3, to: fields.count, by: 2) {
      samples.append(try Recording(output: fields[place], stream: fields[place + 1]))
    }
  }
}

/// Why Embedded Swift refuses something, in words for an author.
enum PageReason {
  private static let reasons = [
    ("no such module 'Foundation'", "pages have no Foundation; LessonKit has the mathematics, and fixed(x, 3) writes numbers"),
    (
      "global function 'print",
      "pages cannot print such a value; print its parts, or give its type a 'description' (CustomStringConvertible)"
    ),
    ("'any Error'", "an error must have its type: 'throws(SomeError)'"),
    ("throws expression of type", "an error must have its type: 'throws(SomeError)'"),
    ("keypath", "pages have no key paths; write a closure"),
  ]

  static func reason(_ message: String) -> String { reasons.first { message.contains($0.0) }?.1 ?? message }
}
