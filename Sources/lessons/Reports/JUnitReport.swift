import LessonModel

/// Results as test reports have them: a suite for each lesson, a case for each result that is compared.
///
/// Times are left out, so that the same course gives the same bytes.
enum JUnitReport {
  static func text(_ course: WovenCourse) -> String {
    var suites = course.lessons.map { Suite($0) }
    if !course.diagnostics.isEmpty { suites.insert(Suite(ofAll: course), at: 0) }
    let cases = suites.flatMap(\.cases)
    let text = suites.map(xml).joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="\(attribute("lessons check \(course.course.path)"))" tests="\(cases.count)" \
      failures="\(cases.failureCount)" errors="0">
      \(text)</testsuites>

      """
  }

  private static func xml(_ suite: Suite) -> String {
    let cases = suite.cases
    var text = """
      <testsuite name="\(attribute(suite.path))" file="\(attribute(suite.path))" tests="\(cases.count)" \
      failures="\(cases.failureCount)" errors="0" skipped="\(cases.count(where: \.isSkipped))">

      """
    for item in cases { text += xml(item, in: suite) }
    return text + "</testsuite>\n"
  }

  private static func xml(_ item: ResultCase, in suite: Suite) -> String {
    let head = "<testcase classname=\"\(attribute(suite.path))\" name=\"\(attribute(item.name))\""
    var inner = ""
    for error in item.faults where error.severity == .error {
      inner += """
        <failure type="\(error.kind.rawValue)" message="\(attribute(error.message))">\(content(DiagnosticText.text(error)))</failure>

        """
    }
    if item.isSkipped, let reason = item.skipped { inner += "<skipped message=\"\(attribute(reason))\"/>\n" }
    let remarks = item.faults.filter { $0.severity != .error }.map { DiagnosticText.text($0) }
    if !remarks.isEmpty { inner += "<system-out>\(content(remarks.joined()))</system-out>\n" }
    return inner.isEmpty ? head + "/>\n" : head + ">\n\(inner)</testcase>\n"
  }

  private static func attribute(_ text: String) -> String {
    content(text).replacing("\n", with: "&#10;").replacing("\t", with: "&#9;")
  }

  /// XML has no place for control characters and two more, not even as references.
  private static func content(_ text: String) -> String {
    HTML.escaped(DiagnosticText.visible(text)).replacing("\u{FFFE}", with: "<U+FFFE>").replacing("\u{FFFF}", with: "<U+FFFF>")
  }
}

/// A result that is compared, and what is wrong with it.
struct ResultCase: Sendable, Equatable {
  var name: String
  /// The places in the lesson that belong to it.
  var places: Range<SourcePosition>
  var faults: [Diagnostic] = []
  /// Why it was not compared; nil where it was.
  var skipped: String?

  /// Whether nothing is known of it.
  var isSkipped: Bool { skipped != nil && faults.errorCount == 0 }
}

extension [ResultCase] {
  /// How many of them failed.
  var failureCount: Int { count { $0.faults.errorCount > 0 } }
}

/// The results of a lesson.
struct Suite: Sendable, Equatable {
  var path: String
  /// First the text itself, then what it computes.
  var cases: [ResultCase]

  /// What is wrong with the course as a whole.
  init(ofAll course: WovenCourse) {
    path = course.course.path
    cases = [ResultCase(name: "course", places: Self.nowhere, faults: course.diagnostics)]
  }

  init(_ entry: WovenEntry) {
    path = entry.read.source.path
    cases = [ResultCase(name: "text", places: Self.nowhere)]
    guard case .woven(let woven) = entry else {
      cases[0].faults = entry.diagnostics
      return
    }
    let source = woven.lesson.source
    // What is inside of another comes behind it: the last that holds a place is the nearest.
    for cell in woven.cells where cell.block.attributes.runs {
      let end = cell.block.recorded?.range.upperBound ?? cell.block.range.upperBound
      cases.append(
        ResultCase(
          name: "block \(cell.block.name)", places: source.places(cell.block.range.lowerBound..<end), skipped: cell.skipped))
      for (index, comment) in cell.comments.enumerated() {
        let line = source.lineRange(comment.position.line)
        cases.append(
          ResultCase(
            name: "block \(cell.block.name), comment \(index + 1): \(comment.written)",
            places: source.places(source.offset(of: comment.position)..<line.upperBound),
            skipped: comment.status == .notRun ? "not run" : nil))
      }
    }
    for value in woven.values {
      cases.append(
        ResultCase(
          name: "value \(value.value.index + 1): \(value.value.expression)", places: source.places(value.value.range),
          skipped: value.status == .notRun ? "not run" : nil))
    }
    for diagnostic in woven.diagnostics {
      let place = cases.lastIndex { $0.places.contains(diagnostic.position) } ?? 0
      cases[place].faults.append(diagnostic)
    }
  }

  private static let nowhere = SourcePosition(line: 0, column: 0)..<SourcePosition(line: 0, column: 0)
}

extension WovenCell {
  /// Why its output was not compared; nil where it was, or where there was nothing to compare.
  fileprivate var skipped: String? {
    if run.status == .notRun { return "not run" }
    return block.attributes.isVolatile ? "volatile, so not compared" : nil
  }
}

extension SourceText {
  /// The places of a stretch of bytes, the one behind it included: a value's mark may stand there.
  fileprivate func places(_ range: Range<Int>) -> Range<SourcePosition> {
    position(of: range.lowerBound)..<position(of: range.upperBound + 1)
  }
}
