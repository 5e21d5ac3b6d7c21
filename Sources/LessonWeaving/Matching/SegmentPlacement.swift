/// Where the segments of a recorded output, the lines between its `...`, stand in the computed one.
///
/// The first segment belongs at the beginning and the last at the end; each one between takes the first place behind the
/// one before it. If the whole can match at all, it matches so: taking an earlier place never leaves less room.
struct SegmentPlacement {
  enum Place: Equatable {
    /// All lines match, from this computed line on.
    case matches(Int)
    /// The lines say the same but for their numbers, from this computed line on.
    case sameTexts(Int)
    case nowhere

    var position: Int? {
      switch self {
      case .matches(let position), .sameTexts(let position): position
      case .nowhere: nil
      }
    }
  }

  /// The recorded lines of each segment; there is one more than there are `...`.
  let segments: [Range<Int>]

  /// The place of each segment.
  private(set) var places: [Place]

  /// Whether the search was given up because there were too many ways.
  var isUndecided: Bool { matcher.isExhausted }

  private(set) var matcher: LineMatcher

  init(_ matcher: LineMatcher) {
    self.matcher = matcher
    var segments: [Range<Int>] = []
    var start = 0
    for index in 0..<matcher.recorded.count where matcher.recorded.isEllipsis(index) {
      segments.append(start..<index)
      start = index + 1
    }
    self.segments = segments + [start..<matcher.recorded.count]
    places = Array(repeating: .nowhere, count: self.segments.count)
    place(.match)
    if places.contains(.nowhere) { place(.sameTexts) }
  }

  /// Whether every segment has its place, with all numbers right.
  var matches: Bool {
    places.allSatisfy { if case .matches = $0 { true } else { false } }
  }

  /// Where the room for a segment that has no place begins and ends: behind the one before, in front of the one after.
  func room(for index: Int) -> Range<Int> {
    let before = (0..<index).last { places[$0].position != nil }
    let after = (index + 1..<segments.count).first { places[$0].position != nil }
    let start = before.map { end(of: $0) ?? 0 } ?? 0
    let stop = after.flatMap { places[$0].position } ?? matcher.computed.count
    return start..<max(start, stop)
  }

  private func end(of index: Int) -> Int? {
    places[index].position.map { $0 + segments[index].count }
  }

  /// Places what has no place yet; a segment that fits nowhere is left out and the search goes on behind it.
  private mutating func place(_ criterion: LineMatcher.Criterion) {
    let (last, lines) = (segments.count - 1, matcher.computed.count)
    guard last > 0 else {
      if segments[0].count == lines { place(0, criterion, in: 0...0) }
      return
    }
    // The last computed line at which each segment may end: where the next one that has a place begins.
    let first = room(for: 0).upperBound - segments[0].count
    if first >= 0 { place(0, criterion, in: 0...0) }
    let final = lines - segments[last].count
    if final >= room(for: last).lowerBound { place(last, criterion, in: final...final) }
    var latest = Array(repeating: lines, count: segments.count)
    for index in (0..<last).reversed() { latest[index] = places[index + 1].position ?? latest[index + 1] }

    var earliest = end(of: 0) ?? 0
    for index in 1..<last {
      let bound = latest[index] - segments[index].count
      if earliest <= bound { place(index, criterion, in: earliest...bound) }
      earliest = end(of: index) ?? earliest
    }
  }

  private mutating func place(_ index: Int, _ criterion: LineMatcher.Criterion, in positions: ClosedRange<Int>) {
    guard places[index] == .nowhere, let position = matcher.first(criterion, of: segments[index], in: positions) else { return }
    places[index] = criterion == .match ? .matches(position) : .sameTexts(position)
  }
}
