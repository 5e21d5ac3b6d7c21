import Foundation
import Testing

/// Seeded mistakes of every kind, in every place where a lesson may have them: each reported line and column is right.
///
/// The mistakes are marked in the files of `Fixtures/Positions`; each file is checked as it is, and again with CR LF, a byte
/// order mark and front matter before it.
@Suite struct PositionTests {
  static let names = ["compile-errors", "mismatches", "syntax-errors", "texts", "traps"]

  /// The ways in which the same text reaches the tool.
  enum Form: String, Sendable, CaseIterable {
    case plain, returns, mark, matter

    func apply(to text: String) -> String {
      switch self {
      case .plain: text
      case .returns: text.replacing("\n", with: "\r\n")
      case .mark: "\u{FEFF}" + text
      case .matter: "\u{FEFF}---\r\nsummary: größe\r\n---\r\n" + text.replacing("\n", with: "\r\n")
      }
    }
  }

  private static func text(_ name: String, _ form: Form) throws -> MarkedText {
    let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../Fixtures/Positions")
    return MarkedText(form.apply(to: try String(contentsOf: fixtures.appendingPathComponent(name + ".md"), encoding: .utf8)))
  }

  private static let report = Result<CheckReport, any Error> {
    var lessons: [String: [UInt8]] = [:]
    for name in names {
      for form in Form.allCases { lessons["\(name)-\(form.rawValue)"] = try text(name, form).bytes }
    }
    return try TemporaryCourse(
      bytes: lessons, courseFile: "references:\n  - id: book\n    title: A book\n    evidence: {none: made up}\n"
    ).check()
  }

  @Test(arguments: names, Form.allCases) func place(_ name: String, _ form: Form) throws {
    let lesson = try #require(try Self.report.get().lessons["\(name)-\(form.rawValue)"])
    expect(lesson.diagnostics, toMatch: try Self.text(name, form))
  }

  @Test func thereAreManyMistakes() throws {
    let marks = try Self.names.flatMap { try Self.text($0, .plain).marks }
    #expect(marks.count >= 60)
  }
}
