import Foundation
import FoundationXML
import Testing

/// `lessons check --format`: each form tells the same, at the same places, and nothing that an author writes breaks out of it.
@Suite struct ReportFormatTests {
  /// One mistake in each kind of result, with characters that mean something to one of the forms.
  static let lesson = """
    # Größe, 100 %: <&>

    ```swift {#odd}
    print("::error::100%, \\u{1B}[31m]]> \\u{FFFE}")
    let half = 0.5  // => 0.6
    ```

    ```output
    ::warning title=x::<b>&amp;]]>
    ```

    Grüße 😀 [0.51](swift:half), [0.5](<swift: half \\< 1 ? half : 0>) and ~~[~~.

    ```swift {#no volatile}
    1
    ```

    [there](gone,%3A.md#x)

    """

  private struct Reports: Sendable {
    var course: TemporaryCourse
    var outcomes: [String: LessonsProcess.Outcome]

    func output(_ format: String) throws -> String { try #require(outcomes[format]).output }
  }

  static let formats = ["text", "github", "json", "junit", "sarif"]
  /// The course and the lesson have names that the forms write in ways of their own.
  static let folder = "odd, 100%:é"
  static let name = "01-a b"

  private static let reports = Result<Reports, any Error> {
    let course = try TemporaryCourse(lessons: [name: lesson, "02-good": "# Good\n\n[2](swift:1+1)\n"])
    try FileManager.default.moveItem(atPath: course.path("lessons"), toPath: course.path(folder))
    var outcomes: [String: LessonsProcess.Outcome] = [:]
    for format in formats { outcomes[format] = try course.lessons("check", folder, "--format", format) }
    return Reports(course: course, outcomes: outcomes)
  }

  /// An error as each form has it.
  private struct Place: Hashable {
    var file: String
    var line: Int
    var id: String
  }

  private static func expected() throws -> [Place] {
    try CheckReport(#require(reports.get().outcomes["json"])).lessons.values.flatMap(\.diagnostics).map {
      Place(file: $0.file, line: $0.line, id: $0.id)
    }.sorted { ($0.line, $0.id) < ($1.line, $1.id) }
  }

  @Test func theLessonHasEachKindOfMistake() throws {
    #expect(
      try Self.expected().map { "\($0.line) \($0.id)" } == [
        "5 mismatch", "9 mismatch", "9 mismatch", "12 mismatch", "18 dead-link",
      ])
  }

  /// Results go to standard output and the summary, for programs, to standard error; the status is that of the text.
  @Test(arguments: formats) func endsWithTheSummary(_ format: String) throws {
    let outcome = try #require(Self.reports.get().outcomes[format])
    #expect(outcome.status == 1)
    let summary = "checked 2 lessons: 1 output, 3 values in prose, 1 comment, 1 volatile result not compared: 5 errors\n"
    #expect((format == "text" ? outcome.output : outcome.error).hasSuffix(summary), "\(outcome.error)")
    #expect(!(format == "text" ? outcome.error : outcome.output).contains(summary))
  }

  @Test(arguments: formats) func twoChecksAreIdentical(_ format: String) throws {
    let reports = try Self.reports.get()
    // How long a block took is told where it ran, and is 0 where it did not.
    let again = try ["--no-cache", "--quiet"].map {
      try reports.course.lessons("check", Self.folder, "--format", format, $0).output
    }
    if format != "json" { #expect(again.allSatisfy { $0 == reports.outcomes[format]?.output }) }
    let elsewhere = try reports.course.lessons("check", reports.course.path(Self.folder), "--format", format)
    if format != "text" {
      #expect(
        elsewhere.output == (try reports.course.lessons("check", Self.folder, "--format", format).output), "paths are relative")
    }
    #expect(elsewhere.status == 1)
  }

  // MARK: GitHub

  @Test func annotationsAreCommandsOfOneLine() throws {
    let lines = try Self.reports.get().output("github").split(separator: "\n").map(String.init)
    var found: [Place] = []
    for line in lines {
      let parts = line.components(separatedBy: "::")
      #expect(parts[0].isEmpty && parts[1].hasPrefix("error "), "\(line)")
      var fields: [String: String] = [:]
      for property in parts[1].dropFirst(6).split(separator: ",") {
        let pair = property.split(separator: "=", maxSplits: 1).map(String.init)
        fields[pair[0]] = pair[1].replacing("%3A", with: ":").replacing("%2C", with: ",").replacing("%25", with: "%")
      }
      #expect(fields.keys.sorted() == ["col", "file", "line", "title"])
      found.append(
        Place(file: fields["file"] ?? "", line: Int(fields["line"] ?? "") ?? 0, id: fields["title"] ?? ""))
      #expect(!line.contains("\u{1B}"))
    }
    #expect(try found.sorted { ($0.line, $0.id) < ($1.line, $1.id) } == Self.expected())
    #expect(lines.contains { $0.hasPrefix("::error file=odd%2C 100%25%3Aé/01-a b.md,line=12,col=14,title=mismatch::0.51 is") })
    #expect(lines.contains { $0.contains("%0Anote: ") }, "a note is a line of its message")
  }

  // MARK: SARIF

