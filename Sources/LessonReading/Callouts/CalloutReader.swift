import LessonModel

/// Makes callouts of the quotations that begin with a marker: takes the marker out of their words and finds their titles.
struct CalloutReader {
  private let source: SourceText
  /// The tree with callouts in the place of their quotations.
  private(set) var document: [DocumentBlock] = []
  private(set) var diagnostics: [Diagnostic] = []
  /// How many callouts of each kind have begun.
  private var counts: [Callout.Kind: Int] = [:]
  /// How many quotations and callouts are open.
  private var depth = 0
  /// The level of the last heading outside of quotations.
  private var headingLevel = 1
  /// Where what looks like a stray marker is a link to Markdown, or was told of already.
  private var known: Int?

  /// - Parameter document: The tree of the whole lesson.
  init(_ document: [DocumentBlock], in source: SourceText) {
    self.source = source
    self.document = read(document)
  }

  private mutating func read(_ blocks: [DocumentBlock]) -> [DocumentBlock] { blocks.map { read($0) } }

  private mutating func read(_ block: DocumentBlock) -> DocumentBlock {
    switch block.kind {
    case .heading(let level, _):
      if depth == 0 { headingLevel = level }
      // A line of `=` or `-` makes a heading of a marker and of what should be its callout.
      if let marker = CalloutMarker(in: source, at: block.range.lowerBound), marker.kind != nil {
        reportStray(marker)
      } else {
        reportStrayMarkers(in: block.range)
      }
      return block
    case .paragraph:
      reportStrayMarkers(in: block.range)
      return block
    case .quotation(let content): return DocumentBlock(quotation(content, range: block.range), range: block.range)
    default: return block.mappingChildren { read($0) }
    }
  }

  private mutating func quotation(_ content: [DocumentBlock], range: Range<Int>) -> DocumentBlock.Kind {
    guard let first = content.first, case .paragraph(let inlines) = first.kind,
      let marker = CalloutMarker(in: source, at: first.range.lowerBound), let words = inlines.without(marker)
    else {
      known = content.first?.range.lowerBound
      return .quotation(readInside(content))
    }
    guard let kind = marker.kind else {
      reportUnknown(marker)
      return .quotation(readInside(content))
    }
    var callout = begin(kind, marker, range: range)
    var content = content
    var rest = words
    callout.title = rest.takeLine()
    // The words on the lines below the marker are a paragraph of their own.
    content[0] = DocumentBlock(.paragraph(rest), range: source.nextLine(in: first.range)..<first.range.upperBound)
    if rest.isEmpty {
      content.removeFirst()
      reportSecondMarker(in: content)
    }
    if kind == .exercise, callout.title == nil { callout.title = content.takeStrongStart() }
    callout.content = readInside(content)
    return .callout(callout)
  }

  private mutating func readInside(_ content: [DocumentBlock]) -> [DocumentBlock] {
    depth += 1
    defer { depth -= 1 }
    return read(content)
  }

  private mutating func begin(_ kind: Callout.Kind, _ marker: CalloutMarker, range: Range<Int>) -> Callout {
    counts[kind, default: 0] += 1
    return Callout(
      kind: kind, number: counts[kind, default: 1],
      exercise: kind == .hint || kind == .solution ? counts[.exercise] : nil, level: min(headingLevel + 1, 6), range: range,
      markerRange: marker.range, title: nil, content: [], depth: depth)
  }

  private mutating func reportUnknown(_ marker: CalloutMarker) {
    let word = marker.word
    let known = Callout.Kind.allCases.map(\.marker)
    let advice = marker.isSpaced ? "; write [!\(word.uppercased())]" : Suggestion.clause(for: word, in: known)
    diagnostics.append(
      Diagnostic(.unknownCallout, "unknown callout '\(word)'\(advice)", in: source, at: marker.wordRange.lowerBound))
  }

  /// A marker inside other text opens nothing, and what follows it would be shown as part of something else.
  private mutating func reportStrayMarkers(in range: Range<Int>) {
    for line in source.position(of: range.lowerBound).line...source.position(of: range.upperBound).line {
      guard let marker = CalloutMarker(aloneOn: line, of: source), marker.range.lowerBound != known else { continue }
      reportStray(marker)
    }
  }

  /// A quotation is one callout: a second marker in it, title or not, would be shown as text.
  private mutating func reportSecondMarker(in content: [DocumentBlock]) {
    guard let first = content.first, case .paragraph = first.kind,
      let marker = CalloutMarker(in: source, at: first.range.lowerBound), marker.kind != nil
    else { return }
    reportStray(marker)
    known = marker.range.lowerBound
  }

  private mutating func reportStray(_ marker: CalloutMarker) {
    diagnostics.append(
      Diagnostic(
        .unknownCallout,
        "this marker opens no callout here; it must be the first line of a quotation, with a blank line before that",
        in: source, at: marker.range.lowerBound))
  }
}

/// `[!WORD]` as it stands in the bytes of a lesson, whether or not the word is the name of a callout.
struct CalloutMarker: Equatable {
  var range: Range<Int>
  /// The letters of the word.
  var wordRange: Range<Int>
  var word: String
  /// Whether there are blanks around the word, which code forges do not let through.
  var isSpaced: Bool

