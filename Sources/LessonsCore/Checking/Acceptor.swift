/// One stretch of a lesson that is replaced.
package struct Splice: Sendable, Equatable {
  package var range: Range<Int>
  package var text: String
  /// What is told about it: the place and the change in a few words.
  package var summary: String
}

/// `LessonReport → [Splice]`: the changes that bring what is recorded up to date, and no other byte.
///
/// Published numbers, code, prose, tolerances and lines `...` stay. Law: after the splices are applied, accepting again
/// changes nothing.
package enum Acceptor {
  package static func splices(for report: LessonReport) -> [Splice] {
    guard let lesson = report.read.lesson else { return [] }
    var splices: [Splice] = []
    for block in lesson.blocks {
      if let splice = output(of: block, report, in: lesson) { splices.append(splice) }
    }
    for value in lesson.values {
      if let splice = text(of: value, report) { splices.append(splice) }
    }
    return splices.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// The bytes of a lesson with its splices applied.
  package static func apply(_ splices: [Splice], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var reached = 0
    for splice in splices where splice.range.lowerBound >= reached {
      result += bytes[reached..<splice.range.lowerBound]
      result += Array(splice.text.utf8)
      reached = splice.range.upperBound
    }
    return result + bytes[reached...]
  }

  private static func text(of value: ProseValue, _ report: LessonReport) -> Splice? {
    guard value.publication == .own, [.mismatch, .unrecorded].contains(report.check.values[value.index]),
      let computed = report.run.values[value.index].value.flatMap(ComputedValue.init)
    else { return nil }
    let tolerance = value.tolerance.flatMap { ExactDecimal($0) }
    let plain = WrittenValue(value.written, tolerance: tolerance).rewritten(for: computed)
    let text = escaped(plain)
    if plain == value.written { return nil }
    let line = value.position.line
    return Splice(range: value.textRange, text: text, summary: "\(line): [\(value.written)] is now [\(plain)]")
  }

  /// Characters that would be markup between the brackets of a link.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for character in text.replacing("\n", with: " ") {
      if "\\[]*_`<>|~&".contains(character) { escaped.append("\\") }
      escaped.append(character)
    }
    return escaped
  }

  private static func output(of block: SwiftBlock, _ report: LessonReport, in lesson: Lesson) -> Splice? {
    guard [.mismatch, .unrecorded].contains(report.check.blocks[block.index]), !block.attributes.isVolatile else { return nil }
    let computed = report.run.blocks[block.index].output
    guard let recorded = block.recorded else {
      if computed.isEmpty { return nil }
      let end = lesson.source.lineEnd
      let fence = OutputWriter.fence(for: computed, character: "`", atLeast: 3, prefix: block.linePrefix, lineEnd: end)
      let blank = end + OutputWriter.trimmed(block.linePrefix) + end + block.linePrefix
      return Splice(
        range: block.range.upperBound..<block.range.upperBound, text: blank + fence,
        summary: "\(block.position.line): recorded the output of block '\(block.name)'")
    }
    let written = RecordedOutput(recorded.code.text, tolerance: block.attributes.tolerance.flatMap { ExactDecimal($0) })
    if written.differences(from: computed).matches { return nil }
    let line = lesson.source.position(of: recorded.range.lowerBound).line
    if computed.isEmpty {
      return Splice(
        range: block.range.upperBound..<recorded.range.upperBound, text: "",
        summary: "\(line): removed the output of block '\(block.name)', which prints nothing")
    }
    return Splice(
      range: recorded.range,
      text: OutputWriter.rewritten(recorded, written.accepted(computed: computed), in: lesson.source),
      summary: "\(line): updated the output of block '\(block.name)'")
  }
}
