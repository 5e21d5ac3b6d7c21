import Foundation
import Testing

/// What a lesson declares as its data it reads, unchanged and at its place; what it does not declare it does not.
@Suite struct DataTests {
  private static func lesson(_ data: String, _ code: String) -> String {
    """
    ---
    title: Data
    data: \(data)
    ---

    ```swift {#read}
    import Foundation
    \(code)
    ```

    ```output
    3
    ```

    """
  }

  private func course(_ text: String) throws -> TemporaryCourse {
    let course = try TemporaryCourse(lessons: ["01-data": text])
    try FileManager.default.createDirectory(atPath: course.path("lessons/data"), withIntermediateDirectories: true)
    try course.write("1\n2\n", to: "lessons/data/points.csv")
    try course.write("secret\n", to: "lessons/data/hidden.txt")
    try course.write("outside\n", to: "outside.txt")
    return course
  }

  private static let sum =
    #"try! String(contentsOfFile: "data/points.csv", encoding: .utf8).split(separator: "\n").compactMap { Int($0) }.reduce(0, +)"#

  @Test(arguments: ["data/points.csv", "[data/*.csv]", "['**/*.csv']"]) func isRead(data: String) throws {
    let course = try course(Self.lesson(data, Self.sum))
    #expect(try course.lessons("check").status == 0)
  }

  @Test func itsBytesArePartOfTheResult() throws {
    let course = try course(Self.lesson("data/points.csv", Self.sum))
    #expect(try course.lessons("check").status == 0)
    try course.write("1\n3\n", to: "lessons/data/points.csv")
    let why = try course.lessons("why", "lessons/01-data.md")
    #expect(why.output.contains("01-data would be run again: data/points.csv has changed"), "\(why)")
    let outcome = try course.lessons("check")
    #expect(outcome.status == 1 && outcome.output.contains("3 is written, 4 is computed"), "\(outcome)")
    #expect(outcome.output.contains("lessons/01-data.md:12:1"), "\(outcome)")
  }

  @Test func aPatternSeesANewFile() throws {
    let code = #"(try! FileManager.default.contentsOfDirectory(atPath: "data")).count + 2"#
    let course = try course(Self.lesson("data/*.csv", code))
    #expect(try course.lessons("check").status == 0)
    try course.write("5\n", to: "lessons/data/more.csv")
    #expect(try course.lessons("check").status == 1)
  }

  /// A file that is not there for the lesson is one short message, with what to write.
  @Test(
    arguments: [
      (#"try String(contentsOfFile: "prices.csv", encoding: .utf8)"#, "'prices.csv' is not declared in 'data'; add it there"),
      (
        #"let text = try! Data(contentsOf: URL(fileURLWithPath: "prices.csv"))"#,
        "'prices.csv' is not declared in 'data'; add it"
      ),
      (
        #"try CSV(contentsOf: "data/point.csv").rows.count"#,
        "'data/point.csv' is not declared in 'data'; did you mean 'data/points.csv'?"
      ),
      (#"try FileManager.default.contentsOfDirectory(atPath: "more")"#, "'more' is not declared in 'data'; add it"),
      (#"try String(contentsOfFile: "/etc/lost.txt", encoding: .utf8)"#, "'/etc/lost.txt' does not belong to the course"),
    ]) func whatIsNotThereIsNamed(code: String, words: String) throws
  {
    let report = try course(Self.lesson("data/points.csv", code)).check()
    let told = try #require(report.lessons["01-data"]?.diagnostics.first)
    #expect(told.id == "missing-data" && told.line == 8 && told.message.hasPrefix("'"), "\(told)")
    #expect(told.message.contains(words) && told.message.utf8.count < 120, "\(told)")
  }

  @Test func theFirstDeclarationIsWrittenOut() throws {
    let course = try TemporaryCourse(lessons: [
      "01-data": "# Data\n\n```swift\ntry CSV(contentsOf: \"prices.csv\").rows.count\n```\n"
    ])
    let told = try #require(try course.check().lessons["01-data"]?.diagnostics.first)
    #expect(
      told.message == "'prices.csv' is not declared in 'data'; write 'data: prices.csv' in the front matter" && told.line == 4)
  }

  @Test func whatIsTooLargeIsSaidToBe() throws {
    let course = try course(Self.lesson("data/*.csv", "3"))
    try course.write("", to: "lessons/data/large.csv")
    try #require(truncate(course.path("lessons/data/large.csv"), 33 << 20) == 0)
    let told = try #require(try course.check().lessons["01-data"]?.diagnostics.first)
    #expect(told.id == "missing-data" && told.line == 3, "\(told)")
    #expect(told.message == "'data/large.csv' is too large: it has 33 MiB, and a lesson reads files of at most 32 MiB")
    try #require(truncate(course.path("lessons/data/large.csv"), 32 << 20) == 0)
    #expect(try course.lessons("check").status == 0)
  }

  /// A file that comes later and is too large is an error whatever was found good before.
  @Test func whatHasBecomeTooLargeIsNoticed() throws {
    let course = try course(Self.lesson("data/*.csv", "3"))
    #expect(try course.lessons("check").status == 0)
    try course.write("", to: "lessons/data/large.csv")
    try #require(truncate(course.path("lessons/data/large.csv"), 33 << 20) == 0)
    #expect(try course.check().status == 1)
    #expect(try course.lessons("check").status == 1)
  }

  @Test func canNotBeChanged() throws {
    let course = try course(
      Self.lesson(
        "data/points.csv", #"(try? "9".write(toFile: "data/points.csv", atomically: false, encoding: .utf8)) == nil ? 3 : 4"#))
    #expect(try course.lessons("check").status == 0)
    #expect(try course.text("lessons/data/points.csv") == "1\n2\n")
  }

  /// A lesson that asks the network for its data is told that there is none, and where data goes.
  @Test func theNetworkIsNoPlaceForData() throws {
    let course = try course(
      Self.lesson(
        "data/points.csv", #"try String(contentsOf: URL(string: "https://example.org/a.csv")!, encoding: .utf8).count"#))
    let outcome = try course.lessons("check")
    #expect(outcome.status == 1)
    #expect(
      outcome.output.contains("note: a lesson has no network: put what it reads beside it, and name it under 'data'"),
      "\(outcome)")
  }

  @Test func whatIsNotDeclaredIsNotThere() throws {
    let course = try course(
      Self.lesson("data/points.csv", #"FileManager.default.fileExists(atPath: "data/hidden.txt") ? 4 : 3"#))
    #expect(try course.lessons("check").status == 0)
  }

  @Test(
    arguments: [
      ("data/point.csv", "missing-data", "did you mean 'data/points.csv'?"),
      ("[/etc/passwd]", "front-matter", "begins at the course"),
      ("['../outside.txt']", "front-matter", "cannot leave the course"),
      ("data/out.txt", "missing-data", "no file of the course"),
    ]) func aMistakeIsToldAtItsPlace(data: String, kind: String, words: String) throws
  {
    let course = try course(Self.lesson(data, "3"))
    try FileManager.default.createSymbolicLink(
      atPath: course.path("lessons/data/out.txt"), withDestinationPath: course.path("outside.txt"))
    let report = try course.check()
    let told = try #require(report.lessons["01-data"]?.diagnostics.first)
    #expect(told.id == kind && told.line == 3 && told.message.contains(words), "\(told)")
    #expect(report.status == 1)
  }
}
