/// Something the author must know about a lesson: where, what, and what to do.
package struct Diagnostic: Sendable, Equatable {
  package enum Severity: String, Sendable, Equatable, Comparable {
    case note, warning, error

    private var rank: Int { self == .note ? 0 : self == .warning ? 1 : 2 }

    package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
  }

  /// An addition to a diagnostic, with a place of its own if it has one.
  package struct Note: Sendable, Equatable {
    package var position: SourcePosition?
    package var message: String

    package init(_ message: String, at position: SourcePosition? = nil) {
      self.position = position
      self.message = message
    }
  }

  package var kind: DiagnosticKind
  package var severity: Severity
  package var path: String
  package var position: SourcePosition
  package var message: String
  package var notes: [Note]
  /// The source line that is shown under the message.
  package var sourceLine: String?

  package init(
    _ kind: DiagnosticKind, _ message: String, in source: SourceText, at position: SourcePosition,
    severity: Severity = .error, notes: [Note] = []
  ) {
    self.kind = kind
    self.severity = severity
    self.path = source.path
    self.position = position
    self.message = message
    self.notes = notes
    self.sourceLine = source.text(source.lineRange(position.line))
  }

  package init(
    _ kind: DiagnosticKind, _ message: String, in source: SourceText, at offset: Int, severity: Severity = .error,
    notes: [Note] = []
  ) {
    self.init(kind, message, in: source, at: source.position(of: offset), severity: severity, notes: notes)
  }
}

/// The stable identifiers of diagnostics, shown in brackets.
package enum DiagnosticKind: String, Sendable, Equatable, CaseIterable {
  // The text of a lesson.
  case encoding = "encoding"
  case emptyLesson = "empty-lesson"
  case tooComplex = "too-complex"
  case frontMatter = "front-matter"
  case courseFile = "course-file"
  case missingData = "missing-data"
  case package = "package"
  case unclosedFence = "unclosed-fence"
  case attribute = "attribute"
  case explore = "explore"
  case trace = "trace"
  case duplicateName = "duplicate-name"
  case valueLink = "value-link"
  case wideTolerance = "wide-tolerance"
  case earlyRead = "early-read"
  case unknownReference = "unknown-reference"
  case unusedReference = "unused-reference"
  case coverageMark = "coverage-mark"
  case strayOutput = "stray-output"
  case unrunBlock = "unrun-block"
  case longLine = "long-line"
  case deadLink = "dead-link"
  case glossary = "glossary"
  case unsafeLink = "unsafe-link"
  case rawHTML = "raw-html"
  case foreignMarkup = "foreign-markup"
  case unusedNote = "unused-note"
  case lostCell = "lost-cell"
  case slug = "slug"
  case misplacedCheck = "misplaced-check"
  case almostCheck = "almost-check"
  case sourceLocation = "source-location"
  case unknownCallout = "unknown-callout"
  case emptyCallout = "empty-callout"
  case strayAnswer = "stray-answer"
  case quiz = "quiz"
  case claim = "claim"
  case math = "math"
  // What a run found.
  case compileError = "compile-error"
  case compileWarning = "compile-warning"
  case trap = "trap"
  case timeout = "timeout"
  case outputLimit = "output-limit"
  case endedEarly = "ended-early"
  case exitStatus = "exit-status"
  case outputClosed = "output-closed"
  case unmetExpectation = "unmet-expectation"
  case unrepeatable = "unrepeatable"
  // What a comparison found.
  case mismatch = "mismatch"
  case unrecorded = "unrecorded"
  case publishedMismatch = "published-mismatch"
  case refutedMatch = "refuted-match"
  case missingEvidence = "missing-evidence"
  case unbound = "unbound"
  case impliedMismatch = "implied-mismatch"
  case ambiguousQuiz = "ambiguous-quiz"
  case nothingCompared = "nothing-compared"
}

extension Sequence<Diagnostic> {
  /// How many of them are errors.
  package var errorCount: Int { reduce(0) { $0 + ($1.severity == .error ? 1 : 0) } }

  package var warningCount: Int { reduce(0) { $0 + ($1.severity == .warning ? 1 : 0) } }
}
