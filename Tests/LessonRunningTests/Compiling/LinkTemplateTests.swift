import Machine
import Testing

import LessonRunning

@Suite("How programs are linked")
struct LinkTemplateTests {
  private static let line =
    #" "/usr/bin/ld.lld" "-pie" "-o" "lesson:output" "a \"quoted\" word" "back\\slash" "" "lesson:objects" "-lm""#

  @Test func isReadFromWhatClangShows() throws {
    let template = try #require(LinkTemplate(commandLine: Self.line))
    #expect(template.linker == "/usr/bin/ld.lld")
    #expect(
      template.arguments
        == ["-pie", "-o", "lesson:output", #"a "quoted" word"#, #"back\slash"#, "", "lesson:objects", "-lm"])
    #expect(
      template.command(objects: ["a.o", "b.o"], output: "out")
        == Command(
          "/usr/bin/ld.lld", ["-pie", "-o", "out", #"a "quoted" word"#, #"back\slash"#, "", "a.o", "b.o", "-lm"]))
  }

  @Test func comesBackFromItsText() throws {
    let template = try #require(LinkTemplate(commandLine: Self.line))
    #expect(LinkTemplate(text: template.text) == template)
  }

  @Test(arguments: [
    "", "ld", "ld\n-o\nlesson:output\n-lm\n-pie", "ld\nlesson:objects\n-lm\n-pie\n-g", "ld\nlesson:output\nlesson:objects",
  ])
  func ofATextThatIsNoneIsNone(text: String) {
    #expect(LinkTemplate(text: text) == nil)
  }

  @Test func ofAnEmptyLineIsNone() {
    #expect(LinkTemplate(commandLine: "clang version 17") == nil)
  }
}
