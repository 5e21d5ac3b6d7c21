import Foundation
import Testing

/// The README shows a lesson and what the tool says of it; both are what it really does.
@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..").standardized
    readme = try String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)
  }

  /// The text between a line that opens a fence and the line that closes it.
  private func fence(_ opening: String, closing: String) throws -> String {
    let start = try #require(readme.range(of: opening + "\n"))
    let end = try #require(readme.range(of: "\n" + closing + "\n", range: start.upperBound..<readme.endIndex))
    return String(readme[start.upperBound..<end.lowerBound]) + "\n"
  }

  @Test func itsLessonIsRightAndItsMessageIsReal() throws {
    let course = try TemporaryCourse(lessons: ["01-coin": try fence("````markdown", closing: "````")])
    #expect(try course.lessons("check").status == 0)

    try course.replace("[0.811]", with: "[0.821]", in: "lessons/01-coin.md")
    let outcome = try course.lessons("check")
    #expect(outcome.status == 1)
    let shown = try fence("$ lessons check", closing: "$ echo $?")
    #expect(outcome.output == shown)
  }
}
