internal import MarkdownReading

/// Finds the citations in a lesson's text and gives each an event of its own.
///
/// Code, descriptions of images and the text of values hold none, and brackets that are a link are a link.
struct CitationReader {
  private let source: SourceText
  private let references: [String]?
  private(set) var citations: [Citation] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter references: The keys that may be cited; nil if nobody knows, and any key may stand.
  init(source: SourceText, references: [String]?) {
    self.source = source
    self.references = references
  }

  /// The document with every citation as a text event of its own, which has a role.
  ///
  /// - Parameter captions: Where the captions of the blocks stand.
  mutating func read(_ document: LessonDocument, captions: [Int: BlockAttributes.Caption]) -> LessonDocument {
    var result = document
    (result.events, result.roles) = split(document.events, document.roles, inside: nil)
    for (block, caption) in document.captions.sorted(by: { $0.key < $1.key }) {
      let start = captions[block]?.offset ?? 0
      let end = source.lineRange(source.position(of: start).line).upperBound
      let (events, roles) = split(caption.events, caption.roles, inside: start..<max(start, end))
      result.captions[block] = LessonDocument.Caption(events: events, roles: roles)
    }
    return result
  }

  /// - Parameter range: Where all of the events stand; nil where each block of text has its own place.
  private mutating func split(
    _ events: [MarkdownEvent], _ roles: [Int: LessonDocument.Role], inside range: Range<Int>?
  ) -> ([MarkdownEvent], [Int: LessonDocument.Role]) {
    var places = range.map { CitationScanner.places(in: $0, of: source) } ?? []
    var result: [MarkdownEvent] = []
    var newRoles: [Int: LessonDocument.Role] = [:]
    var opaque = 0
    var index = 0
    var last: Range<Int>?
    while index < events.count {
      let event = events[index]
      // A title and the words behind it may stand on the same lines: there the search goes on where it was.
      if range == nil, event.phase == .enter, let leaf = leafRange(event), leaf != last {
        last = leaf
        places = CitationScanner.places(in: leaf, of: source)
      }
      if Self.isOpaque(event.node) { opaque += event.phase == .enter ? 1 : -1 }
      let run = opaque == 0 && !places.isEmpty ? textRun(events, roles, from: index) : index..<index
      if run.isEmpty {
        newRoles[result.count] = roles[index]
        result.append(event)
        index += 1
      } else {
        add(events[run], &places, to: &result, &newRoles)
        index = run.upperBound
      }
    }
    return (result, newRoles)
  }

  /// An image's description is no place for a link, and a value's text is a number.
  private static func isOpaque(_ node: MarkdownNode) -> Bool {
    switch node {
    case .image: true
    case .link(let destination, _): destination.lowercased().hasPrefix("swift:")
    default: false
    }
  }

  /// The bytes of a block that holds inlines; a table row stands for its cells.
  private func leafRange(_ event: MarkdownEvent) -> Range<Int>? {
    switch event.node {
    case .paragraph, .heading, .tableRow: break
    default: return nil
    }
    let start = source.offset(of: SourcePosition(line: event.start.line, column: 1))
    return start..<max(start, source.lineRange(max(event.end.line, event.start.line)).upperBound)
  }

  /// The events from `index` on that are plain text, over the ends of lines.
  private func textRun(_ events: [MarkdownEvent], _ roles: [Int: LessonDocument.Role], from index: Int) -> Range<Int> {
    var end = index
    while end < events.count, roles[end] == nil, events[end].plainText != nil { end += 1 }
    return index..<end
  }

  /// Adds a run of text, cut at its citations.
  private mutating func add(
    _ run: ArraySlice<MarkdownEvent>, _ places: inout [CitationPlace], to events: inout [MarkdownEvent],
    _ roles: inout [Int: LessonDocument.Role]
  ) {
    var bytes: [UInt8] = []
    for event in run { bytes += Array((event.plainText ?? "").utf8) }
    let found = brackets(in: bytes, &places)
    guard !found.isEmpty, let first = run.first else {
      events += run
      return
    }
    var reached = 0
    for (range, place) in found {
      append(bytes[reached..<range.lowerBound], like: first, to: &events)
      roles[events.count] = .citation(citations.count)
      citations.append(Citation(items: place.items, position: source.position(of: place.offset)))
      report(place)
      let text = String(decoding: bytes[range].map { $0 == 10 ? 32 : $0 }, as: UTF8.self)
      events.append(first.with(.text(text)))
      reached = range.upperBound
    }
    append(bytes[reached...], like: first, to: &events)
  }

  /// The brackets in a text that are citations, each with its place in the lesson.
  private func brackets(in bytes: [UInt8], _ places: inout [CitationPlace]) -> [(Range<Int>, CitationPlace)] {
    var found: [(Range<Int>, CitationPlace)] = []
    var opening: Int?
    for (index, byte) in bytes.enumerated() {
      if byte == UInt8(ascii: "[") { opening = index }
      guard byte == UInt8(ascii: "]"), let start = opening else { continue }
      opening = nil
      guard let items = CitationParser.items(Array(bytes[(start + 1)..<index])) else { continue }
      let keys = items.map(\.key)
      func isSame(_ place: CitationPlace) -> Bool { place.items.map(\.key) == keys }
      guard
        let match = places.firstIndex(where: { isSame($0) && !$0.maybeLink }) ?? places.firstIndex(where: isSame)
      else { continue }
      let place = places[match]
      places.removeSubrange(...match)
      if !place.isEscaped { found.append((start..<(index + 1), place)) }
    }
    return found
  }

  /// Adds text with its line ends as events again.
  private func append(_ bytes: ArraySlice<UInt8>, like event: MarkdownEvent, to events: inout [MarkdownEvent]) {
    for (index, line) in bytes.split(separator: 10, omittingEmptySubsequences: false).enumerated() {
      if index > 0 { events.append(event.with(.softBreak)) }
      if !line.isEmpty { events.append(event.with(.text(String(decoding: line, as: UTF8.self)))) }
    }
  }

  private mutating func report(_ place: CitationPlace) {
    guard let references else { return }
    for item in place.items where !references.contains(item.key) {
      diagnostics.append(UnknownReference.diagnostic(item.key, among: references, in: source, at: item.offset))
    }
  }
}

/// What is said of a key that the course file does not have, wherever it stands.
enum UnknownReference {
  static func diagnostic(_ key: String, among references: [String], in source: SourceText, at offset: Int) -> Diagnostic {
    let clause = references.isEmpty ? "; add it under 'references'" : Suggestion.clause(for: key, in: references)
    return Diagnostic(.unknownReference, "no reference '\(key)' in the course file\(clause)", in: source, at: offset)
  }
}

extension MarkdownEvent {
  /// Another node at the same place.
  func with(_ node: MarkdownNode) -> MarkdownEvent {
    var event = self
    event.node = node
    return event
  }

  /// What a leaf is in running text; nil for everything but text and the ends of lines.
  var plainText: String? {
    switch node {
    case .text(let text): text
    case .softBreak: "\n"
    default: nil
    }
  }
}
