import LessonModel
import Machine

extension Lesson {
  /// What is said of a setting with which the lesson does not run to its end.
  ///
  /// - Parameters:
  ///   - setting: The setting in words.
  ///   - position: Where its parameter stands.
  func fault(_ ending: Ending, of program: Program, _ setting: String, at position: SourcePosition) -> Diagnostic {
    var notes: [Diagnostic.Note] = []
    let what: String
    switch ending.end {
    case .stopped(.time(let limit)): what = "takes longer than \(TimeLimit(limit).text)"
    case .stopped(.output): what = "prints too much"
    case .exited(let status): what = "ends before its end, with status \(status)"
    case .signaled(let signal):
      let report = TrapReport.read(signal: signal, error: ending.error, fileName: program.fileName)
      what = "traps: \(report.message)"
      if let place = report.place {
        notes.append(Diagnostic.Note("it traps here", at: SourcePosition(line: place.line, column: place.column ?? 1)))
      }
    }
    var fault = pageFault(setting + "the lesson " + what, at: position)
    fault.notes = notes
    return fault
  }
}
