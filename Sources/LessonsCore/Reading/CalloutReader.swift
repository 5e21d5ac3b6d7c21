internal import MarkdownReading

/// Finds the callouts of a lesson, takes their markers out of its events and gives each title a paragraph of its own.
///
/// Where they stand among the events is found once nothing moves these any more: see `CalloutLocator`.
struct CalloutReader {
  let source: SourceText
  private(set) var events: [MarkdownEvent] = []
  private(set) var roles: [Int: LessonDocument.Role] = [:]
  private(set) var callouts: [Callout] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// How many quotations are open.
  private var depth = 0
  /// The exercise whose first paragraph is yet to come: if that begins with a strong run, this is its title.
  private var untitled: Int?
  private var headingLevel = 1

  /// - Parameter events: The events of the whole lesson, with their places in the file.
  init(_ events: [MarkdownEvent], in source: SourceText) {
    self.source = source
    self.events.reserveCapacity(events.count)
    var index = 0
    while index < events.count {
      let event = events[index]
      if case .paragraph = event.node, event.phase == .enter {
        let close = Self.close(of: index, in: events)
        read(paragraph: event, Array(events[(index + 1)..<close]), exit: events[close])
        index = close + 1
      } else {
        read(event)
        index += 1
      }
    }
  }

  private static func close(of paragraph: Int, in events: [MarkdownEvent]) -> Int {
    events[paragraph...].firstIndex { $0.phase == .exit && $0.node == .paragraph } ?? events.count - 1
  }

  private mutating func read(_ event: MarkdownEvent) {
    untitled = nil
    switch (event.node, event.phase) {
    case (.blockQuote, .enter): depth += 1
    case (.blockQuote, .exit): depth -= 1
    case (.heading(let level), .enter) where depth == 0: headingLevel = level
    default: break
    }
    events.append(event)
  }

  private mutating func read(paragraph: MarkdownEvent, _ inlines: [MarkdownEvent], exit: MarkdownEvent) {
    let start = source.offset(of: SourcePosition(line: paragraph.start.line, column: paragraph.start.column))
    let isFirst = events.last?.node == .blockQuote && events.last?.phase == .enter
    var inlines = inlines
    var paragraph = Paragraph(enter: paragraph, exit: exit)
    if isFirst, let marker = CalloutMarker.read(in: source, at: start), let rest = Self.words(inlines, without: marker) {
      if let kind = marker.kind {
        inlines = rest
        begin(kind, marker)
        let title = Self.takeLine(&inlines)
        if !title.isEmpty { appendTitle(paragraph.firstLine, title) }
        paragraph = paragraph.otherLines
        untitled = kind == .exercise && title.isEmpty ? callouts.count - 1 : nil
        if inlines.isEmpty { return }
      } else {
        reportUnknown(marker)
      }
    }
    reportStrayMarkers(in: paragraph.lines, but: isFirst ? start : nil)
    if untitled != nil, let title = Self.takeStrong(&inlines) { appendTitle(paragraph, title) }
    untitled = nil
    if !inlines.isEmpty { append(paragraph, inlines) }
  }

  /// The two events around the words of a paragraph.
  private struct Paragraph {
    var enter: MarkdownEvent
    var exit: MarkdownEvent

    var lines: ClosedRange<Int> { enter.start.line...max(enter.start.line, enter.end.line) }

    var firstLine: Paragraph {
      var copy = self
      copy.enter.end.line = enter.start.line
      return copy
    }

    var otherLines: Paragraph {
      var copy = self
      copy.enter.start.line += 1
      copy.enter.end.line = max(enter.end.line, enter.start.line + 1)
      return copy
    }
  }

  private mutating func begin(_ kind: Callout.Kind, _ marker: CalloutMarker) {
    let exercises = callouts.count { $0.kind == .exercise }
    roles[events.count - 1] = .callout(callouts.count)
    callouts.append(
      Callout(
        kind: kind, number: callouts.count { $0.kind == kind } + 1,
        exercise: (kind == .hint || kind == .solution) && exercises > 0 ? exercises : nil, level: min(headingLevel + 1, 6),
        range: range(of: events[events.count - 1]), markerRange: marker.range))
  }

