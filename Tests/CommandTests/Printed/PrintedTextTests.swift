import Foundation
import Testing

/// Table F: one course of blocks that print what is more than text, accepted, checked and built once.
@Suite struct PrintedTextTests {
  private struct Ran: Sendable {
    var course: TemporaryCourse
    var check: CheckReport
    var told: [LessonsProcess.Outcome]
  }

  private static let ran = Result<Ran, any Error> {
    var lessons = Dictionary(uniqueKeysWithValues: PrintingBlock.all.map { ($0.name, $0.lesson) })
    lessons["neighbor"] = FailingBlock.neighbor
    // F10, F12: an error that speaks of the machine, and a message on standard error.
    lessons["trap"] = """
      # T

      ```swift
      import Foundation
      FileHandle.standardError.write(Data("\\u{1B}[31mred\\u{202E}".utf8))
      print("kept")
      let path = #filePath
      fatalError("at \\(path)")
      ```

      """
    let course = try TemporaryCourse(lessons: lessons)
    var told = [try course.lessons("check"), try course.lessons("accept")]
    let check = try course.check()
    told += [
      try course.lessons("build", "--verbose"), try course.lessons("run", "lessons/F02-escape.md"),
      try course.lessons("run", "lessons/F07-directions.md"), try course.lessons("check", "lessons", "--format", "json"),
    ]
    return Ran(course: course, check: check, told: told)
  }

  @Test(arguments: PrintingBlock.all) func isKeptAsText(_ row: PrintingBlock) throws {
    let ran = try Self.ran.get()
    let lesson = try #require(ran.check.lessons[row.name])
    #expect(lesson.diagnostics == [])
    #expect(lesson["printing"]?.stdout == row.stdout)
    #expect(lesson["next"]?.stdout == "next\n")
    #expect(try ran.course.text("output/lessons/\(row.name).html").contains(row.shown))
  }

  /// No control, no character that turns the text, no path of this machine and no address in anything that the site has.
  @Test func nothingButTextIsInTheSite() throws {
    let ran = try Self.ran.get()
    for (name, bytes) in try ran.course.tree("output")
    where [".html", ".js", ".json", ".ipynb", ".xml"].contains(where: name.hasSuffix) {
      let text = String(decoding: bytes, as: UTF8.self)
      #expect(!text.unicodeScalars.contains { isControl($0) }, "\(name) holds a control character")
      #expect(!text.contains(ran.course.folder), "\(name) names a folder of this machine")
      #expect(!text.contains(/0x[0-9a-f]{8,}/), "\(name) holds an address")
      // What is printed is data in a notebook, and never a page of it.
      #expect(name.hasSuffix(".ipynb") || !text.contains("<script>alert"), "\(name) holds a script")
    }
  }

  @Test(.cases(PrintingBlock.all.map(\.name) + ["F10"])) func nothingButTextIsToldOnATerminal() throws {
    let ran = try Self.ran.get()
    for outcome in ran.told {
      #expect(!(outcome.output + outcome.error).unicodeScalars.contains { isControl($0) })
      #expect(!(outcome.output + outcome.error).contains(ran.course.cache))
    }
    #expect(ran.check.lessons["trap"]?.diagnostics.map(\.id) == ["trap"])
    #expect(ran.check.lessons["trap"]?.blocks.first?.stdout == "kept\n")
    #expect(ran.check.lessons["neighbor"]?.diagnostics == [])
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10: false
    case 0..<32, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
