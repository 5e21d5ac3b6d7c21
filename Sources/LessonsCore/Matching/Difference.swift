/// One place where what is written and what was computed are not the same.
package struct Difference: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case number(NumberDifference)
    /// A number is written where none was computed; how many numbers the two lines have.
    case missingNumber(written: Int, computed: Int)
    /// A number was computed where none is written; how many numbers the two lines have.
    case extraNumber(written: Int, computed: Int)
    case text
    /// So many lines are written, beginning here, that were not computed.
    case missingLines(Int)
    /// So many lines were computed that are not written; they belong before this line.
    case extraLines(Int)
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