  private func range(of event: MarkdownEvent) -> Range<Int> {
    let start = source.offset(of: SourcePosition(line: event.start.line, column: event.start.column))
    return start..<max(source.lineRange(max(event.end.line, event.start.line)).upperBound, start)
  }

  private mutating func append(_ paragraph: Paragraph, _ inlines: [MarkdownEvent]) {
    events.append(paragraph.enter)
    events += inlines
    events.append(paragraph.exit)
  }

  private mutating func appendTitle(_ paragraph: Paragraph, _ inlines: [MarkdownEvent]) {
    roles[events.count] = .calloutTitle(callouts.count - 1)
    append(paragraph, inlines)
  }

  // What stands in a line.

  /// The words of a paragraph behind its marker; nil where Markdown sees something else there, such as a link.
  private static func words(_ inlines: [MarkdownEvent], without marker: CalloutMarker) -> [MarkdownEvent]? {
    var rest = inlines[...]
    var left = marker.range.count
    while left > 0 {
      guard case .text(let text)? = rest.first?.node else { return nil }
      let bytes = Array(text.utf8)
      if bytes.count > left {
        rest[rest.startIndex].node = .text(String(decoding: bytes[left...], as: UTF8.self))
      } else {
        rest.removeFirst()
      }
      left -= min(left, bytes.count)
    }
    return Array(rest)
  }

  /// Takes the words up to the end of the line, and that end.
  private static func takeLine(_ inlines: inout [MarkdownEvent]) -> [MarkdownEvent] {
    var depth = 0
    let end = inlines.firstIndex { event in
      depth += event.phase == .enter ? 1 : event.phase == .exit ? -1 : 0
      return depth == 0 && (event.node == .softBreak || event.node == .lineBreak)
    }
    var line = Array(inlines[..<(end ?? inlines.count)])
    inlines.removeFirst(min((end ?? inlines.count) + 1, inlines.count))
    trimStart(&line)
    return line
  }

  /// Takes the strong run that the words begin with, without the full stop or colon at its end.
  private static func takeStrong(_ inlines: inout [MarkdownEvent]) -> [MarkdownEvent]? {
    guard let first = inlines.first, first.node == .strong, first.phase == .enter else { return nil }
    var depth = 0
    let end = inlines.firstIndex { event in
      depth += event.phase == .enter ? 1 : event.phase == .exit ? -1 : 0
      return depth == 0
    }
    guard let end, end > 1 else { return nil }
    var title = Array(inlines[1..<end])
    inlines.removeFirst(end + 1)
    if case .text(let text)? = title.last?.node, let last = text.last, ".:".contains(last), !text.hasSuffix("..") {
      title[title.count - 1].node = .text(String(text.dropLast()))
    }
    if let first = inlines.first, first.node == .softBreak { inlines.removeFirst() }
    trimStart(&inlines)
    return title
  }

  private static func trimStart(_ inlines: inout [MarkdownEvent]) {
    guard case .text(let text)? = inlines.first?.node else { return }
    let trimmed = text.drop { $0 == " " || $0 == "\t" }
    if trimmed.isEmpty { inlines.removeFirst() } else { inlines[0].node = .text(String(trimmed)) }
  }

  // What is wrong.

  private mutating func reportUnknown(_ marker: CalloutMarker) {
    let known = Callout.Kind.allCases.map(\.marker)
    let word = marker.word
    let advice = marker.isSpaced ? "; write [!\(word.uppercased())]" : Suggestion.clause(for: word, in: known)
    diagnostics.append(
      Diagnostic(.unknownCallout, "unknown callout '\(word)'\(advice)", in: source, at: marker.wordRange.lowerBound))
  }

  /// A marker inside other text opens nothing, and what follows it would be shown as part of something else.
  private mutating func reportStrayMarkers(in lines: ClosedRange<Int>, but place: Int?) {
    for line in lines where line <= source.lineStarts.count {
      guard let marker = CalloutMarker.alone(on: line, of: source), marker.range.lowerBound != place else { continue }
      diagnostics.append(
        Diagnostic(
          .unknownCallout,
          "this marker opens no callout here; it must be the first line of a quotation, with a blank line before that",
          in: source, at: marker.range.lowerBound))
    }
  }
}
