import LessonModel
import Machine

/// Makes what a page needs to run its lesson again, and checks that the page computes what the lesson does.
struct Explorer: Sendable {
  /// Contained, if programs are to be.
  var runner: ProgramRunner
  var compiler: PageCompiler
  var memory: PageMemory

  /// What a page gets, and what is wrong with it.
  struct Result: Sendable, Equatable {
    var exploration: Exploration?
    var diagnostics: [Diagnostic] = []
  }

  func result(of task: PageTask) throws(MachineFault) -> Result {
    let folder = try FileSystem.makeScratchFolder()
    defer { FileSystem.remove(folder) }
    let lesson = task.lesson
    let module: String
    switch try compiler.compile(task.page.program, in: folder) {
    case .refused(let messages):
      return Result(diagnostics: PageRefusal(messages: messages, page: task.page).diagnostics(in: lesson))
    case .failed(let message): return Result(diagnostics: [lesson.pageFault(message, at: lesson.parameters[0].position)])
    case .module(let path): module = path
    }
    var faults = try differences(task, module, folder)
    if !faults.isEmpty { return Result(diagnostics: faults) }
    let (recordings, others) = try recordings(task, module, folder)
    faults += others
    if !faults.isEmpty { return Result(diagnostics: faults) }
    guard let bytes = FileSystem.read(module) else { throw MachineFault("the linker wrote no module") }
    let kept = KeptPage(module: try packed(module, bytes, in: folder), samples: recordings)
    memory.keep(kept, for: task)
    return kept.result(of: task)
  }

  /// Whether each part of the page comes to what the lesson did, with all parameters as the author has them.
  private func differences(_ task: PageTask, _ module: String, _ folder: String) throws(MachineFault) -> [Diagnostic] {
    let parameters = task.lesson.parameters
    var faults: [Diagnostic] = []
    for (number, part) in task.page.parts.enumerated() {
      let comparison = PageComparison(
        lesson: task.lesson, page: task.page, part: part, name: "", position: parameters[part.parameters[0]].position)
      faults += comparison.differences(
        task.run.blocks, task.run.values,
        try compiler.recording(of: module, part: number, parameters: parameters.map(\.standard), in: folder))
    }
    return faults
  }

  /// What the lesson comes to at each setting, and where its page comes to something else.
  private func recordings(
    _ task: PageTask, _ module: String, _ folder: String
  ) throws(MachineFault) -> ([Recording], [Diagnostic]) {
    var recordings: [Recording] = []
    var faults: [Diagnostic] = []
    var broken: [BrokenSettings] = []
    for (setting, ending) in zip(task.settings, try runner.endings(of: task.part, with: task.settings.map(\.all))) {
      let parameter = task.lesson.parameters[setting.parameter]
      let name = "with \(parameter.name) = \(parameter.text(of: setting.value)) "
      guard runner.isWhole(ending, task.part) else {
        broken.add(BrokenSettings(parameter, at: setting.value, ending, of: task.part))
        continue
      }
      recordings.append(ending.recording)
      if compiler.grade == .quick { continue }
      let reader = RecordingReader(ending.recording, of: task.part)
      let comparison = PageComparison(
        lesson: task.lesson, page: task.page, part: task.page.parts[setting.part], name: name, position: parameter.position)
      faults += comparison.differences(
        reader.blocks, reader.values,
        try compiler.recording(of: module, part: setting.part, parameters: setting.all, in: folder))
    }
    return (recordings, broken.map { $0.diagnostic(in: task.lesson) } + faults)
  }

  private func packed(_ module: String, _ bytes: [UInt8], in folder: String) throws(MachineFault) -> ExploredModule {
    let outcome = try ProcessRunner.run(
      Command("/usr/bin/env", ["gzip", "-9nc", module], environment: ["PATH": "/usr/bin:/bin"], folder: folder),
      limits: ProcessLimits(times: [.seconds(60)], outputBytes: 64 << 20))
    guard outcome.end == .exited(0) else { throw MachineFault("cannot compress a page's program; is gzip installed?") }
    return ExploredModule(packed: outcome.output, size: bytes.count, hash: SHA256.digest(bytes))
  }
}

extension KeptPage {
  /// What the page gets of it.
  func result(of task: PageTask) -> Explorer.Result {
    let samples = zip(task.settings, samples).map { setting, recording in
      let reader = RecordingReader(recording, of: task.part)
      let part = task.page.parts[setting.part]
      let blocks = Set(part.cells.map(\.block))
      let values = Set(part.values.map(\.value))
      return ExploredSample(
        parameter: setting.parameter, setting: setting.value,
        blocks: task.lesson.finished(reader.blocks.filter { blocks.contains($0.key) }),
        values: reader.values.filter { values.contains($0.key) })
    }
    return Explorer.Result(
      exploration: Exploration(
        parameters: task.lesson.parameters, parts: task.page.parts, blocks: task.page.program.blocks, module: module,
        samples: samples),
      diagnostics: MovingAxes.diagnostics(of: samples, in: task.lesson))
  }
}

extension Lesson {
  /// What is wrong with the page of the lesson, at a parameter.
  func pageFault(_ message: String, at position: SourcePosition) -> Diagnostic {
    Diagnostic(.explore, message, in: source, at: position)
  }
}
