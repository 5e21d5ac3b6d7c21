import ArgumentParser
import Foundation
import LessonModel
import LessonPipeline
import Machine

/// How `check` reports.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  case text, github, json, junit, sarif
}

extension CheckFormat {
  /// What a check comes to.
  func told(
    _ path: String, by pipeline: Pipeline, _ judge: Judge, on console: Console
  ) throws(MachineFault) -> Told {
    let paths = ReportPaths()
    let form = console.form + [rawValue, judge.form] + (self == .text ? [] : [paths.folder])
    func told(_ report: CourseReport, _ text: String) -> Told {
      Told([.result(text)] + console.remark(CheckSummary.text(report)), isGood: report.allDiagnostics.errorCount == 0)
    }
    func brief(_ text: @escaping (CourseReport) -> String) throws(MachineFault) -> Told {
      try pipeline.checked(path, form: form) { report in
        let judged = paths.relative(judge.judged(report))
        return told(judged, text(judged))
      }
    }
    func detailed(_ text: (WovenCourse) -> String) throws(MachineFault) -> Told {
      try pipeline.checked(
        path, form: form,
        inDetail: { course in
          let judged = paths.relative(judge.judged(course))
          return told(CourseReport(judged), text(judged))
        })
    }
    switch self {
    case .text:
      return try pipeline.checked(path, form: form) { Self.text(judge.judged($0), on: console) }
    case .github: return try brief { GitHubReport.text($0.allDiagnostics) }
    case .sarif: return try brief { SARIFReport.log($0).text + "\n" }
    case .json: return try detailed { JSONReport.course($0).text + "\n" }
    case .junit: return try detailed(JUnitReport.text)
    }
  }

  private static func text(_ report: CourseReport, on console: Console) -> Told {
    let diagnostics = report.allDiagnostics
    let isGood = diagnostics.errorCount == 0
    let lines = console.text(diagnostics).map { ToldLine.result($0) }
    if console.detail == .quiet, isGood { return Told(lines, isGood: isGood) }
    return Told(lines + [.result(CheckSummary.text(report) + "\n")], isGood: isGood)
  }
}

/// What a check looked at and what it found, in one line.
enum CheckSummary {
  static func text(_ course: CourseReport) -> String {
    let tally = course.tally
    var parts = [
      counted(tally.outputs, "output"), counted(tally.values, "value") + " in prose", counted(tally.comments, "comment"),
    ]
    if tally.published + tally.refuted > 0 { parts.append("\(tally.published) published, \(tally.refuted) refuted") }
    if tally.volatile > 0 { parts.append(counted(tally.volatile, "volatile result") + " not compared") }
    if tally.implied > 0 { parts.append("\(tally.implied) implied") }
    let silent = course.lessons.filter { $0.tally.compared == 0 }
    // Of a lesson that fails nobody knows whether it has something to compare.
    let failed = silent.count { $0.diagnostics.errorCount > 0 }
    if silent.count > failed { parts.append(counted(silent.count - failed, "lesson") + " with nothing to compare") }
    if failed > 0 { parts.append(counted(failed, "lesson") + " not compared because of errors") }
    let diagnostics = course.allDiagnostics
    let errors = diagnostics.errorCount
    let warnings = diagnostics.warningCount
    let unbound = diagnostics.filter { $0.kind == .unbound }
    let excess = unbound.errorCount
    if unbound.count > excess { parts.append(counted(unbound.count - excess, "number") + " that nobody computes") }
    if excess > 0 { parts.append(counted(excess, "number") + " that nobody computes beyond what the course allows") }
    var verdict = errors > 0 ? counted(errors, "error") : tally.compared > 0 ? "all match" : "nothing was compared"
    if warnings > 0 { verdict += ", " + counted(warnings, "warning") }
    return "checked \(counted(course.lessons.count, "lesson")): \(parts.joined(separator: ", ")): \(verdict)"
  }
}

/// The paths of reports that another program reads: from the folder that the tool was started in, which is that of the
/// repository.
struct ReportPaths: Sendable, Equatable {
  let folder: String

  init() { folder = FileManager.default.currentDirectoryPath }

  func relative(_ path: String) -> String {
    guard path.hasPrefix("/") else { return path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
    let whole = FileSystem.absolute(path)
    return whole.hasPrefix(folder + "/") ? String(whole.dropFirst(folder.count + 1)) : whole
  }

  func relative(_ report: CourseReport) -> CourseReport {
    var report = report
    report.path = relative(report.path)
    report.diagnostics = relative(report.diagnostics)
    for index in report.lessons.indices {
      report.lessons[index].failures = relative(report.lessons[index].failures)
      report.lessons[index].mismatches = relative(report.lessons[index].mismatches)
    }
    return report
  }

  func relative(_ course: WovenCourse) -> WovenCourse {
    var course = course
    course.course.path = relative(course.course.path)
    course.diagnostics = relative(course.diagnostics)
    course.lessons = course.lessons.map { entry in
      switch entry {
      case .refused(var lesson):
        lesson.source = relative(lesson.source)
        lesson.diagnostics = relative(lesson.diagnostics)
        return .refused(lesson)
      case .woven(var woven):
        woven.lesson.source = relative(woven.lesson.source)
        woven.failures = relative(woven.failures)
        woven.mismatches = relative(woven.mismatches)
        return .woven(woven)
      }
    }
    return course
  }

  private func relative(_ source: SourceText) -> SourceText { SourceText(path: relative(source.path), bytes: source.bytes) }

  private func relative(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.map { diagnostic in
      var shown = diagnostic
      shown.path = relative(diagnostic.path)
      return shown
    }
  }
}
