import LessonModel
import LessonWeaving
import Testing

@Suite("Weaving a course")
struct CourseWeaverTests {
  private static let file = SourceText(path: "course.yml", text: "references:\n- { id: a }\n- { id: b }\n- { id: c }\n")

  private func course(_ lessons: [ReadLesson]) -> Course {
    var course = TestLesson.course(lessons)
    course.source = Self.file
    course.file.references = zip(["a", "b", "c"], 2...).map {
      Reference(id: $0, position: SourcePosition(line: $1, column: 3))
    }
    return course
  }

  @Test(arguments: [
    ("[@a] and [see @b, p. 1; @c]", [String]()), ("[@a]", ["3:3 b", "4:3 c"]),
    ("[1](swift:x \"@a\") [2](swift:x \"not @c\")", ["3:3 b"]), ("`[@a]` \\[@b] a@c", ["2:3 a", "3:3 b", "4:3 c"]),
    ("```swift {caption=\"[@a]\"}\n```", ["3:3 b", "4:3 c"]),
  ])
  func warnsOfReferencesThatNothingNames(text: String, expected: [String]) {
    let course = course([TestLesson.read("# A\n\n" + text)])
    let warnings = ReferenceWarnings.warnings(of: course)
    #expect(
      warnings.map(\.line)
        == expected.map {
          let id = $0.suffix(1)
          return "\($0.dropLast(2)) unused-reference: nothing cites the reference '\(id)'; write [@\(id)] where it is used, "
            + "or take it out"
        })
    #expect(warnings.allSatisfy { $0.severity == .warning && $0.path == "course.yml" })
  }

  /// Whoever trims a course reads of what is left over once.
  @Test(arguments: [
    (4, "nothing cites 4 references: r1, r2, r3, r4; cite them, as in [@r1], or take them out"),
    (90, "nothing cites 90 references: r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12 and 78 more; cite them"),
  ])
  func manyReferencesAreToldInOne(count: Int, message: String) {
    var course = course([TestLesson.read("# A")])
    course.file.references = (1...count).map { Reference(id: "r\($0)", position: SourcePosition(line: 2, column: 3)) }
    let warnings = ReferenceWarnings.warnings(of: course)
    #expect(warnings.count == 1 && warnings.first?.position.line == 2)
    #expect(warnings.first?.message.hasPrefix(message) == true, "\(warnings)")
  }

  /// A lesson that cannot be read may be the one that names them.
  @Test func saysNothingOfReferencesWhileALessonCannotBeRead() {
    #expect(ReferenceWarnings.warnings(of: course([TestLesson.read("# A"), TestLesson.read("")])).isEmpty)
    var course = course([TestLesson.read("# A")])
    course.source = nil
    #expect(ReferenceWarnings.warnings(of: course).isEmpty)
  }

  @Test func weavesWhatWasAskedFor() throws {
    var course = course([
      TestLesson.read("# A\n\n[1](swift:x) [b](02-b.md#b)", slug: "01-a"), TestLesson.read("# B", slug: "02-b"),
      TestLesson.read("", slug: "03-c"), TestLesson.read("---\ndraft: true\n---\n# D\n\n[@a; @b; @c]", slug: "04-d"),
    ])
    let fault = Diagnostic(.courseFile, "x", in: Self.file, at: 0)
    let support = Diagnostic(.compileError, "y", in: Self.file, at: 0)
    course.diagnostics = [fault]
    let runs = ["01-a": Run(values: [0: ValueRun(status: .ok, value: .integer("1"))])]
    let all = CourseWeaver.woven(
      course, runs, only: nil, formulas: FormulaTable(), runDiagnostics: [support], swiftVersion: "Swift 6")
    #expect(all.isWhole && all.lessons.map(\.slug) == course.lessons.map(\.slug))
    #expect(all.woven.map(\.lesson.slug) == ["01-a", "02-b", "04-d"])
    #expect(all.woven[0].values.map(\.status) == [.ok])
    #expect(all.woven.allSatisfy { all.links.anchors(of: $0.lesson.slug) == $0.anchors })
    #expect(all.diagnostics == [fault, support] && all.swiftVersion == "Swift 6")
    #expect(all.failures.map(\.kind) == [.courseFile, .compileError, .emptyLesson])
    let one = CourseWeaver.woven(course, runs, only: ["02-b"], formulas: FormulaTable())
    #expect(!one.isWhole && one.lessons.map(\.slug) == ["02-b"] && one.course == course)
  }

  /// Of one lesson alone nobody wants to hear what the others do not cite.
  @Test func warnsOfReferencesOfAWholeCourseOnly() {
    let course = course([TestLesson.read("# A", slug: "01-a"), TestLesson.read("# B", slug: "02-b")])
    #expect(CourseWeaver.woven(course, [:], only: nil, formulas: FormulaTable()).diagnostics.count == 3)
    #expect(CourseWeaver.woven(course, [:], only: ["01-a"], formulas: FormulaTable()).diagnostics.isEmpty)
  }
}
