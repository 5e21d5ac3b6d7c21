import LessonModel
import Machine

/// Settings of a parameter with which the lesson does not run to its end, all in the same way: told once.
struct BrokenSettings: Equatable {
  var parameter: LessonParameter
  /// The settings in words.
  var settings: [String]
  /// What the lesson does instead.
  var what: String
  /// Where it does that; nil where nobody knows.
  var place: SourcePosition?

  /// - Parameter program: The program that ended so.
  init(_ parameter: LessonParameter, at setting: Double, _ ending: Ending, of program: Program) {
    self.parameter = parameter
    settings = [parameter.text(of: setting)]
    switch ending.end {
    case .stopped(.time(let limit)): what = "takes longer than \(TimeLimit(limit).text)"
    case .stopped(.output): what = "prints too much"
    case .exited(let status): what = "ends before its end, with status \(status)"
    case .signaled(let signal):
      let report = TrapReport.read(signal: signal, error: ending.error, fileName: program.fileName)
      what = "traps: \(report.message)"
      place = report.place.map { SourcePosition(line: $0.line, column: $0.column ?? 1) }
    }
  }

  /// Takes in others, if they are of the same kind.
  mutating func join(_ other: BrokenSettings) -> Bool {
    guard parameter == other.parameter, what == other.what, place == other.place else { return false }
    settings += other.settings
    return true
  }

  func diagnostic(in lesson: Lesson) -> Diagnostic {
    var fault = lesson.pageFault("with \(parameter.name) = \(settings.listed) the lesson \(what)", at: parameter.position)
    fault.notes = place.map { [Diagnostic.Note("it does so here", at: $0)] } ?? []
    return fault
  }
}

extension [BrokenSettings] {
  /// Takes in one more.
  mutating func add(_ broken: BrokenSettings) {
    if !isEmpty, self[count - 1].join(broken) { return }
    append(broken)
  }
}
