import Foundation
import Testing

/// `lessons/Support/*.swift`: a module that every lesson imports.
@Suite struct SupportTests {
  private static func course(_ support: [String: String], _ lesson: String) throws -> TemporaryCourse {
    let course = try TemporaryCourse(lessons: ["01-uses": lesson, "02-other": "# Other\n\n[2](swift:1+1)\n"])
    try FileManager.default.createDirectory(atPath: course.path("lessons/Support"), withIntermediateDirectories: true)
    for (name, text) in support { try course.write(text, to: "lessons/Support/\(name).swift") }
    return course
  }

  static let uses = "# Uses\n\nIt is [⟦mismatch|8 is written, 7 is computed⟧8](swift:seven()) and [1.41](swift:root(2)).\n"

  @Test func everyLessonImportsIt() throws {
    let lesson = MarkedText(Self.uses)
    let files = [
      "Seven": "public func seven() -> Int { 7 }\n",
      "Root": "import Foundation\npublic func root(_ x: Double) -> Double { NSNumber(value: x).doubleValue.squareRoot() }\n",
    ]
    let course = try Self.course(files, String(decoding: lesson.bytes, as: UTF8.self))
    let report = try course.check()
    expect(try #require(report.lessons["01-uses"]).diagnostics, toMatch: lesson)
    #expect(report.diagnostics == [])

    // Its text is part of every program.
    try course.replace("{ 7 }", with: "{ 8 }", in: "lessons/Support/Seven.swift")
    #expect(try course.check().status == 0)
  }

  @Test func itsErrorsHavePlaces() throws {
    let file = MarkedText(
      "public func seven() -> Int {\n  let größe = \"x\"; return ⟦compile-error|cannot convert return expression⟧größe\n}\n")
    let course = try Self.course(["Seven": String(decoding: file.bytes, as: UTF8.self)], "# Uses\n\n[7](swift:seven())\n")
    let report = try course.check()
    #expect(report.status == 1)
    expect(report.diagnostics, toMatch: file)
    #expect(report.diagnostics.map(\.file) == ["lessons/Support/Seven.swift"])
    // Nothing can run without it, and that is told.
    #expect(report.lessons.values.flatMap(\.values).map(\.status) == ["not-run", "not-run"])
    #expect(try course.lessons("build").status == 1)
    #expect(course.exists("output/lessons/02-other.html"))
  }

  /// Lessons have LessonKit without importing it, and a file of Support has not.
  @Test func itIsToldToImportWhatLessonsHave() throws {
    let body = "public func two() -> String { fixed(2, 1) }\n"
    let course = try Self.course(["Two": body], "# Uses\n\n[2.0](<swift: two()>)\n")
    let note = "files of Support import what they use, 'import LessonKit' too"
    let told = try course.lessons("check")
    #expect(told.output.contains("cannot find 'fixed' in scope") && told.output.contains(note), "\(told)")
    try course.write("import LessonKit\n\(body)", to: "lessons/Support/Two.swift")
    let mended = try course.lessons("check")
    #expect(mended.status == 0, "\(mended)")
    try course.write("import LessonKit\npublic func two() -> String { fixt(2, 1) }\n", to: "lessons/Support/Two.swift")
    let other = try course.lessons("check")
    #expect(other.output.contains("cannot find 'fixt' in scope") && !other.output.contains(note), "\(other)")
  }

  /// Folders below it are of it; what it does not make public is told of by name.
  @Test func itHasFoldersAndSaysWhatIsNotPublic() throws {
    let lesson = MarkedText(
      "# Uses\n\n```swift\n⟦compile-error|cannot find 'inner' in scope⟧inner()\n```\n\n```swift\nlet a: ⟦compile-error|cannot find type 'Kept' in scope⟧Kept\n```\n"
    )
    let files = [
      "Numbers/Seven": "public func seven() -> Int { inner() }\nfunc inner() -> Int { 7 }\n",
      "Numbers/More/Kept": "struct Kept {}\n",
      ".hidden/No": "no Swift\n",
    ]
    let course = try Self.course(files, String(decoding: lesson.bytes, as: UTF8.self))
    let report = try course.check()
    expect(try #require(report.lessons["01-uses"]).diagnostics, toMatch: lesson)
    let told = try course.lessons("check")
    #expect(
      told.output.contains("'inner' in lessons/Support/Numbers/Seven.swift:2 is not public; write 'public' before it"),
      "\(told)")
    #expect(told.output.contains("'Kept' in lessons/Support/Numbers/More/Kept.swift:1 is not public"), "\(told)")
    try course.write("# Uses\n\n```swift\nlet s = seven()  // => 7\n```\n", to: "lessons/01-uses.md")
    #expect(try course.lessons("check").status == 0)
    try course.lessons("build")
    let archive = String(decoding: try course.bytes("output/course.tar"), as: UTF8.self)
    #expect(
      archive.contains("course/Sources/Support/Numbers/Seven.swift")
        && archive.contains("course/Sources/Support/Numbers/More/Kept.swift"))
  }

  /// A fault in it is placed where the lesson called it.
  @Test func itsTrapsAreTheCallers() throws {
    let lesson = MarkedText("# Uses\n\n```swift\nlet none = [Int]()\nprint(⟦trap|Index out of range⟧first(none))\n```\n")
    let course = try Self.course(
      ["First": "public func first(_ list: [Int]) -> Int { list[0] }\n"], String(decoding: lesson.bytes, as: UTF8.self))
    let report = try course.check()
    expect(try #require(report.lessons["01-uses"]).diagnostics, toMatch: lesson)
  }
}