  var kind: Callout.Kind? { isSpaced ? nil : Callout.Kind(rawValue: word.lowercased()) }

  /// The marker that begins at a byte; nil where there is none.
  init?(in source: SourceText, at start: Int) {
    let bytes = source.bytes[min(start, source.bytes.count)...]
    guard bytes.starts(with: "[!".utf8) else { return nil }
    let word = bytes.dropFirst(2).prefix { Self.isLetter($0) || $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
    guard word.endIndex < bytes.endIndex, bytes[word.endIndex] == UInt8(ascii: "]") else { return nil }
    let parts = word.split(separator: UInt8(ascii: " "))
    guard parts.count == 1, parts[0].contains(where: Self.isLetter) else { return nil }
    range = start..<(word.endIndex + 1)
    wordRange = parts[0].startIndex..<parts[0].endIndex
    self.word = String(decoding: parts[0], as: UTF8.self)
    isSpaced = parts[0].count < word.count
  }

  /// The marker of a known callout that stands alone on a line, whatever quotations and blanks are before it.
  init?(aloneOn line: Int, of source: SourceText) {
    let bytes = source.bytes[source.lineRange(line)]
    let start = bytes.drop { $0 == 32 || $0 == 9 || $0 == UInt8(ascii: ">") }.startIndex
    self.init(in: source, at: start)
    guard kind != nil, bytes[range.upperBound...].allSatisfy({ $0 == 32 || $0 == 9 }) else { return nil }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 32) }
}

extension SourceText {
  /// Where the text of a block goes on in the next line, behind the marks of quotations.
  fileprivate func nextLine(in range: Range<Int>) -> Int {
    let line = position(of: range.lowerBound).line + 1
    let place = bytes[lineRange(line)].firstIndex { $0 != 32 && $0 != 9 && $0 != UInt8(ascii: ">") }
    return min(place ?? range.upperBound, range.upperBound)
  }
}

extension [Inline] {
  /// The words of a paragraph behind its marker; nil where Markdown sees something else there, such as a link.
  fileprivate func without(_ marker: CalloutMarker) -> [Inline]? {
    var rest = self[...]
    var left = marker.range.count
    while left > 0 {
      guard case .text(let text)? = rest.popFirst() else { return nil }
      let words = text.utf8.dropFirst(left)
      left -= Swift.min(left, text.utf8.count)
      if !words.isEmpty { rest = [.text(String(Substring(words)))] + rest }
    }
    return Array(rest)
  }

  /// Takes the words up to the end of the line, and that end; nil where there are none.
  fileprivate mutating func takeLine() -> [Inline]? {
    let end = firstIndex { $0 == .softBreak || $0 == .lineBreak }
    var line = Array(self[..<(end ?? count)])
    removeFirst(Swift.min((end ?? count) + 1, count))
    line.trimStart()
    return line.isEmpty ? nil : line
  }

  fileprivate mutating func trimStart() {
    guard case .text(let text)? = first else { return }
    let trimmed = text.drop { $0 == " " || $0 == "\t" }
    if trimmed.isEmpty { removeFirst() } else { self[0] = .text(String(trimmed)) }
  }

  /// Takes the strong run that the words begin with, without the full stop or colon at its end.
  ///
  /// Where the sentence goes on behind it, it is the title and the sentence stays whole.
  fileprivate mutating func takeStrong() -> [Inline]? {
    guard case .strong(var title)? = first, !title.isEmpty else { return nil }
    removeFirst()
    if title.endsNoSentence, goesOn {
      self = title + self
      return title
    }
    if case .text(let text)? = title.last, let last = text.last, ".:".contains(last), !text.hasSuffix("..") {
      title.removeLast()
      if text.count > 1 { title.append(.text(String(text.dropLast()))) }
    }
    if first == .softBreak { removeFirst() }
    trimStart()
    return title
  }
}

extension [Inline] {
  /// Whether the words end without a mark, and hold nothing that may stand once only: a value, a citation, a number.
  fileprivate var endsNoSentence: Bool {
    var isOfWords = true
    walk { inline in
      switch inline {
      case .value, .citation, .noteReference, .coverage, .html: isOfWords = false
      default: break
      }
    }
    let text = plainText
    return isOfWords && !text.contains(where: \.isNumber) && text.last.map { !".:?!…".contains($0) } == true
  }

  /// Whether the words go on with a sentence that began before them.
  fileprivate var goesOn: Bool {
    guard case .text(let text)? = first(where: { $0 != .softBreak }) else { return false }
    return text.first { !$0.isWhitespace }?.isLowercase == true
  }
}

extension [DocumentBlock] {
  /// Takes the strong run that the first paragraph begins with, and that paragraph where nothing is left of it.
  fileprivate mutating func takeStrongStart() -> [Inline]? {
    guard case .paragraph(var inlines)? = first?.kind, let title = inlines.takeStrong() else { return nil }
    self[0].kind = .paragraph(inlines)
    if inlines.isEmpty { removeFirst() }
    return title
  }
}
