import LessonModel

/// Gathers what stands in the prose of a lesson and its captions and is no value: citations, marks of coverage, formulas.
struct ProseReader {
  private let source: SourceText
  private let references: KnownReferences
  private(set) var citations: [Citation] = []
  private(set) var marks: [CoverageMark] = []
  /// In the order of the file.
  private(set) var formulas: [Formula] = []
  private(set) var diagnostics: [Diagnostic] = []

  /// - Parameter blocks: The Swift blocks of the lesson, whose captions are prose too.
  init(_ document: [DocumentBlock], _ blocks: [SwiftBlock], in source: SourceText, references: KnownReferences) {
    self.source = source
    self.references = references
    document.walk { block in
      switch block.kind {
      case .coverage(let comment): read(comment)
      case .formula(let formula): read(formula)
      default: block.texts.forEach { $0.walk { read($0) } }
      }
    }
    for block in blocks { block.caption?.walk { if case .coverage = $0 {} else { read($0) } } }
    formulas.sort { ($0.offsets.first ?? 0) < ($1.offsets.first ?? 0) }
    limitFormulas()
  }

  /// The bytes of TeX that a lesson may have: each may cost as much as macros can make of it.
  private static let formulaBytes = 1 << 16

  /// Leaves formulas out that are too much, which the page shows as they are written.
  private mutating func limitFormulas() {
    var bytes = 0
    guard
      let first = formulas.firstIndex(where: { formula in
        bytes += formula.key.tex.utf8.count
        return bytes > Self.formulaBytes
      })
    else { return }
    diagnostics.append(
      Diagnostic(
        .tooComplex,
        "the formulas of this lesson have over \(Self.formulaBytes) bytes; this one and those behind it are not set",
        in: source, at: formulas[first].offsets.first ?? 0))
    formulas.removeSubrange(first...)
  }

  private mutating func read(_ inline: Inline) {
    switch inline {
    case .citation(let citation):
      citations.append(citation)
      diagnostics += citation.items.compactMap { references.fault(of: $0.key, in: source, at: $0.offset) }
    case .formula(let formula): read(formula)
    case .coverage(let comment): read(comment)
    default: break
    }
  }

  private mutating func read(_ formula: Formula) {
    formulas.append(formula)
    if let place = swallowed(by: formula) {
      let start = formula.key.tex.prefix { !$0.isNewline }.prefix(12)
      diagnostics.append(
        Diagnostic(
          .valueLink,
          "this is no value but text, for the dollar before it ends a formula that begins with '$\(start)'; a dollar sign is written '\\$'",
          in: source, at: place))
    }
    guard let value = formula.key.tex.firstRange(of: "](swift:") else { return }
    let place = formula.key.tex.utf8.distance(from: formula.key.tex.startIndex, to: value.lowerBound)
    diagnostics.append(
      Diagnostic(
        .valueLink,
        "a formula holds no values, so this number is compared with nothing; end the formula before it: '$x =$ [0.81](swift:x)'",
        in: source, at: formula.offsets.indices.contains(place) ? formula.offsets[place] : formula.offsets.first ?? 0))
  }

  /// Where the address of a value begins whose brackets a formula ends in, as two amounts of dollars in one line make it.
  private func swallowed(by formula: Formula) -> Int? {
    guard !formula.key.isDisplay, formula.key.tex.contains("["), let last = formula.offsets.last else { return nil }
    // Up to the next bracket of either kind.
    let behind = source.bytes[last...].prefix { $0 != UInt8(ascii: "[") && $0 != 10 && $0 != UInt8(ascii: "]") }
    let close = source.bytes[behind.endIndex...]
    return ["](swift:", "](<swift:"].contains { close.starts(with: $0.utf8) } ? behind.endIndex + 1 : nil
  }

  private mutating func read(_ comment: CoverageComment) {
    guard comment.isMark else {
      if ["cover:", "coverage:", "covered:"].contains(comment.keyword.lowercased()) {
        report("a coverage mark is written '<!-- covers: ID -->', not '\(comment.keyword)'", at: comment.offset)
      }
      return
    }
    if comment.names.isEmpty {
      report("this mark covers nothing; name rows, as in '<!-- covers: S0-01 -->'", at: comment.offset)
    }
    for name in comment.names {
      if isID(name) {
        marks.append(CoverageMark(id: name, position: source.position(of: comment.offset)))
      } else {
        report("'\(name)' is no row's id; an id has letters, digits, '-', '_' and '.'", at: comment.offset)
      }
    }
  }

  private func isID(_ text: String) -> Bool {
    text.utf8.count <= 40
      && text.utf8.allSatisfy {
        (48...57).contains($0) || (65...90).contains($0) || (97...122).contains($0) || "-_.".utf8.contains($0)
      }
  }

  private mutating func report(_ message: String, at offset: Int) {
    diagnostics.append(Diagnostic(.coverageMark, message, in: source, at: offset))
  }
}

/// The keys that a lesson may cite.
struct KnownReferences {
  /// In the order of the course file; nil if nobody knows them, and any key may stand.
  private let keys: [String]?
  private let evidence: [String: Evidence]

  init(_ references: [Reference]?) {
    keys = references?.map(\.id)
    evidence = Dictionary((references ?? []).map { ($0.id, $0.evidence) }) { first, _ in first }
  }

  /// What shows that a source prints a number as it is written.
  func evidence(of key: String, for written: String, in language: NumberLanguage) -> ValueEvidence {
    evidence[key]?.support(of: written, in: language) ?? .unneeded
  }

  /// What is said of a key that the course file does not have; nil where it has it.
  func fault(of key: String, in source: SourceText, at offset: Int) -> Diagnostic? {
    guard let keys, evidence[key] == nil else { return nil }
    let clause = keys.isEmpty ? "; add it under 'references'" : Suggestion.clause(for: key, in: keys)
    return Diagnostic(.unknownReference, "no reference '\(key)' in the course file\(clause)", in: source, at: offset)
  }
}
