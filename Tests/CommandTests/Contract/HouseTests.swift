import Foundation
import Testing

/// `lessons new`, `clean` and `doctor`.
@Suite struct HouseTests {
  @Test func aNewCourseIsGood() throws {
    let place = try TemporaryCourse(lessons: [:])
    let made = try place.lessons("new", "course", "my-course")
    #expect(made.status == 0)
    #expect(made.output == "made my-course/lessons/course.yml and my-course/lessons/01-welcome.md\n")
    #expect(try place.lessons("check", "my-course/lessons").status == 0)
    #expect(try place.lessons("build", "my-course/lessons", "-o", "my-course/output").status == 0)
    #expect(try place.text("my-course/output/.gitignore") == "*\n!.gitignore\n")
    #expect(place.exists("my-course/output/index.html"))

    let again = try place.lessons("new", "course", "my-course")
    #expect(again.status == 64)
  }

  @Test(arguments: [
    ("Cross entropy", "03-cross-entropy.md", "Cross entropy"), ("7 bits", "03-7-bits.md", "Bits"),
    ("10-backprop", "10-backprop.md", "Backprop"), ("größe & \"Maß\"", "03-größe--maß.md", "Größe  maß"),
    ("../../etc/passwd", "03-etcpasswd.md", "Etcpasswd"),
  ]) func aNewLesson(_ name: String, _ file: String, _ title: String) throws {
    let course = try ReferenceCourse.make()
    let before = try course.tree("lessons")
    let made = try course.lessons("new", "lesson", name)
    #expect(made.status == 0)
    #expect(made.output == "made lessons/\(file)\n")
    #expect(try course.tree("lessons").filter { before[$0.key] == nil }.map(\.key) == [file])
    #expect(try course.text("lessons/\(file)").hasPrefix("---\ntitle: \"\(title)\"\n"))
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
