import Foundation
import Testing

/// An interrupted build ends its lessons, says so with its status, and leaves the last good site whole.
@Suite struct InterruptTests {
  @Test(.cases("H21", "H22"), arguments: ["SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"]) func leavesTheLastSite(
    signal: String
  ) throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# First\n\ntext\n"])
    #expect(try course.lessons("build").status == 0)
    let before = try course.tree("output")

    // The lesson itself interrupts the tool, so the signal comes exactly while a program runs.
    try course.write("# Second\n\n```swift\nkill(getppid(), \(signal))\nwhile true {}\n```\n", to: "lessons/01-a.md")
    // Contained, it would not reach the tool.
    let outcome = try course.lessons("build", "--sandbox", "off")
    #expect(outcome.status == 130)
    #expect(outcome.error.contains("interrupted"))
    #expect(try course.tree("output") == before)
    let names = try FileManager.default.contentsOfDirectory(atPath: course.folder)
    #expect(names.sorted() == ["lessons", "output"], "no draft of a site is left")
  }
}
