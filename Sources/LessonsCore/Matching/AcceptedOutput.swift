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
