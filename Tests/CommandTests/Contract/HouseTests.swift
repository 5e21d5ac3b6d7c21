import Foundation
import Testing

/// `lessons new`, `clean` and `doctor`.
@Suite struct HouseTests {
  @Test(arguments: [
    ("Cross entropy", "03-cross-entropy.md", "Cross entropy"), ("7 bits", "03-7-bits.md", "7 bits"),
    ("10-backprop", "10-backprop.md", "Backprop"), ("größe & \"Maß\"", "03-größe-maß.md", "größe & \"Maß\""),
    ("../../etc/passwd", "03-etc-passwd.md", "../../etc/passwd"),
  ]) func aNewLesson(_ name: String, _ file: String, _ title: String) throws {
    let course = try ReferenceCourse.make()
    let before = try course.tree("lessons")
    let made = try course.lessons("new", "lesson", name)
    #expect(made.status == 0)
    #expect(made.output == "made lessons/\(file): \(title)\n")
    #expect(try course.tree("lessons").filter { before[$0.key] == nil }.map(\.key) == [file])
    #expect(try course.text("lessons/\(file)").hasPrefix("---\ntitle: \"\(title.replacing("\"", with: "\\\""))\"\n"))
    #expect(try course.check().status == 0)
    #expect(try course.lessons("new", "lesson", file).status == 64, "it exists already")
  }

  @Test func aNameWithoutLettersIsRefused() throws {
    let course = try ReferenceCourse.make()
    #expect(try course.lessons("new", "lesson", "!?").status == 64)
  }

  @Test func theDoctorTellsWhatIsThere() throws {
    let course = try ReferenceCourse.make()
    let well = try course.lessons("doctor")
    #expect(well.status == 0)
    for name in ["lessons", "Swift", "linker", "backtraces"] { #expect(well.output.contains("ok       \(name): ")) }
    #expect(!well.output.contains("missing"))
    let ill = try course.lessons("doctor", "--swiftc", "/nonexistent")
    #expect(ill.status == 2)
    #expect(ill.output.contains("missing  Swift: no Swift compiler at /nonexistent"))
  }

  @Test func quietAndVerbose() throws {
    let course = try ReferenceCourse.make()
    let quiet = try course.lessons("check", "--quiet")
    #expect(quiet.status == 0 && quiet.output == "" && quiet.error == "")
    let build = try course.lessons("build")
    #expect(build.output == "" && build.error.contains("built 2 lessons into output\n0 run, 2 reused, "))
    #expect(try course.lessons("build", "--quiet").error == "")
  }
}
