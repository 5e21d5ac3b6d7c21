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

  /// What is remembered of all programs of a lesson, for which nothing needs to be contained; nil where one has to run.
  func remembered(of lesson: Lesson, _ programs: [Program], _ run: Run) -> Result? {
    var result = Result()
    for program in programs {
      guard let recording = runner.recording(of: program) else { return nil }
      result.add(comparison(of: program, lesson, run).result(RecordingReader(recording, of: program)))
    }
    return result
  }

  private func comparison(of program: Program, _ lesson: Lesson, _ run: Run) -> TraceComparison {
    TraceComparison(lesson: lesson, blocks: program.blocks.map { lesson.blocks[$0] }.filter(\.attributes.isTraced), run: run)
  }

  /// - Parameters:
  ///   - programs: Those that record values, of all sessions.
  ///   - run: What the lesson came to.
  package func result(of lesson: Lesson, _ programs: [Program], _ run: Run) throws(MachineFault) -> Result {
    var result = Result()
    for program in programs {
      let comparison = comparison(of: program, lesson, run)
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
      case .compilerFault(let message): result.faults.append(comparison.fault(message, at: comparison.blocks.first))
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
