import Foundation
import Testing

/// What the tool says with its exit: 0 good, 1 the lessons, 2 the tool itself, 64 wrong use.
@Suite struct StatusTests {
  /// A command line and what it must come to.
  struct Use: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var status: Int32
    var message: String

    init(_ arguments: String..., status: Int32, _ message: String) {
      self.arguments = arguments
      self.status = status
      self.message = message
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let wrong = [
    Use("chekc", status: 64, "chekc"),
    Use("check", "--fromat", "json", status: 64, "--fromat"),
    Use("check", "--format", "xml", status: 64, "xml"),
    Use("check", "lessons", "more", status: 64, "more"),
    Use("check", "-j", "0", status: 64, "-j"),
    Use("check", "-j", "many", status: 64, "many"),
    Use("check", "--sandbox", "maybe", status: 64, "maybe"),
    Use("check", "--quiet", "--verbose", status: 64, "--quiet"),
    Use("check", "nowhere", status: 64, "nowhere"),
    Use("build", "nowhere", status: 64, "nowhere"),
    Use("accept", "lessons/gone.md", status: 64, "lessons/gone.md"),
    Use("check", "empty", status: 64, "no lessons in empty"),
    Use("check", "file.txt", status: 64, "file.txt"),
    Use("run", "lessons", status: 64, "lessons"),
    Use("run", status: 64, "file"),
    Use("new", "lesson", status: 64, "name"),
    Use("new", "course", "lessons", status: 64, "lessons exists already"),
    Use("new", "lesson", "More", "--course", "nowhere", status: 64, "nowhere"),
    Use("check", "--swiftc", "/nonexistent", status: 2, "no Swift compiler at /nonexistent"),
    Use("build", "--swiftc", "/bin/true", status: 2, "/bin/true is not part of a Swift toolchain"),
    Use("build", "-o", "file.txt", status: 2, "file.txt is a file"),
    Use("build", "-o", "file.txt/site", status: 2, "file.txt/site"),
    Use("build", "-o", "/proc/site", status: 2, "/proc/site"),
    Use("--version", status: 0, ""),
    Use("--help", status: 0, ""),
    Use("help", "build", status: 0, ""),
    Use("help", "new", "course", status: 0, ""),
  ]

  private static let course = Result<TemporaryCourse, any Error> {
    let course = try TemporaryCourse(lessons: ["01-good": "# Good\n\n[2](swift:1+1)\n"])
    try FileManager.default.createDirectory(atPath: course.path("empty"), withIntermediateDirectories: true)
    try course.write("text", to: "file.txt")
    return course
  }

  @Test(.cases("H7", "H44"), arguments: wrong) func status(_ use: Use) throws {
    let outcome = try LessonsProcess.run(
      use.arguments, in: try Self.course.get().folder, environment: ["XDG_CACHE_HOME": Scratch.root])
    #expect(outcome.status == use.status)
    if use.status == 0 {
      #expect(!outcome.output.isEmpty && outcome.error.isEmpty)
    } else {
      #expect(outcome.output == "")
      #expect(outcome.error.contains(use.message), "\(outcome.error)")
    }
  }

  /// Nothing of the above has touched the course.
  @Test func aFaultLeavesNothingBehind() throws {
    let course = try TemporaryCourse(lessons: ["01-good": "# Good\n\n[2](swift:1+1)\n"])
    let before = try course.tree()
    try course.lessons("build", "--swiftc", "/nonexistent")
    try course.lessons("build", "nowhere")
    #expect(try course.tree().filter { $0.key != "output" } == before)
  }

  @Test func theLessonsDecideBetweenZeroAndOne() throws {
    let good = try TemporaryCourse(lessons: ["01-good": "# Good\n\n[2](swift:1+1)\n"])
    for command in ["check", "build", "accept"] { #expect(try good.lessons(command).status == 0) }
    #expect(try good.lessons("run", "lessons/01-good.md").status == 0)
    let wrong = try TemporaryCourse(lessons: ["01-wrong": "# Wrong\n\n[2](swift:1+)\n"])
    for command in ["check", "build", "accept"] { #expect(try wrong.lessons(command).status == 1) }
    #expect(try wrong.lessons("run", "lessons/01-wrong.md").status == 1)
  }

  /// A course file that is wrong is told at its place, and the lessons are checked all the same.
  @Test func theCourseFileHasPlacesToo() throws {
    let file = MarkedText(
      """
      title: größe
      ⟦course-file|unknown key 'refrences' in the course file; did you mean 'references'?⟧refrences: []
      charts: ⟦course-file|'charts' must be text or svg, not 'png'⟧png
      parts:
        - title: One
          lessons: [01-good, ⟦course-file|no lesson '02-gone'⟧02-gone]

      """)
    let course = try TemporaryCourse(
      lessons: ["01-good": "# Good\n\n[2](swift:1+1)\n"], courseFile: String(decoding: file.bytes, as: UTF8.self))
    let report = try course.check()
    #expect(report.status == 1)
    expect(report.diagnostics.sorted { ($0.line, $0.column) < ($1.line, $1.column) }, toMatch: file)
    #expect(report.diagnostics.allSatisfy { $0.file == "lessons/course.yml" })
    #expect(report.lessons["01-good"]?.values.map(\.status) == ["ok"])
  }
}
