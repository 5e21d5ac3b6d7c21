import LessonModel

/// The solutions of a lesson: where they stand, the text without them, and what of the lesson stands in them.
struct Solutions {
  private let ranges: [Range<Int>]
  /// The text with the solutions blanked out: lines and columns stay, so that places in the one text are places in the other.
  let source: SourceText

  init(of lesson: Lesson) {
    let solutions = lesson.callouts.filter { $0.kind == .solution }
    ranges = solutions.map(\.range)
    var bytes = lesson.source.bytes
    for solution in solutions { Self.blank(solution, in: &bytes) }
    source = SourceText(path: lesson.source.path, bytes: bytes)
  }

  var isEmpty: Bool { ranges.isEmpty }

  func contain(_ offset: Int) -> Bool { ranges.contains { $0.contains(offset) } }

  /// The diagnostics that are not about a solution, without their notes that are.
  func removed(from diagnostics: [Diagnostic]) -> [Diagnostic] {
    diagnostics.filter { !touch($0.position) }.map { diagnostic in
      var copy = diagnostic
      copy.notes.removeAll { $0.position.map(touch) ?? false }
      copy.sourceLine = source.text(source.lineRange(diagnostic.position.line))
      return copy
    }
  }

  /// Whether a place is in a solution or at its end.
  private func touch(_ position: SourcePosition) -> Bool {
    let offset = source.offset(of: position)
    return ranges.contains { $0.lowerBound <= offset && offset <= $0.upperBound }
  }

  // MARK: Blanking out

  /// Where a solution stood is an empty comment: it keeps apart what the solution kept apart, two lists for example.
  private static let mark = Array("<!-- -->".utf8)

  private static func blank(_ solution: Callout, in bytes: inout [UInt8]) {
    var quotations = solution.depth
    for index in solution.range {
      switch bytes[index] {
      case 10, 13: quotations = 0
      case UInt8(ascii: ">") where quotations < solution.depth: quotations += 1
      case 32, 9: break
      default:
        // The first other byte ends the marks of the quotations around.
        quotations = solution.depth
        bytes[index] = 32
      }
    }
    guard solution.range.count >= mark.count else { return }
    let start = solution.range.lowerBound
    bytes.replaceSubrange(start..<(start + mark.count), with: mark)
  }
}

extension Solutions {
  /// The parts of the text; what was a block or a value in a solution is prose.
  func removed(from parts: [LessonPart]) -> [LessonPart] {
    parts.reduce(into: []) { merged, part in
      let kind = contain(part.range.lowerBound) ? .prose : part.kind
      if kind == .prose, let last = merged.last, last.kind == .prose, last.range.upperBound == part.range.lowerBound {
        merged[merged.count - 1].range = last.range.lowerBound..<part.range.upperBound
      } else {
        merged.append(LessonPart(kind: kind, range: part.range))
      }
    }
  }

  /// The addresses in solutions, each with that of the exercise, or of the top where there is none.
  func movedAnchors(of lesson: Lesson, _ anchors: Anchors) -> [String: String] {
    let callouts = lesson.callouts
    var places = lesson.blocks.map { ($0.range.lowerBound, anchors.anchor(at: $0.range.lowerBound)) }
    lesson.document.walk { places.append(($0.range.lowerBound, anchors.anchor(at: $0.range.lowerBound))) }
    places += lesson.values.map { ($0.range.lowerBound, anchors.anchor(of: $0)) }
    let shownMarks = Set(lesson.marks.filter { !contain(lesson.source.offset(of: $0.position)) }.map(\.id))
    var moved = lesson.movedAnchors
    for solution in callouts where solution.kind == .solution {
      let exercise = callouts.first {
        $0.kind == .exercise && $0.number == solution.exercise && !contain($0.range.lowerBound)
      }
      let target = exercise.map { anchors.anchor(at: $0.range.lowerBound) } ?? "main"
      for (place, anchor) in places where solution.range.contains(place) { moved[anchor] = target }
      for mark in lesson.marks
      where solution.range.contains(lesson.source.offset(of: mark.position)) && !shownMarks.contains(mark.id) {
        anchors.marks[mark.id].map { moved[$0] = target }
      }
    }
    moved[""] = nil
    return moved
  }
}
