internal import MarkdownReading
internal import SwiftReading

/// Finds the values in the prose and in captions, and reads what their titles say.
struct ValueCollector {
  let source: SourceText
  let references: [String]?
  private(set) var diagnostics: [Diagnostic] = []
  /// Values in the order in which they were met, each with the event that opens it.
  private var found: [(event: Int, caption: Int?, value: ProseValue)] = []
  private var captionEvents: [Int: [MarkdownEvent]] = [:]

  init(source: SourceText, references: [String]?) {
    self.source = source
    self.references = references
  }

  struct Indexed {
    var values: [ProseValue]
    var roles: [Int: LessonDocument.Role]
    var captions: [Int: LessonDocument.Caption]
  }

  mutating func collect(_ events: [MarkdownEvent], captions: [(block: Int, caption: BlockAttributes.Caption)]) {
    var leaf: (range: Range<Int>, isTable: Bool)?
    var places: [ValueLinkPlace] = []
    for (index, event) in events.enumerated() {
      // A title and the words behind it may stand on the same lines: there the search goes on where it was.
      if event.phase == .enter, let range = leafRange(event), range.range != leaf?.range {
        leaf = range
        places = []
        reportBroken(range.range, isTable: range.isTable)
      }
      guard event.phase == .enter, case .link(let destination, let title) = event.node, isValue(destination), let leaf else {
        continue
      }
      if places.isEmpty { places = ValueLinkScanner.scan(leaf.range, in: source, isTable: leaf.isTable) }
      add(events, index, destination, title, &places, fallback: leaf.range.lowerBound, caption: nil)
      if places.isEmpty { places = [ValueLinkPlace(text: 0..<0, destination: "", offsets: [])] }
    }
    for (block, caption) in captions { collect(caption, of: block) }
  }

  private mutating func reportBroken(_ range: Range<Int>, isTable: Bool) {
    for offset in ValueLinkScanner.broken(range, in: source, isTable: isTable) {
      let advice = "an expression with blanks stands in <...>, and in it '<' and '>' are written '\\<' and '\\>'"
      report(.valueLink, "this is no value to Markdown, only text: \(advice)", at: offset)
    }
  }

  private mutating func collect(_ caption: BlockAttributes.Caption, of block: Int) {
    guard let events = try? MarkdownReader.events(of: Array(caption.text.utf8)) else { return }
    captionEvents[block] = events.map { $0.movingMath(by: caption.offset) }
    var places = ValueLinkScanner.scan(
      caption.offset..<source.lineRange(source.position(of: caption.offset).line).upperBound, in: source, isTable: false)
    for (index, event) in events.enumerated() {
      guard event.phase == .enter, case .link(let destination, let title) = event.node, isValue(destination) else { continue }
      add(events, index, destination, title, &places, fallback: caption.offset, caption: block)
    }
  }

  private func isValue(_ destination: String) -> Bool { destination.lowercased().hasPrefix("swift:") }

  /// The bytes of a block that holds inlines; a table row stands for its cells.
  private func leafRange(_ event: MarkdownEvent) -> (range: Range<Int>, isTable: Bool)? {
    let isTable: Bool
    switch event.node {
    case .paragraph, .heading: isTable = false
    case .tableRow: isTable = true
    default: return nil
    }
    let start = source.offset(of: SourcePosition(line: event.start.line, column: 1))
    return (start..<max(start, source.lineRange(max(event.end.line, event.start.line)).upperBound), isTable)
  }

  private mutating func add(
    _ events: [MarkdownEvent], _ index: Int, _ destination: String, _ title: String, _ places: inout [ValueLinkPlace],
    fallback: Int,
    caption: Int?
  ) {
    guard let match = places.firstIndex(where: { $0.destination == destination }) else {
      return report(
        .valueLink, "this value cannot be found again in the text; write it as [text](swift:expression)", at: fallback)
    }
    let place = places[match]
    places.removeSubrange(...match)
    let written = PlainText.text(of: events, from: index)
    let skipped = 6 + destination.dropFirst(6).prefix { $0 == " " }.count
    let expression = String(destination.dropFirst(skipped))
    let offsets = Array(place.offsets.dropFirst(skipped))
    guard let start = offsets.first, !expression.isEmpty else {
      return report(.valueLink, "a value needs an expression: [text](swift:expression)", at: place.text.lowerBound)
    }
    var value = ProseValue(
      index: 0, expression: expression, expressionOffset: start, expressionOffsets: offsets, written: written,
      textRange: textRange(place.text, written), position: source.position(of: place.text.lowerBound), publication: .own,
      tolerance: nil,
      blocksBefore: 0)
    check(&value, title: title)
    found.append((index, caption, value))
  }

  /// Emphasis inside the brackets stays: only the text itself is the value.
  private func textRange(_ range: Range<Int>, _ written: String) -> Range<Int> {
    let wanted = Array(written.utf8)
    guard !wanted.isEmpty, wanted.count < range.count else { return range }
    for start in range.lowerBound...(range.upperBound - wanted.count)
    where source.bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      return start..<(start + wanted.count)
    }
    return range
  }

  private mutating func check(_ value: inout ProseValue, title: String) {
    switch ValueTitle.read(title) {
    case .success(let read):
      value.publication = read.publication
      value.tolerance = read.tolerance
    case .failure(let fault):
      report(.valueLink, fault.message, at: value.textRange.lowerBound)
    }
    if case .own = value.publication {
      if value.written.isEmpty {
        report(.valueLink, "write the value between the brackets, or [?] to have it recorded", at: value.textRange.lowerBound)
      }
    } else if value.isUnrecorded || value.written.isEmpty {
      report(
        .valueLink, "a published number must be written by the author; accept never records it", at: value.textRange.lowerBound)
    }
    checkReference(value)
    checkExpression(value)
  }

  private mutating func checkReference(_ value: ProseValue) {
    guard let key = value.source, let references, !references.contains(key) else { return }
    diagnostics.append(UnknownReference.diagnostic(key, among: references, in: source, at: value.textRange.lowerBound))
  }

  private mutating func checkExpression(_ value: ProseValue) {
    let outline = SwiftOutlineReader.outline(of: value.expression)
    if let fault = outline.syntaxErrors.first {
      let offsets = value.expressionOffsets
      report(.compileError, fault.message, at: fault.offset < offsets.count ? offsets[fault.offset] : (offsets.last ?? -1) + 1)
    } else if outline.statements.count != 1 || outline.statements.first?.kind != .expression {
      report(.valueLink, "a value must be one expression", at: value.expressionOffset)
    }
  }

  /// The values in the order of the file, with the places of their events.
  func indexed(among blocks: [SwiftBlock]) -> Indexed {
    var result = Indexed(values: [], roles: [:], captions: [:])
    for (block, events) in captionEvents { result.captions[block] = LessonDocument.Caption(events: events, roles: [:]) }
    let ordered = found.sorted { $0.value.textRange.lowerBound < $1.value.textRange.lowerBound }
    for (index, entry) in ordered.enumerated() {
      var value = entry.value
      value.index = index
      value.blocksBefore = blocks.count { $0.range.lowerBound < value.textRange.lowerBound }
      result.values.append(value)
      if let block = entry.caption {
        result.captions[block]?.roles[entry.event] = .value(index)
      } else {
        result.roles[entry.event] = .value(index)
      }
    }
    return result
  }

  private mutating func report(_ kind: DiagnosticKind, _ message: String, at offset: Int) {
    diagnostics.append(Diagnostic(kind, message, in: source, at: offset))
  }
}
