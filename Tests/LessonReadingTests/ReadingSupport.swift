import LessonModel
import LessonReading
import TestSupport
import Testing

/// Reads a lesson from a text, as the pipeline reads it from a file.
func readLesson(_ text: String, references: [String]? = []) -> ReadLesson {
  readLesson(Array(text.utf8), references: references)
}

func readLesson(_ bytes: [UInt8], references: [String]? = []) -> ReadLesson {
  LessonReader.read(
    SourceText(path: "lessons/01-test.md", bytes: bytes), slug: "01-test",
    references: references.map { $0.map { .evident($0) } })
}

extension ReadLesson {
  /// The lesson, where it could be read.
  var lesson: Lesson? { if case .readable(let lesson) = self { lesson } else { nil } }
}

extension Sequence<Inline> {
  /// The text, without code and formulas, and without the ends of lines.
  var words: String {
    var words = ""
    walk { inline in
      switch inline {
      case .text(let text): words += text
      case .citation(let citation): words += citation.text
      default: break
      }
    }
    return words
  }
}

extension Collection<DocumentBlock> {
  var words: String {
    var words = ""
    walk { block in words += block.texts.map(\.words).joined() }
    return words
  }
}

/// Expects one diagnostic of a lesson and no other, at the place marked 1.
func expectOne(
  _ text: MarkedText, _ kind: DiagnosticKind, _ part: String, severity: Diagnostic.Severity = .error,
  references: [String]? = ["a"], sourceLocation: SourceLocation = #_sourceLocation
) {
  expectOne(
    readLesson(text.text, references: references).diagnostics, at: text, kind, part, severity: severity,
    sourceLocation: sourceLocation)
}

func expectOne(
  _ diagnostics: [Diagnostic], at text: MarkedText, _ kind: DiagnosticKind, _ part: String,
  severity: Diagnostic.Severity = .error, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(diagnostics.count == 1, "\(diagnostics)", sourceLocation: sourceLocation)
  #expect(diagnostics.first?.kind == kind, sourceLocation: sourceLocation)
  #expect(diagnostics.first?.severity == severity, sourceLocation: sourceLocation)
  #expect(diagnostics.first?.position == text.places[1], sourceLocation: sourceLocation)
  let message = diagnostics.first?.message ?? ""
  #expect(message.contains(part), "\(message)", sourceLocation: sourceLocation)
}

extension Reference {
  /// A reference whose numbers need no quote.
  static func evident(_ id: String) -> Reference {
    var reference = Reference(id: id)
    reference.evidence = .none(reason: "for a test")
    return reference
  }
}
