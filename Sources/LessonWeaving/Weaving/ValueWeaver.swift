import LessonModel

/// Judges one value in the prose, and says how what is written compares with what was computed.
struct ValueWeaver {
  let value: ProseValue
  let run: ValueRun
  let lesson: Lesson
  /// What does not compare as it should.
  private(set) var mismatches: [Diagnostic] = []

  init(value: ProseValue, run: ValueRun, lesson: Lesson) {
    self.value = value
    self.run = run
    self.lesson = lesson
  }

  private var source: SourceText { lesson.source }
  private var written: WrittenValue { WrittenValue(value, of: lesson) }
  private var computed: ComputedValue? { run.value == .nothing ? nil : run.value }

  mutating func woven(block: String?, anchor: String) -> WovenValue {
    judgeEvidence()
    let numeral = written.number
    return WovenValue(
      value: value, computed: computed, status: judged(), rounded: computed.map(written.rewritten),
      allowance: allowance(numeral), difference: numeral.flatMap(gap), block: block, anchor: anchor)
  }

  /// A published number is only as good as the place where it was read.
  private mutating func judgeEvidence() {
    guard let key = value.publishedIn else { return }
    let message: String
    switch value.evidence {
    case .unneeded, .quoted, .none: return
    case .missing:
      message =
        "nothing shows that '\(key)' prints \(value.written); give its 'evidence' in the course file: a quote, where it stands, when it was read"
    case .elsewhere:
      message = "no quote of '\(key)' has the number \(value.written); quote the words around it in the course file"
    }
    mismatches.append(Diagnostic(.missingEvidence, message, in: source, at: value.textRange.lowerBound))
  }

  private mutating func judged() -> ResultStatus {
    guard run.status == .ok, run.value != nil else { return run.status }
    guard let computed else {
      return fail(.valueLink, "the expression '\(value.expression)' has no value", at: value.expressionOffset)
    }
    let text = excerpt(computed.description ?? "")
    if value.isUnrecorded {
      _ = fail(.unrecorded, "this value is not recorded yet; it is \(text) ('lessons accept' records it)")
      return .unrecorded
    }
    let report = written.differences(from: computed)
    switch value.publication {
    case .own: return judged(report, .mismatch, note: note(computed))
    case .published(let key):
      return judged(
        report, .publishedMismatch, note: "the number is published in '\(key)'; if it is wrong there, write \"not @\(key)\"")
    case .implied(let key):
      return judged(
        report, .impliedMismatch,
        note: "the number is what a statement in '\(key)' would give; nothing but its author changes it")
    case .refuted(let key):
      if !report.matches { return .ok }
      return fail(
        .refutedMatch,
        "\(value.written) is said to be wrong as published in '\(key)', but \(text) is computed, which matches",
        note: written.exact(refuting: computed).map {
          "a whole number matches whatever rounds to it; to say that it is exactly \(value.written), write \($0)"
        })
    }
  }

  /// What to do where accepting cannot: it changes digits and no words.
  private func note(_ computed: ComputedValue) -> String? {
    if let misreading = written.misreading(of: computed) { return misreading }
    if losesInterpolation { return "Markdown takes the backslash before a sign: for Swift's '\\(' write '\\\\('" }
    guard written.edits(for: computed).isEmpty else { return nil }
    return "'lessons accept' changes the digits of numbers and no words; write what is computed, or [?] to have it recorded"
  }

  /// Whether Markdown took the backslash before a parenthesis inside of a string.
  private var losesInterpolation: Bool {
    let bytes = Array(value.expression.utf8)
    return value.lostBackslashes(in: source).contains { index in
      bytes[index] == UInt8(ascii: "(") && !bytes[..<index].count { $0 == UInt8(ascii: "\"") }.isMultiple(of: 2)
    }
  }

  private mutating func judged(_ report: DifferenceReport, _ kind: DiagnosticKind, note: String? = nil) -> ResultStatus {
    mismatches += report.differences.map {
      $0.diagnostic(kind, in: source, at: value.textRange.lowerBound + $0.caret, note: note)
    }
    return report.matches ? .ok : .mismatch
  }

  private mutating func fail(
    _ kind: DiagnosticKind, _ message: String, at offset: Int? = nil, note: String? = nil
  ) -> ResultStatus {
    mismatches.append(
      Diagnostic(
        kind, message, in: source, at: offset ?? value.textRange.lowerBound, notes: note.map { [Diagnostic.Note($0)] } ?? []))
    return .mismatch
  }

  private func excerpt(_ text: String) -> String { text.count > 80 ? String(text.prefix(79)) + "…" : text }

  /// By the rules for prose in `MatchingRule`.
  private func allowance(_ numeral: Numeral?) -> WovenValue.Allowance {
    if let tolerance = value.tolerance { return .given(tolerance.text) }
    guard case .finite(_, let notation)? = numeral?.form else { return .exact }
    if notation.isInteger, computed?.number?.isInteger != false { return .exact }
    return .halfUnit(ExactDecimal.halfUnit(place: notation.lastPlace).shortText)
  }

  private func gap(_ numeral: Numeral) -> WovenValue.Gap? {
    guard let number = computed?.number else { return nil }
    let difference = NumberDifference(numeral, number)
    return difference.absolute.map { WovenValue.Gap(absolute: $0, relative: difference.relative) }
  }
}

extension WrittenValue {
  /// A value as it is written in the text of a lesson.
  init(_ value: ProseValue, of lesson: Lesson) {
    self.init(value.written, tolerance: value.tolerance, place: .prose(lesson.language))
  }
}

/// Which block declares which name: how a value in the prose is traced to the code that it comes from.
struct Origins {
  private let blocks: [(block: SwiftBlock, names: Set<Substring>)]

  init(_ lesson: Lesson) {
    blocks = lesson.blocks.filter { $0.runsWithOthers && $0.session.isEmpty }.map { ($0, Self.names(in: $0)) }
  }

  /// The name of the last block before a value that declares a name it reads; nil where none does.
  func name(of value: ProseValue) -> String? {
    let before = blocks.prefix { $0.block.index < value.blocksBefore }
    let read = Set(Self.words(value.expression))
    return before.last { !$0.names.isDisjoint(with: read) }?.block.name
  }

  private static func names(in block: SwiftBlock) -> Set<Substring> {
    var names = Set((block.outline.variables.map(\.name) + block.attributes.parameters.map(\.name)).map { $0[...] })
    // A word behind one of these is a name, wherever it stands; a comment that says "func f" costs a wrong hint at most.
    let keywords: Set<Substring> = ["func", "struct", "enum", "class", "actor", "protocol", "typealias"]
    let words = words(block.code.text)
    for (keyword, name) in zip(words, words.dropFirst()) where keywords.contains(keyword) { names.insert(name) }
    return names
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
  }
}
