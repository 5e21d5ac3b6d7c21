import LessonModel

/// Reads the values in the prose and in captions: what their titles say, and the Swift of their expressions.
struct ValueReader {
  private let source: SourceText
  private let swift: SwiftReadings
  private let references: KnownReferences
  private let language: NumberLanguage
  /// In the order of the file.
  private(set) var values: [ReadValue] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// A value and the names that its expression reads.
  struct ReadValue {
    var value: ProseValue
    var reads: [PlacedName]
  }

  /// - Parameter blocks: The Swift blocks of the lesson, in the order of the file.
  init(
    _ document: [DocumentBlock], _ blocks: [SwiftBlock], in source: SourceText, references: KnownReferences,
    language: NumberLanguage, _ swift: SwiftReadings
  ) {
    self.source = source
    self.swift = swift
    self.references = references
    self.language = language
    document.walkInlines { read($0) }
    for block in blocks { block.caption?.walk { read($0) } }
    number(among: blocks)
  }

  private mutating func read(_ inline: Inline) {
    switch inline {
    case .value(let link): read(link)
    // Another text would be another label.
    case .link(let link) where link.destination.lowercased().hasPrefix("swift:"):
      report(
        .valueLink,
        "the text of this value is its label, so nothing could be written there; write [text](swift:expression) or [text][label]",
        at: link.offset)
    default: break
    }
  }

  private mutating func read(_ link: ValueLink) {
    if link.expression.isEmpty {
      return report(.valueLink, "a value needs an expression: [text](swift:expression)", at: link.textRange.lowerBound)
    }
    let written = link.content.plainText
    var value = ProseValue(
      index: 0, expression: link.expression, expressionOffsets: link.offsets, written: written,
      textRange: textRange(link.textRange, written), range: link.range,
      position: source.position(of: link.textRange.lowerBound), publication: .own, tolerance: nil, blocksBefore: 0)
    switch ValueTitle.read(link.title) {
    case .success(let title):
      value.publication = title.publication
      value.tolerance = title.tolerance
    case .failure(let fault): report(.valueLink, fault.message, at: value.textRange.lowerBound)
    }
    if let key = value.publishedIn { value.evidence = references.evidence(of: key, for: written, in: language) }
    checkText(value)
    checkTolerance(value)
    let outline = swift.outline(link.expression)
    checkExpression(value, outline)
    values.append(ReadValue(value: value, reads: outline.reads))
  }

  /// Emphasis inside the brackets stays: only the text itself is the value.
  private func textRange(_ range: Range<Int>, _ written: String) -> Range<Int> {
    let wanted = Array(written.utf8)
    guard !wanted.isEmpty, wanted.count < range.count else { return range }
    let starts = range.lowerBound...(range.upperBound - wanted.count)
    let start = starts.first { source.bytes[$0..<($0 + wanted.count)].elementsEqual(wanted) }
    return start.map { $0..<($0 + wanted.count) } ?? range
  }

  private mutating func checkText(_ value: ProseValue) {
    let place = value.textRange.lowerBound
    guard let key = value.source else {
      if value.written.isEmpty {
        report(.valueLink, "write the value between the brackets, or [?] to have it recorded", at: place)
      }
      return
    }
    if value.isUnrecorded || value.written.isEmpty {
      let kind = if case .implied = value.publication { "an implied" } else { "a published" }
      report(.valueLink, "\(kind) number must be written by the author; accept never records it", at: place)
    }
    if let fault = references.fault(of: key, in: source, at: place) { diagnostics.append(fault) }
  }

  /// A tolerance that lets zero and twice the value pass says nothing of the value. Of zero itself every tolerance is wider.
  private mutating func checkTolerance(_ value: ProseValue) {
    guard let tolerance = value.tolerance else { return }
    let numbers = NumberedText(Array(value.written.utf8), language: language).numbers
    guard numbers.count == 1, case .finite(let written) = numbers[0].value, !written.isZero,
      written.magnitude < tolerance.amount
    else { return }
    diagnostics.append(
      Diagnostic(
        .wideTolerance,
        "the tolerance ±\(tolerance.text) is wider than the value \(numbers[0].text) itself, so zero would match too",
        in: source, at: value.textRange.lowerBound, severity: .warning))
  }

  private mutating func checkExpression(_ value: ProseValue, _ outline: SwiftOutline) {
    if let fault = outline.syntaxErrors.first {
      let offsets = value.expressionOffsets
      report(.compileError, fault.message, at: fault.offset < offsets.count ? offsets[fault.offset] : (offsets.last ?? -1) + 1)
    } else if outline.statements.count != 1 || outline.statements.first?.kind != .expression {
      report(.valueLink, "a value must be one expression", at: value.expressionOffset)
    }
  }

  private mutating func number(among blocks: [SwiftBlock]) {
    values.sort { $0.value.textRange.lowerBound < $1.value.textRange.lowerBound }
    var before = 0
    for index in values.indices {
      let place = values[index].value.textRange.lowerBound
      while before < blocks.count, blocks[before].range.lowerBound < place { before += 1 }
      values[index].value.index = index
      values[index].value.blocksBefore = before
    }
  }

  private mutating func report(_ kind: DiagnosticKind, _ message: String, at offset: Int) {
    diagnostics.append(Diagnostic(kind, message, in: source, at: offset))
  }
}

/// What the title of a value link says: a tolerance, and a source that is right, wrong, or taken at its word.
struct ValueTitle: Equatable {
  var publication = ProseValue.Publication.own
  var tolerance: Tolerance?

  /// Reads `±0.05`, `@key`, `not @key`, `if @key`, or a source and a tolerance together; otherwise says what is wrong.
  static func read(_ title: String) -> Result<ValueTitle, Fault> {
    var result = ValueTitle()
    var qualifier: Substring?
    var key: String?
    for word in title.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" }) {
      if word == "not" || word == "if", key == nil, qualifier == nil {
        qualifier = word
      } else if word.hasPrefix("@"), word.count > 1, key == nil {
        key = String(word.dropFirst())
      } else if let tolerance = tolerance(word), result.tolerance == nil {
        result.tolerance = tolerance
      } else {
        return .failure(Fault(word: String(word)))
      }
    }
    if let key {
      switch qualifier {
      case "not": result.publication = .refuted(key: key)
      case "if": result.publication = .implied(key: key)
      default: result.publication = .published(key: key)
      }
    } else if let qualifier {
      return .failure(Fault(word: String(qualifier)))
    }
    return .success(result)
  }

  struct Fault: Error, Equatable {
    var word: String

    var message: String {
      "'\(word)' has no meaning in a value's title; write \"±0.05\" for a tolerance, \"@key\" for a published number, "
        + "\"not @key\" for a published one that is wrong, \"if @key\" for what a source's statement would give"
    }
  }

  private static func tolerance(_ word: Substring) -> Tolerance? {
    ["±", "+-", "+/-"].first { word.hasPrefix($0) }.flatMap { Tolerance(word.dropFirst($0.count)) }
  }
}
