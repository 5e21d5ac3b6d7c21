package import LessonModel

/// The recorded output of a block: the text of its `output` fence.
package struct RecordedOutput: Sendable, Equatable {
  /// The lines of the fence.
  package let text: String

  /// The tolerance that the author gave the block.
  package let tolerance: Tolerance?

  package init(_ text: String, tolerance: Tolerance? = nil) {
    self.text = text
    self.tolerance = tolerance
  }

  /// What differs from the output of a run.
  ///
  /// Line by line, text character by character and numbers by the rule for recorded output. Blanks at the ends of lines,
  /// carriage returns among them, and empty lines at the end are ignored. A line `...` stands for any lines, or none.
  ///
  /// Complexity: O(lines) where no `...` has many places to end; in any case bounded by a multiple of the size of the texts.
  package func differences(from computed: String) -> DifferenceReport {
    var report = DifferenceReport()
    if text.utf8.elementsEqual(computed.utf8) { return report }
    let placement = placement(in: computed)
    guard let segment = placement.places.firstIndex(where: { if case .matches = $0 { false } else { true } }) else {
      reportSignsOfZero(placement, &report)
      return report
    }
    var matcher = placement.matcher
    let lines = placement.segments[segment]
    if placement.isUndecided, placement.places[segment] == .nowhere {
      let line = min(lines.lowerBound, max(matcher.recorded.count - 1, 0))
      report.add(Difference(.undecided, line: line, columns: 0..<0, written: "...", computed: ""))
      return report
    }
    let pairs = LineAlignment.pairs(&matcher, lines, window(segment, placement, &matcher))
    report.add(pairs, &matcher)
    return report
  }

  /// The computed lines to show a segment against that does not match.
  private func window(_ index: Int, _ placement: SegmentPlacement, _ matcher: inout LineMatcher) -> Range<Int> {
    let room = placement.room(for: index)
    let lines = placement.segments[index]
    if case .sameTexts(let position) = placement.places[index] { return position..<position + lines.count }
    let last = placement.segments.count - 1
    if last == 0 { return room }
    let length = min(lines.count, room.count)
    if index == 0 { return room.prefix(length) }
    if index == last { return room.suffix(length) }
    // The place where most of the segment's first lines match; none where not even the first does.
    var best = (position: room.lowerBound, length: 0)
    for position in room.lowerBound..<max(room.lowerBound, room.upperBound - length + 1) where !matcher.isExhausted {
      let found = matcher.prefix(.match, of: lines.prefix(length), at: position)
      if found > best.length { best = (position, found) }
    }
    return best.position..<best.position + (best.length > 0 ? length : 0)
  }

  func placement(in computed: String) -> SegmentPlacement {
    let rule = tolerance.map { MatchingRule.absolute($0.amount) } ?? .recorded
    return SegmentPlacement(LineMatcher(recorded: LineTable(text), computed: LineTable(computed), rule: rule))
  }

  /// Remarks on zeros in lines that match.
  private func reportSignsOfZero(_ placement: SegmentPlacement, _ report: inout DifferenceReport) {
    var matcher = placement.matcher
    for (segment, place) in zip(placement.segments, placement.places) {
      guard let position = place.position else { continue }
      for (offset, line) in segment.enumerated()
      where !matcher.recorded[line].elementsEqual(matcher.computed[position + offset]) {
        let (written, computed) = (matcher.recorded.numbered(line), matcher.computed.numbered(position + offset))
        LineComparison(rule: matcher.rule, line: line).compare(written, computed, into: &report)
      }
    }
  }
}

extension LineMatcher {
  /// The written lines that do not match and have the same words as the computed ones, in their order.
  fileprivate mutating func moved(_ pairs: [LineAlignment.Pair]) -> [Int] {
    pairs.compactMap { pair in
      guard case .both(let left, let right) = pair, !holds(.match, left, right) else { return nil }
      let blank = UInt8(ascii: " ")
      return recorded[left].split(separator: blank).elementsEqual(
        computed[right].split(separator: blank), by: { $0.elementsEqual($1) }) ? left : nil
    }
  }
}

extension DifferenceReport {
  /// Reports lines that were aligned; runs of missing and of extra lines are told as one.
  fileprivate mutating func add(_ pairs: [LineAlignment.Pair], _ matcher: inout LineMatcher) {
    var index = 0
    let moved = matcher.moved(pairs)
    let isMoved = Set(moved)
    while index < pairs.count {
      let rest = pairs[index...]
      switch pairs[index] {
      case .both(let left, let right):
        let (written, computed) = (matcher.recorded.numbered(left), matcher.computed.numbered(right))
        index += 1
        // One row would say where it differs; of a table that all its rows differ is more to the point.
        if moved.count > 1, isMoved.contains(left) {
          if moved.first == left {
            add(
              Difference(
                .blanks(moved.count), line: left, columns: 0..<written.bytes.count, written: matcher.recorded.text(left),
                computed: matcher.computed.text(right)))
          }
          continue
        }
        LineComparison(rule: matcher.rule, line: left).compare(written, computed, into: &self)
      case .missing(let left):
        let count = rest.prefix { if case .missing = $0 { true } else { false } }.count
        let text = matcher.recorded.text(left)
        add(Difference(.missingLines(count), line: left, columns: 0..<text.utf8.count, written: text, computed: ""))
        index += count
      case .extra(let right, let line):
        let count = rest.prefix { if case .extra = $0 { true } else { false } }.count
        add(Difference(.extraLines(count), line: line, columns: 0..<0, written: "", computed: matcher.computed.text(right)))
        index += count
      }
    }
  }
}

extension RecordedOutput {
  /// The text to record instead: unchanged when it matches, else the computed lines, with `...` kept where it still fits.
  ///
  /// The lines between two `...` are a segment. A segment that still matches keeps its text. One whose numbers changed and
  /// nothing else is written anew in its place. A `...` between two such segments stays. Any other segment is gone, and so
  /// are the `...` on both sides of it: the computed lines stand there in full, because nobody can tell which of them the
  /// author meant to leave out. Without `...` all lines are the computed ones.
  ///
  /// The result matches the computed text, so accepting it again changes nothing. Its line breaks are those of the record.
  package func accepted(computed: String) -> String {
    let placement = placement(in: computed)
    if placement.matches { return text }
    let output = placement.matcher.computed
    let keepsNothing = placement.segments.count == 1 || placement.isUndecided
    let lines = keepsNothing ? (0..<output.count).map(output.text) : spliced(placement)

    let lineBreak = text.contains("\r\n" as Character) ? "\r\n" : "\n"
    let endsOpen = !text.isEmpty && text.utf8.last != UInt8(ascii: "\n")
    return lines.joined(separator: lineBreak) + (lines.isEmpty || endsOpen ? "" : lineBreak)
  }

  /// The lines of the record with what changed replaced.
  private func spliced(_ placement: SegmentPlacement) -> [String] {
    let (recorded, output) = (placement.matcher.recorded, placement.matcher.computed)
    var lines: [String] = []
    var position = 0
    var isConnected = true
    for (segment, place) in zip(placement.segments, placement.places) {
      guard let start = place.position else {
        isConnected = false
        continue
      }
      if !isConnected {
        lines += (position..<start).map(output.text)
      } else if segment.lowerBound > 0 {
        lines.append(recorded.text(segment.lowerBound - 1))
      }
      position = start + segment.count
      if case .matches = place {
        lines += segment.map(recorded.text)
      } else {
        lines += (start..<position).map(output.text)
      }
      isConnected = true
    }
    return isConnected ? lines : lines + (position..<output.count).map(output.text)
  }
}