  @Test func sarifHasTheSameResults() throws {
    let log = try #require(JSONSerialization.jsonObject(with: Data(Self.reports.get().output("sarif").utf8)) as? [String: Any])
    #expect(log["version"] as? String == "2.1.0")
    let run = try #require((log["runs"] as? [[String: Any]])?.first)
    let results = try #require(run["results"] as? [[String: Any]])
    let rules = try #require(((run["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"] as? [[String: Any]])
    var found: [Place] = []
    for result in results {
      let id = try #require(result["ruleId"] as? String)
      #expect(try rules[#require(result["ruleIndex"] as? Int)]["id"] as? String == id)
      let location = try #require((result["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
      let uri = try #require((location["artifactLocation"] as? [String: Any])?["uri"] as? String)
      #expect(uri == "odd%2C%20100%25%3A%C3%A9/01-a%20b.md")
      let line = try #require((location["region"] as? [String: Any])?["startLine"] as? Int)
      found.append(Place(file: try #require(uri.removingPercentEncoding), line: line, id: id))
    }
    #expect(try found.sorted { ($0.line, $0.id) < ($1.line, $1.id) } == Self.expected())
  }

  // MARK: JUnit

  @Test func junitHasACaseForEachResult() throws {
    let reader = CaseReader()
    let parser = XMLParser(data: Data(try Self.reports.get().output("junit").utf8))
    parser.delegate = reader
    #expect(parser.parse(), "\(String(describing: parser.parserError))")
    let suite = "\(Self.folder)/\(Self.name).md"
    let expected = [
      "\(suite)|text|failure", "\(suite)|block odd|failurefailure", "\(suite)|block odd, comment 1: 0.6|failure",
      "\(suite)|block no|skipped", "\(suite)|value 1: half|failure", "\(suite)|value 2: half < 1 ? half : 0|",
      "\(Self.folder)/02-good.md|text|", "\(Self.folder)/02-good.md|value 1: 1+1|",
    ]
    #expect(reader.cases == expected)
    #expect(reader.failures.count == 5)
    for place in try Self.expected() {
      #expect(reader.failures.contains { $0.hasPrefix("\(place.file):\(place.line):") && $0.contains("[\(place.id)]") })
    }
    #expect(reader.counts == ["8 4", "6 4", "2 0"])
  }

  /// Cases as a stranger reads them: `suite|name|what became of it`.
  private final class CaseReader: NSObject, XMLParserDelegate {
    var cases: [String] = []
    var counts: [String] = []
    var failures: [String] = []
    private var text = ""

    func parser(
      _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
      attributes: [String: String]
    ) {
      text = ""
      switch name {
      case "testsuite", "testsuites": counts.append("\(attributes["tests"] ?? "") \(attributes["failures"] ?? "")")
      case "testcase": cases.append("\(attributes["classname"] ?? "")|\(attributes["name"] ?? "")|")
      case "failure", "skipped": cases[cases.count - 1] += name
      default: break
      }
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

    func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
      if name == "failure" { failures.append(text) }
    }
  }

  // MARK: --strict

  /// What is wrong, and the status without and with `--strict`.
  struct Judged: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var lesson: String
    var usual: Int32
    var strict: Int32
    /// What is told at the end.
    var verdict: String
    var strictly: String
  }

  static let judged = [
    Judged(
      testDescription: "all is right", lesson: "# A\n\n[2](swift:1+1)\n", usual: 0, strict: 0, verdict: ": all match",
      strictly: ": all match"),
    Judged(
      testDescription: "a warning", lesson: "# A\n\n[2](swift:1+1)\n\n<font>x</font>\n", usual: 0, strict: 1,
      verdict: ": all match, 2 warnings", strictly: ": 2 errors"),
    Judged(
      testDescription: "nothing was compared", lesson: "# A\n\nWords.\n\n```swift\nlet x = 1\n```\n", usual: 0, strict: 1,
      verdict: ": nothing was compared, 1 warning", strictly: ": 1 error"),
    Judged(
      testDescription: "only a volatile result", lesson: "# A\n\n```swift {volatile}\n1\n```\n", usual: 0, strict: 1,
      verdict: ": nothing was compared, 1 warning", strictly: ": 1 error"),
    Judged(
      testDescription: "an error", lesson: "# A\n\n[3](swift:1+1)\n", usual: 1, strict: 1, verdict: ": 1 error",
      strictly: ": 1 error"),
  ]

  @Test(arguments: judged.indices) func strictly(_ index: Int) throws {
    let row = Self.judged[index]
    let course = try TemporaryCourse(lessons: ["01-a": row.lesson])
    // Twice: what was remembered of one must not answer for the other.
    for _ in 0..<2 {
      let usual = try course.lessons("check")
      #expect(usual.status == row.usual && usual.output.hasSuffix(row.verdict + "\n"), "\(usual.output)")
      let strict = try course.lessons("check", "--strict")
      #expect(strict.status == row.strict && strict.output.hasSuffix(row.strictly + "\n"), "\(strict.output)")
    }
    for format in Self.formats.dropFirst() {
      let outcome = try course.lessons("check", "--strict", "--format", format)
      #expect(outcome.status == row.strict && outcome.error.hasSuffix(row.strictly + "\n"))
      let words = [
        "github": "::error ", "json": "\"severity\": \"error\"", "junit": "<failure ", "sarif": "\"level\": \"error\"",
      ]
      #expect(try outcome.output.contains(#require(words[format])) == (row.strict != 0), "\(format): \(outcome.output)")
    }
  }

  @Test func whatComparedNothingSaysSo() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n", "02-b": "# B\n"], courseFile: "title: T\n")
    let whole = try course.lessons("check", "--strict")
    #expect(whole.output.hasPrefix("lessons/course.yml:1:1: error: nothing was compared: no lesson has"), "\(whole.output)")
    let one = try course.lessons("check", "--strict", "lessons/01-a.md")
    #expect(one.output.hasPrefix("lessons/01-a.md:1:1: error: nothing was compared: "), "\(one.output)")
    #expect(try course.lessons("build").status == 0, "a course of words may be built")
  }
}
