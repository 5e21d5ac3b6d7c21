import Testing
import WorkshopSupport

/// What a terminal shows while the tool works.
@Suite struct ProgressTests {
  /// What was drawn over the line of progress, one after another.
  private func drawn(_ course: TemporaryCourse, _ command: String) throws -> [String] {
    let call = "\(LessonsProcess.executable) \(command) --cache \(course.cache) -j 1"
    let shown = try LessonsProcess.shell(
      "script -qec '\(call)' /dev/null", in: course.folder, environment: ["TERM": "xterm"])
    #expect(shown.status == 0, "\(shown.output)\(shown.error)")
    return shown.output.split(separator: "\r\u{1B}[K").map(String.init)
  }

  @Test(.enabled(if: TestWorkshop.canExplore, "nothing compiles for pages here"), .timeLimit(.minutes(10)))
  func itNamesTheLessonThatIsWorkedOn() throws {
    let course = try TemporaryCourse(lessons: [:])
    // Nothing of it is remembered, for its like was never there.
    let own = "// \(course.folder)"
    try course.write(
      "# A\n\n```swift {explore=\"x: 0...1 step 0.5 = 0.5\"}\nprint(x)  \(own)\n```\n\n```output\n0.5\n```\n",
      to: "lessons/01-a.md")
    try course.write("# B\n\n```swift {trace}\nlet y = 1 + 1  \(own)\n```\n", to: "lessons/02-b.md")
    let lines = try drawn(course, "check lessons")
    // All have run, in any order; then one after another has its page made.
    let ran = try #require(lines.lastIndex { $0.hasPrefix("2/2 ") && !$0.contains("making") && !$0.contains("recording") })
    let traced = try #require(lines.firstIndex { $0.contains("recording values at the lines of 1 lesson, ") })
    let made = try #require(lines.firstIndex { $0.contains("making the page program of 1 lesson, ") })
    #expect(ran < traced && traced < made, "\(lines)")
    #expect(lines[traced..<made].contains { $0.hasPrefix("0/1 ") && $0.hasSuffix(" s recording values at the lines of 02-b") })
    #expect(lines[made...].contains { $0.hasPrefix("0/1 ") && $0.hasSuffix(" s making the page program of 01-a") }, "\(lines)")
  }
}
