package import LessonModel

/// `WovenLesson → [Splice]`: the changes that bring what is recorded up to date, and no other byte.
///
/// Published numbers, words around a number, code, prose, tolerances and lines `...` stay. Law: after the splices are applied, accepting again
/// changes nothing.
package enum Acceptor {
  package static func splices(for woven: WovenLesson) -> [Splice] {
    let splices =
      woven.cells.compactMap { output(of: $0, in: woven.lesson.source) }
      + woven.values.compactMap { text(of: $0, in: woven.lesson) }
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

  /// What accepting cannot mend: failures, published numbers, words in the text, comments in code.
  package static func leftover(_ woven: WovenLesson) -> [Diagnostic] {
    let code = woven.lesson.blocks.map(\.range)
    let values = woven.lesson.values.map(\.textRange)
    let words = woven.values.filter { $0.status == .mismatch && text(of: $0, in: woven.lesson) == nil }.map(\.value.textRange)
    return woven.diagnostics.filter { diagnostic in
      let offset = woven.lesson.source.offset(of: diagnostic.position)
      switch diagnostic.kind {
      case .unrecorded: return false
      // A caption stands in its block's first line, but its values are values.
      case .mismatch:
        if words.contains(where: { $0.contains(offset) || $0.upperBound == offset }) { return true }
        return code.contains { $0.contains(offset) } && !values.contains { $0.contains(offset) }
      default: return true
      }
    }
  }

  /// The digits of a value that change, or all of it where nothing is recorded; nil where nothing does, or words would have to.
  private static func text(of value: WovenValue, in lesson: Lesson) -> Splice? {
    let written = value.value
    guard written.publication == .own, [.mismatch, .unrecorded].contains(value.status), let computed = value.computed else {
      return nil
    }
    let edits = WrittenValue(written, of: lesson).edits(for: computed)
    if edits.isEmpty { return nil }
    let plain = written.written.applying(edits)
    let change = Splice.Change.value(from: written.written, to: plain)
    if written.isUnrecorded {
      return Splice(range: written.textRange, text: escaped(plain), change: change, position: written.position)
    }

    guard let places = WrittenPlaces(written.written, in: written.textRange, of: lesson.source) else { return nil }
    var text = ""
    var whole: Range<Int>?
    for edit in edits {
      guard let range = places.range(edit.range) else { return nil }
      text += (whole.map { lesson.source.text($0.upperBound..<range.lowerBound) } ?? "") + edit.text
      whole = (whole?.lowerBound ?? range.lowerBound)..<range.upperBound
    }
    return whole.map { Splice(range: $0, text: text, change: change, position: written.position) }
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

  private static func output(of cell: WovenCell, in source: SourceText) -> Splice? {
    let block = cell.block
    guard [.mismatch, .unrecorded].contains(cell.status), !block.attributes.isVolatile else { return nil }
    let computed = cell.run.output
    guard let recorded = block.recorded else {
      if computed.isEmpty { return nil }
      let (end, prefix) = (source.lineEnd, block.fence.linePrefix)
      let fence = OutputWriter.fence(for: computed, character: "`", atLeast: 3, prefix: prefix, lineEnd: end)
      return Splice(
        range: block.range.upperBound..<block.range.upperBound,
        text: end + OutputWriter.trimmed(prefix) + end + prefix + fence,
        change: .output(.recorded, of: block.name), position: block.position)
    }
    let written = RecordedOutput(recorded.code.text, tolerance: block.attributes.tolerance)
    if written.differences(from: computed).matches { return nil }
    let position = source.position(of: recorded.range.lowerBound)
    if computed.isEmpty {
      return Splice(
        range: block.range.upperBound..<recorded.range.upperBound, text: "",
        change: .output(.removed, of: block.name), position: position)
    }
    return Splice(
      range: recorded.range, text: OutputWriter.rewritten(recorded, written.accepted(computed: computed), in: source),
      change: .output(.updated, of: block.name), position: position)
  }
}
