import LessonModel

/// One place where what is written and what was computed are not the same.
package struct Difference: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case number(NumberDifference)
    /// A number is written where none was computed; how many numbers the two lines have.
    case missingNumber(written: Int, computed: Int)
    /// A number was computed where none is written; how many numbers the two lines have.
    case extraNumber(written: Int, computed: Int)
    case text
    /// The same to a reader's eye; what differs.
    case lookalike(Lookalike)
    /// So many lines are written, beginning here, that were not computed.
    case missingLines(Int)
    /// So many lines were computed that are not written; they belong before this line.
    case extraLines(Int)
    /// So many lines, this the first, have the same words with other blanks between them.
    case blanks(Int)
    /// The lines `...` leave so many ways to match that not all were tried.
    case undecided
    /// A remark, not a difference: zero on both sides, once with a minus.
    case signOfZero
  }

  package let kind: Kind

  /// The line of the written text, from 0.
  package let line: Int

  /// The bytes of that line that differ; empty where something is missing from it.
  package let columns: Range<Int>

  /// What is written there; empty when nothing is.
  package let written: String

  /// What was computed instead; empty when nothing was.
  package let computed: String

  package init(_ kind: Kind, line: Int = 0, columns: Range<Int>, written: String, computed: String) {
    self.kind = kind
    self.line = line
    self.columns = columns
    self.written = written
    self.computed = computed
  }

  /// The byte of the line under which a caret belongs: the first digit that differs, or the beginning of the difference.
  package var caret: Int {
    if case .number(let number) = kind { columns.lowerBound + number.firstDigit } else { columns.lowerBound }
  }
}

/// Everything that differs between a written text and a computed one, in the order of the written text.
package struct DifferenceReport: Sendable, Equatable {
  /// The differences, the first first; no more than `limit`.
  package private(set) var differences: [Difference] = []

  /// How many more there are.
  package private(set) var omitted = 0

  /// What is worth a word though it matches: zeros whose signs differ.
  package private(set) var remarks: [Difference] = []

  /// How many differences a report keeps; whoever has twenty wrong numbers does not read a thousand.
  package static let limit = 20

  package init() {}

  /// Whether what is written is right.
  package var matches: Bool { differences.isEmpty }

  /// Whether further differences are only counted.
  var isFull: Bool { differences.count == Self.limit }

  /// Counts a difference that nobody will read.
  mutating func omit() { omitted += 1 }

  mutating func add(_ difference: Difference) {
    if difference.kind == .signOfZero {
      if remarks.count < Self.limit { remarks.append(difference) }
    } else if isFull {
      omit()
    } else {
      differences.append(difference)
    }
  }
}

extension Difference {
  /// The difference in one line, for a person.
  package var message: String {
    switch kind {
    case .number(let number):
      let numbers = "\(excerpt(written)) is written, \(excerpt(computed)) is computed"
      guard let absolute = number.absolute, let onset = number.onset else { return numbers }
      let relative = number.relative.map { " (\($0) %)" } ?? ""
      return "\(numbers): off by \(absolute)\(relative), \(onset)"
    case .missingNumber(let written, let computed):
      return "\(excerpt(self.written)) is written, but not computed: \(counted(computed, "number")) instead of \(written)"
    case .extraNumber(let written, let computed):
      return "\(excerpt(self.computed)) is computed, but not written: \(counted(computed, "number")) instead of \(written)"
    case .text, .lookalike:
      if written.isEmpty { return "the text written ends where \"\(excerpt(computed))\" is computed" }
      if computed.isEmpty { return "\"\(excerpt(written))\" is written, but nothing more is computed" }
      return "\"\(excerpt(written))\" is written, \"\(excerpt(computed))\" is computed"
    case .missingLines(let lines):
      return "\(counted(lines, "line")) written, but not computed: \"\(excerpt(written))\"" + (lines > 1 ? " and on" : "")
    case .extraLines(let lines):
      return "\(counted(lines, "line")) computed, but not written: \"\(excerpt(computed))\"" + (lines > 1 ? " and on" : "")
    case .blanks(let lines):
      return "\(counted(lines, "line")) have the same words with other blanks between them: their columns stand elsewhere"
    case .undecided:
      return "the lines \"...\" leave too many ways to match; write fewer of them, or lines that occur once"
    case .signOfZero:
      return "\(written) is written, \(computed) is computed: the same number, with another sign of zero"
    }
  }

  /// The computed number in the way the other is written; nil when there is nothing to add to the message.
  package var hint: String? {
    if case .lookalike(let lookalike) = kind { return lookalike.message }
    guard case .number(let number) = kind, let rounded = number.rounded, rounded != computed else { return nil }
    if rounded == written { return "rounded to the digits written it is \(rounded) too, but here that is not enough" }
    return "rounded to the digits written it would be \(rounded)"
  }

  /// The text, or its beginning when it is long.
  private func excerpt(_ text: String) -> String {
    let limit = 80
    return text.utf8.count <= limit ? text : text.prefix(limit - 1) + "…"
  }
}

extension DifferenceReport {
  /// The whole report, a line or two for each difference; empty when there is none.
  package var text: String {
    var lines = differences.flatMap { [$0.message] + [$0.hint].compactMap { $0 } }
    if omitted > 0 { lines.append("and \(omitted) more") }
    return lines.joined(separator: "\n")
  }
}
