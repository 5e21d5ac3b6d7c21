import LessonModel
import TestSupport
import Testing

import LessonSite

@Suite("The lessons of a course as its pages list them")
struct CourseContentsTests {
  private static let lessons = ["a.md": "# A\n", "b.md": "# B\n", "c.md": "# C\n", "d.md": "# D\n"]

  private func contents(_ courseFile: String, _ more: [String: String] = [:]) throws -> CourseContents {
    let files = Self.lessons.merging(more) { _, new in new }.merging(["course.yml": courseFile]) { _, new in new }
    let course = try MadeCourse(files).woven.course
    return CourseContents(course.file, course.lessons.map { LessonFacts($0) })
  }

  private func list(_ contents: CourseContents) -> [String] {
    contents.parts.map { part in
      ([part.title ?? "-"] + part.lessons.map(\.slug) + part.pages.map(\.path)).joined(separator: " ")
    }
  }

  @Test func standByPartWithTheRestBehind() throws {
    let parts = "parts:\n  - {title: One, lessons: [c, missing, a]}\n  - {title: None, lessons: [missing]}\n"
    let contents = try contents(parts)
    #expect(list(contents) == ["One c a", "More b d"])
    #expect(contents.lessons.map(\.slug) == ["c", "a", "b", "d"])
    #expect(contents.part(of: "a") == 0 && contents.part(of: "d") == 1 && contents.part(of: "missing") == nil)
    #expect(contents["b"]?.title == "B" && contents["missing"] == nil)
  }

  @Test func needNoParts() throws { #expect(list(try contents("title: T\n")) == ["- a b c d"]) }

  @Test func haveTheBackMatterInItsPartOrInOneOfItsOwn() throws {
    let references = "references:\n  - {id: k, title: K}\n"
    let cited = ["a.md": "# A\n\n[@k] [1](swift:1)\n"]
    #expect(list(try contents(references, cited)) == ["- a b c d", "Back matter references.html numbers.html"])
    let parts = "parts:\n  - {title: Back matter, lessons: [d]}\n  - {title: One, lessons: [a, b, c]}\n"
    #expect(list(try contents(references + parts, cited)) == ["Back matter d references.html numbers.html", "One a b c"])
    let wrong = ["a.md": "# A\n\n[1](swift:1 \"not @k\")\n"]
    #expect(try contents(references, wrong).pages == [.references, .errata, .numbers])
  }

  @Test func knowTheirNeighbors() throws {
    let contents = try contents("title: T\n")
    func neighbors(_ slug: String) -> [String?] {
      let (previous, next) = contents.neighbors(of: slug)
      return [previous?.slug, next?.slug]
    }
    #expect(neighbors("a") == [nil, "b"])
    #expect(neighbors("b") == ["a", "c"])
    #expect(neighbors("d") == ["c", nil])
    #expect(neighbors("missing") == [nil, nil])
  }
}

@Suite("The time that reading takes")
struct ReadingTimeTests {
  @Test(arguments: [
    ("", 0), ("one two", 2), ("don't re-read 3.5", 3), ("— … !", 0), ("熵是信息", 2), ("熵", 1), ("an 熵 b", 3),
  ])
  func wordsAreCounted(text: String, count: Int) {
    #expect(ReadingTime.count(text) == count)
  }

  @Test func codeIsNotReadWordByWord() throws {
    let words = String(repeating: "word ", count: 199)
    let code = "```swift\n// \(String(repeating: "word ", count: 500))\n```\n"
    #expect(ReadingTime.minutes(of: try readLesson("# Title\n\n\(words)\n\n\(code)").required()) == 1)
    #expect(ReadingTime.minutes(of: try readLesson("# Title\n\n\(words) `more`\n").required()) == 2)
    #expect(ReadingTime.minutes(of: try readLesson("# Title\n\n> [!NOTE] Title\n> \(words)\n").required()) == 2)
    #expect(ReadingTime.minutes(of: try readLesson("# Title\n").required()) == 1)
  }
}
