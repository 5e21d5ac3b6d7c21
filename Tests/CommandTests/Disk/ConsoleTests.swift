import Foundation
import Testing

/// H42, H43, H44: whoever listens, and however the tool is called, its status and its messages are right.
@Suite struct ConsoleTests {
  struct Listener: Sendable, CustomTestStringConvertible {
    var name: String
    /// What stands behind the command in the shell.
    var end: String
    var testDescription: String { name }
  }

  static let listeners = [
    Listener(name: "closed output", end: ">&-"), Listener(name: "closed error", end: "2>&-"),
    Listener(name: "all closed", end: "<&- >&- 2>&-"), Listener(name: "a full disk", end: ">/dev/full 2>/dev/full"),
  ]

  private static func command(_ course: TemporaryCourse, _ words: String) -> String {
    "'\(LessonsProcess.executable)' \(words) --cache '\(course.cache)' -j 1"
  }

  /// A lesson with a mismatch, and one without, many values each: more than a pipe holds.
  private static func course() throws -> TemporaryCourse {
    let values = (0..<1_500).map { "[\($0)](swift:\($0))\n" }.joined(separator: "\n")
    return try TemporaryCourse(lessons: ["01-a": "# A\n\n[3](swift:1+1)\n", "02-b": "# B\n\n\(values)"])
  }

  @Test(.cases("H42"), arguments: listeners) func theStatusIsRightWhoeverListens(_ listener: Listener) throws {
    let course = try Self.course()
    for (words, status) in [("check --format json", 1), ("build", 0)] {
      #expect(
        try Shell.run("\(Self.command(course, words)) \(listener.end); [ $? = \(status) ]", in: course.folder), "\(words)")
    }
    #expect(course.exists("output/lessons/02-b.html"))
    let names = try FileManager.default.contentsOfDirectory(atPath: course.folder)
    #expect(names.sorted() == ["lessons", "output"])
  }

  /// A reader that goes away after the first line.
  @Test(.cases("H42")) func headIsNoFault() throws {
    let course = try Self.course()
    let json = Self.command(course, "check --format json")
    #expect(try Shell.run("{ \(json) 2>error; echo $? >status; } | head -c 1 >first", in: course.folder))
    #expect(try course.text("status") == "1\n" && course.text("first") == "{")
    #expect(try !course.text("error").contains("PIPE"))
  }

  @Test(
    .cases("H43"),
    arguments: [["NO_COLOR": "1"], ["TERM": "dumb"], ["COLUMNS": "20"], ["LC_ALL": "C"], ["LANG": "tr_TR.UTF-8"], [:]])
  func messagesArePlainAndWhole(environment: [String: String]) throws {
    let course = try Self.course()
    let outcome = try LessonsProcess.run(
      ["check", "--cache", course.cache, "-j", "1"], in: course.folder, environment: environment)
    #expect(outcome.status == 1)
    let text = outcome.output + outcome.error
    #expect(text.contains("lessons/01-a.md:3:2: error: "))
    #expect(text.utf8.allSatisfy { $0 == 10 || $0 >= 32 }, "controls of a terminal")
  }

  struct Use: Sendable, CustomTestStringConvertible {
    var arguments: [String]
    var words: String
    var testDescription: String { arguments.joined(separator: " ") }
  }

  static let wrong = [
    Use(arguments: ["biuld"], words: "biuld"), Use(arguments: ["build", "--ouput", "x"], words: "--output"),
    Use(arguments: ["build", "--output"], words: "--output"),
    Use(arguments: ["check", "-j", "99999999999999999999"], words: "-j"),
    Use(arguments: ["check", "-j", ""], words: "-j"), Use(arguments: ["check", "-j", "-1"], words: "-j"),
    Use(arguments: ["check", "-j", "1e3"], words: "-j"), Use(arguments: ["check", "--", "--strict"], words: "--strict"),
    Use(arguments: ["check", "--format", ""], words: "--format"), Use(arguments: ["serve", "--port", "70000"], words: "port"),
    Use(arguments: ["check", ""], words: "there is no "), Use(arguments: ["run", "a.md", "b.md"], words: "b.md"),
  ]

  @Test(.cases("H44"), arguments: wrong) func wrongUseIsToldSo(_ use: Use) throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\ntext\n"])
    let outcome = try LessonsProcess.run(use.arguments, in: course.folder, environment: ["XDG_CACHE_HOME": Scratch.root])
    #expect(outcome.status == 64 && outcome.output.isEmpty && outcome.error.contains(use.words), "\(outcome)")
    #expect(!course.exists("output"))
  }

  /// What is said twice holds as it was said last.
  @Test(.cases("H44")) func anOptionMayComeTwice() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\ntext\n"])
    #expect(try course.lessons("build", "-o", "one", "-o", "two").status == 0)
    #expect(course.exists("two/index.html") && !course.exists("one"))
  }
}
