import Testing

/// What a reader and an author see of a block that failed, once the course is built: one row of each family of table D.
@Suite struct FailedPageTests {
  private static let rows = (FailingBlock.traps + FailingBlock.exits + FailingBlock.hangs + FailingBlock.compileErrors).filter {
    ["D02-array-index", "D07-cast", "D21-half-line", "D23-exit", "D28-sleep", "D38-unknown-name"].contains($0.name)
  }

  private struct Built: Sendable {
    var course: TemporaryCourse
    var outcome: LessonsProcess.Outcome
  }

  private static let built = Result<Built, any Error> {
    var lessons = Dictionary(uniqueKeysWithValues: rows.map { ($0.name, $0.lesson.bytes) })
    lessons["neighbor"] = Array(FailingBlock.neighbor.utf8)
    let course = try TemporaryCourse(bytes: lessons)
    return Built(course: course, outcome: try course.lessons("build"))
  }

  @Test func theTableIsWhole() { #expect(Self.rows.count == 6) }

  @Test(arguments: rows) func pageTellsTheFailure(_ row: FailingBlock) throws {
    let page = try Self.built.get().course.text("output/lessons/\(row.name).html")
    let mark = try #require(row.lesson.marks.first)
    #expect(page.contains(escaped(mark.fragment)))
    #expect(page.contains("line \(mark.line), column \(mark.column) [\(mark.id)]"))
    for line in row.kept.split(separator: "\n") { #expect(page.contains("<samp>\(line)") || page.contains("\n\(line)")) }
  }

  @Test(arguments: rows) func consoleTellsThePlace(_ row: FailingBlock) throws {
    let error = try Self.built.get().outcome.error
    let mark = try #require(row.lesson.marks.first)
    let lines = error.split(separator: "\n").map(String.init)
    let start = "lessons/\(row.name).md:\(mark.line):\(mark.column): error: "
    let index = try #require(lines.firstIndex { $0.hasPrefix(start) && $0.hasSuffix("[\(mark.id)]") })
    // The source line and a caret under the column.
    let source = try Self.built.get().course.text("lessons/\(row.name).md").split(
      separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[index + 1] == "  " + source[mark.line - 1])
    #expect(lines[index + 2] == String(repeating: " ", count: mark.column + 1) + "^")
  }

  @Test func theSiteStandsAndTheNeighborIsBuilt() throws {
    let built = try Self.built.get()
    #expect(built.outcome.status == 1)
    let page = try built.course.text("output/lessons/neighbor.html")
    #expect(page.contains("<samp>still here") && !page.contains("class=error"))
    #expect(built.course.exists("output/index.html"))
  }

  @Test func nothingOfTheMachineIsShown() throws {
    let built = try Self.built.get()
    var texts = ["standard error": built.outcome.error]
    // The package for readers holds the kit, which speaks of files of its own.
    for (name, bytes) in try built.course.tree("output") where !name.hasSuffix(".tar") {
      texts[name] = String(decoding: bytes, as: UTF8.self)
    }
    for (name, text) in texts {
      for hint in ["/tmp", "main.swift", "__lesson", "swift-frontend", "(0x", "Backtrac", Scratch.root] {
        #expect(!text.contains(hint), "\(name) shows '\(hint)'")
      }
    }
  }

  private func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("'", with: "&#39;").replacing(
      "\"", with: "&quot;")
  }
}
