import LessonModel

/// The solutions of a lesson and the answers to its questions: where they stand, the text without them, and what of the lesson
/// stands in them.
struct Solutions {
  private let parts: [HiddenPart]
  /// The values in statements and choices, which show their number alone: how they came about is the answer.
  private let links: [ValueLink]
  /// The text with the solutions blanked out: lines and columns stay, so that places in the one text are places in the other.
  let source: SourceText
  /// The same places, with what readers of the text get of them.
  let removals: [TextRemoval]

  init(of lesson: Lesson) {
    parts = lesson.callouts.flatMap(HiddenPart.parts)
    links = lesson.callouts.flatMap(Self.links)
    removals = parts.map { $0.removal(in: lesson.source.bytes) } + links.flatMap(Self.removals)
    var bytes = lesson.source.bytes
    for part in parts { Self.blank(part, in: &bytes) }
    for link in links { Self.blank(link, in: &bytes) }
    for question in lesson.callouts.compactMap(\.question) { Self.untick(question.list, in: &bytes) }
    source = SourceText(path: lesson.source.path, bytes: bytes)
  }

  /// Whether the lesson asks nothing that it answers.
  var isEmpty: Bool { parts.isEmpty && links.isEmpty }

  /// Whether what begins at a byte is left out: a block, a value, a mark.
  func contain(_ offset: Int) -> Bool {
    hide(blockAt: offset) || links.contains { $0.range.contains(offset) }
  }

  /// Whether the block that begins at a byte is left out.
  func hide(blockAt offset: Int) -> Bool { parts.contains { $0.range.contains(offset) } }

  /// The values in the choices of a question.
  private static func links(of callout: Callout) -> [ValueLink] {
    callout.question.map { $0.list.items.flatMap { values(in: $0.label) } } ?? []
  }

  /// The values among some words.
  private static func values(in words: [Inline]) -> [ValueLink] {
    words.flatMap { word -> [ValueLink] in
      if case .value(let link) = word { [link] } else { values(in: word.content) }
    }
  }

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
    func touches(_ range: Range<Int>) -> Bool { range.lowerBound <= offset && offset <= range.upperBound }
    return parts.contains { touches($0.range) } || links.contains { touches($0.range) }
  }

  // MARK: Blanking out

  /// Where a solution stood is an empty comment: it keeps apart what the solution kept apart, two lists for example.
  private static let mark = Array(HiddenPart.mark.utf8)

  private static func blank(_ part: HiddenPart, in bytes: inout [UInt8]) {
    var quotations = part.depth
    for index in part.range {
      switch bytes[index] {
      case 10, 13: quotations = 0
      case UInt8(ascii: ">") where quotations < part.depth: quotations += 1
      case 32, 9: break
      default:
        // The first other byte ends the marks of the quotations around.
        quotations = part.depth
        bytes[index] = 32
      }
    }
    let start = part.range.lowerBound
    guard part.range.count >= mark.count, !bytes[start..<(start + mark.count)].contains(10) else { return }
    bytes.replaceSubrange(start..<(start + mark.count), with: mark)
  }

  /// What stands around the number of a value.
  private static func removals(of link: ValueLink) -> [TextRemoval] {
    [
      TextRemoval(range: link.range.lowerBound..<link.textRange.lowerBound),
      TextRemoval(range: link.textRange.upperBound..<link.range.upperBound),
    ]
  }

  /// Leaves the number of a value, without the brackets around it and all that stands behind it.
  private static func blank(_ link: ValueLink, in bytes: inout [UInt8]) {
    for index in link.range where !link.textRange.contains(index) && bytes[index] != 10 { bytes[index] = 32 }
  }

  /// Takes the ticks out of a list of choices.
  private static func untick(_ list: DocumentList, in bytes: inout [UInt8]) {
    for item in list.items where item.isTicked == true {
      guard let start = item.blocks.first?.range.lowerBound else { continue }
      let line = (bytes[..<start].lastIndex(of: 10) ?? -1) + 1
      let tick = (line..<min(start + 4, bytes.count - 2)).first { index in
        bytes[index] == UInt8(ascii: "[") && bytes[index + 1] | 32 == UInt8(ascii: "x") && bytes[index + 2] == UInt8(ascii: "]")
      }
      if let tick { bytes[tick + 1] = 32 }
    }
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
    let hidden = callouts.flatMap { callout in
      let target = target(of: callout, in: callouts).map { anchors.anchor(at: $0.range.lowerBound) } ?? "main"
      return (HiddenPart.parts(of: callout).map(\.range) + Self.links(of: callout).map(\.range)).map {
        (range: $0, target: target)
      }
    }
    for part in hidden {
      for (place, anchor) in places where part.range.contains(place) { moved[anchor] = part.target }
      for mark in lesson.marks
      where part.range.contains(lesson.source.offset(of: mark.position)) && !shownMarks.contains(mark.id) {
        anchors.marks[mark.id].map { moved[$0] = part.target }
      }
    }
    moved[""] = nil
    return moved
  }

  /// Where links into an answer lead: to what asks for it; nil where that is left out too.
  private func target(of callout: Callout, in callouts: [Callout]) -> Callout? {
    if callout.question != nil { return hide(blockAt: callout.range.lowerBound) ? nil : callout }
    return callouts.first {
      $0.kind == .exercise && $0.number == callout.exercise && !contain($0.range.lowerBound)
    }
  }
}
