import Foundation
import Testing

/// H8 to H17: what lies among the lessons and is none, or not what it seems. It is told or passed over, it holds nothing up,
/// nothing from outside the course gets into the site, and the lesson beside it is built.
@Suite struct StrangeFilesTests {
  struct Strange: Sendable, CustomTestStringConvertible {
    var name: String
    /// Makes it, in the folder of the course.
    var script: String
    /// Nil where it is for others to say.
    var status: Int32?
    /// A part of what is told.
    var words: String
    var asRoot: Bool?

    init(_ name: String, _ script: String, _ status: Int32?, _ words: String = "", asRoot: Bool? = nil) {
      self.name = name
      self.script = script
      self.status = status
      self.words = words
      self.asRoot = asRoot
    }

    var testDescription: String { name }
  }

  static let strange = [
    Strange(
      "a lesson that cannot be read", "echo '# S' > lessons/s.md; chmod 0 lessons/s.md", 1, "lessons/s.md:1", asRoot: false),
    Strange("a link out", "ln -s ../secret.md lessons/s.md", 1, "this link leads out of the course"),
    Strange("a link to the system", "ln -s /proc/self/environ lessons/s.md", 1, "lessons/s.md:1"),
    Strange("a link in a circle", "ln -s s.md lessons/s.md", 1, "lessons/s.md:1"),
    Strange("a link to nothing", "ln -s nothing.md lessons/s.md", 1, "lessons/s.md:1"),
    Strange("a link inside", "mkdir lessons/more; echo '# S' > lessons/more/s.txt; ln -s more/s.txt lessons/s.md", 0),
    Strange("a pipe", "mkfifo lessons/s.md", 1, "this is not a regular file"),
    Strange("a device", "mknod lessons/s.md c 1 5", 1, "this is not a regular file", asRoot: true),
    Strange("a folder", "mkdir lessons/s.md; echo '# S' > lessons/s.md/t.md", 0),
    Strange("deep folders", "mkdir -p lessons/$(printf 'd/%.0s' $(seq 300))", 0),
    Strange(
      "folders in a circle", "ln -s . lessons/a; mkdir lessons/theme; ln -s . lessons/theme/a; ln -s . lessons/theme/b", 0),
    Strange(
      "a theme that is a link out", "ln -s .. lessons/theme", 1, "lessons/theme:1:1: error: this link leads out of the course"),
    Strange("a course file that is a link out", "ln -s ../secret.md lessons/course.yml", 1, "leads out of the course"),
    Strange("modules that are a link out", "ln -s .. lessons/Support", 1, "leads out of the course"),
    Strange(
      "a module that is a link out", "mkdir lessons/Support; ln -s ../../secret.md lessons/Support/A.swift", 1,
      "leads out of the course"),
    Strange("a pipe as course file", "mkfifo lessons/course.yml", 0),
    Strange("a folder as course file", "mkdir lessons/course.yml", 2, "cannot read lessons/course.yml"),
    Strange("a pipe in the theme", "mkdir lessons/theme; mkfifo lessons/theme/header.html", 0),
    Strange(
      "a theme that leads out", "mkdir lessons/theme; ln -s ../../secret.md lessons/theme/header.html", 1,
      "leads out of the course"),
    Strange("a module that is a folder", "mkdir -p lessons/Support/A.swift", 0),
    Strange("a name with blanks", "echo '# S' > 'lessons/s t.md'", 0),
    Strange("a name that is no text", "echo '# S' > \"lessons/$(printf 'bad\\377').md\"", 1, ".md:1"),
    Strange("a name with a line feed", "echo '# S' > \"lessons/$(printf 'a\\nb').md\"", 1, ".md:1"),
    Strange("a name with controls", "echo '# S' > \"lessons/$(printf 'a\\033[31mb').md\"", 1, ".md:1"),
    Strange("an image that leads out", "printf '# S\\n\\n![a](../secret.md)\\n' > lessons/s.md", nil, "lessons/s.md:3"),
    Strange(
      "an image through a link", "ln -s .. lessons/up; printf '# S\\n\\n![a](up/secret.md)\\n' > lessons/s.md", 1,
      "lessons/s.md:3"),
    Strange("two lessons of one name", "echo '# S' > lessons/01-s.md; echo '# S' > lessons/02-s.md", 0),
  ]

  @Test(.cases("H8", "H9", "H10", "H11", "H12", "H13", "H14", "H15"), arguments: strange) func lies(_ strange: Strange) throws {
    if strange.asRoot == true, geteuid() != 0 {
      throw NotHere("\(strange.name) takes a superuser")
    }
    let course = try TemporaryCourse(lessons: ["99-neighbor": "# Neighbor\n\nThe sum is [2](swift:1+1).\n"])
    try course.write("the secret", to: "secret.md")
    try #require(try Shell.run(strange.script, in: course.folder))
    let nobody = strange.asRoot == false ? try Self.built(byNobody: course) : nil
    let outcome = try nobody ?? course.lessons("build")
    if let status = strange.status { #expect(outcome.status == status, "\(outcome)") }
    #expect(strange.words.isEmpty || outcome.error.contains(strange.words), "\(outcome)")
    #expect(outcome.error.utf8.allSatisfy { $0 == 10 || $0 >= 32 }, "controls of a terminal")
    if strange.status != 2 {
      #expect(try course.text("output/lessons/99-neighbor.html").contains("The sum is "))
      for (path, bytes) in try course.tree("output") where !path.hasSuffix(".tar") {
        #expect(!String(decoding: bytes, as: UTF8.self).contains("the secret"), "\(path)")
      }
    }
  }

  private static func built(byNobody course: TemporaryCourse) throws -> LessonsProcess.Outcome {
    try Scratch.freshCache(at: course.path("cache"))
    return try Nobody.run(["build", "--cache", course.path("cache"), "-j", "1"], of: course)
  }

  /// H16, H17: what is read is read once. What goes after that changes neither this site nor its truth.
  @Test(.cases("H16", "H17")) func lessonsMayGoMeanwhile() throws {
    let course = try TriedCourse(edit: "After, with `code`.")
    let reads = try course.tried(below: ["lessons"], at: 0, .kill).calls.count
    let pattern = course.course.path("lessons/*")
    // Before the last read a lesson is missing, and that is told; after it all is as it was read.
    let (outcome, calls) = try course.tried(calls: ["exchange"], at: -1, .remove(pattern))
    #expect(reads > 0 && calls.contains { $0.isHarmed } && outcome.status == 0, "\(outcome.error)")
    #expect(try course.site() == course.new)
    #expect(try course.run("build").status == 64, "nothing is left to build")
    #expect(try course.site() == course.new)
  }

  /// H16 for `accept`: what was changed meanwhile is not written over.
  @Test(.cases("H16")) func aLessonThatGoesMeanwhileIsNotWritten() throws {
    let course = try TriedCourse(edit: "After, with [5](swift:2+2).")
    let (outcome, _) = try course.tried(
      ["accept"], below: ["tmp"], calls: ["mkdir"], at: 1, .remove(course.course.path("lessons/01*")))
    #expect(outcome.status == 2 && outcome.error.contains("changed while its results were computed"), "\(outcome.error)")
    #expect(!course.course.exists("lessons/01-edited.md"))
  }
}
