package import LessonModel
package import Machine

/// Records the values at the lines of a lesson's traced blocks, and checks that they are those of the lesson's own run.
package struct Tracer: Sendable {
  let runner: ProgramRunner

  /// - Parameter runner: Contained, if programs are to be.
  package init(runner: ProgramRunner) { self.runner = runner }

  /// What was recorded of a lesson, by its blocks, and what stands in the way.
  package struct Result: Sendable {
    package var traces: [Int: Trace] = [:]
    package var faults: [Diagnostic] = []
  }

  /// - Parameters:
  ///   - programs: Those that record values, of all sessions.
  ///   - run: What the lesson came to.
  package func result(of lesson: Lesson, _ programs: [Program], _ run: Run) throws(MachineFault) -> Result {
    var result = Result()
    for program in programs {
      let blocks = program.blocks.map { lesson.blocks[$0] }.filter(\.attributes.isTraced)
      let comparison = TraceComparison(lesson: lesson, blocks: blocks, run: run)
      if let recording = runner.recording(of: program) {
        result.add(comparison.result(RecordingReader(recording, of: program)))
        continue
      }
      switch try runner.run(program) {
      case .good(let recording, let again):
        var found = comparison.result(RecordingReader(recording, of: program))
        if let again {
          comparison.compare(&found, with: comparison.result(RecordingReader(again, of: program)))
          // What differs elsewhere is meant to, or told already.
          if found.faults.isEmpty { runner.keep(recording, of: program) }
        }
        result.add(found)
      case .failed(let ending, _):
        let reader = RecordingReader(ending.recording, of: program)
        result.faults.append(comparison.failure(reader, ending.end))
      case .refused(let messages): result.faults.append(comparison.refusal(messages, of: program))
      case .compilerFault(let message): result.faults.append(comparison.fault(message, at: blocks.first))
      case .partial(let partial): result.faults.append(comparison.refusal(partial.messages, of: program))
      }
    }
    return result
  }
}

extension Tracer.Result {
  fileprivate mutating func add(_ other: Tracer.Result) {
    traces.merge(other.traces) { $1 }
    faults += other.faults
  }
}
