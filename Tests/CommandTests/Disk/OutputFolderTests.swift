import Foundation
import Testing

/// H1, H4, H5, H6, H37, H38: an output folder that must not or cannot be replaced is refused before any work, and nothing of it
/// changes.
@Suite struct OutputFolderTests {
  struct Place: Sendable, CustomTestStringConvertible {
    var output: String
    /// A part of the message.
    var words: String
    /// Makes the place, as a shell does, in the folder of the course.
    var script = ""
    /// What has to be unmade, such as a mount.
    var after = ""
    /// Whether it takes a superuser to make, or the tool is run by somebody who is none.
    var asRoot: Bool?

    var testDescription: String { "\(output): \(words)" }
  }

  static let places = [
    Place(output: "lessons", words: "it would replace or mix with other files"),
    Place(output: "lessons/site", words: "which lies in the folder that it is made from"),
    Place(output: "lessons/../lessons/./", words: "it would replace or mix with other files"),
    Place(output: ".", words: "it would replace or mix with other files"),
    Place(output: "/", words: "it would replace or mix with other files"),
    Place(output: "link", words: "it would replace or mix with other files", script: "ln -s lessons link"),
    Place(output: "link/site", words: "which lies in the folder that it is made from", script: "ln -s lessons link"),
    Place(output: "file", words: "file is a file", script: "echo mine > file"),
    Place(output: "pipe", words: "pipe is a file", script: "mkfifo pipe"),
    Place(output: "mine", words: "such as 'thesis.txt'", script: "mkdir mine; echo mine > mine/thesis.txt"),
    Place(output: "mine", words: "such as 'deep/thesis.txt'", script: "mkdir -p mine/deep; echo mine > mine/deep/thesis.txt"),
    Place(output: "mine", words: "such as 'way'", script: "mkdir mine; ln -s / mine/way"),
    Place(output: "mine", words: "such as 'loop'", script: "mkdir mine; ln -s . mine/loop; ln -s . mine/pool"),
    Place(
      output: "mine", words: "such as 'thesis.txt'",
      script: "mkdir mine; echo thesis.txt/.. > mine/.lessons-site; echo mine > mine/thesis.txt"),
    Place(
      output: "disk", words: "disk is a disk of its own", script: "mkdir disk && mount -t tmpfs none disk",
      after: "umount disk",
      asRoot: true),
    Place(
      output: "bound", words: "bound is a disk of its own", script: "mkdir bound other && mount --bind other bound",
      after: "umount bound", asRoot: true),
    Place(
      output: "disk/site", words: "Read-only file system",
      script: "mkdir disk && mount -t tmpfs none disk && mount -o remount,ro disk", after: "umount disk", asRoot: true),
    Place(output: "closed", words: "closed cannot be written", script: "mkdir closed; chmod 500 closed", asRoot: false),
    Place(output: "closed/site", words: "Permission denied", script: "mkdir closed; chmod 500 closed", asRoot: false),
    Place(
      output: "closed/site", words: "closed/site cannot be replaced", script: "mkdir -p closed/site; chmod 500 closed",
      asRoot: false),
    Place(output: "/dev/null/site", words: "Not a directory"), Place(output: "/proc/site", words: "/proc/site"),
    Place(output: String(repeating: "n", count: 256), words: "File name too long"),
    Place(output: String(repeating: "long/", count: 900), words: "File name too long"),
  ]

  @Test(.cases("H1", "H4", "H5", "H6"), arguments: places) func isRefusedBeforeAnyWork(_ place: Place) throws {
    if place.asRoot == true, geteuid() != 0 {
      throw NotHere("\(place.testDescription) takes a superuser")
    }
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n[1](swift:this does not compile)\n"])
    guard try Shell.run(place.script, in: course.folder) else {
      throw NotHere("\(place.testDescription) cannot be made here")
    }
    defer { _ = try? Shell.run(place.after, in: course.folder) }
    let before = try Self.names(course.folder)
    let words = ["build", "-o", place.output, "--cache", course.cache, "-j", "1"]
    let nobody = place.asRoot == false ? try Nobody.run(words.dropLast(3) + [course.path("cache")], of: course) : nil
    let outcome = try nobody ?? LessonsProcess.run(words, in: course.folder)
    #expect(outcome.status == 2)
    // On a busy machine it says first that it reads.
    let told = outcome.error.split(separator: "\n").last ?? ""
    #expect(told.hasPrefix("lessons: error: ") && told.contains(place.words), "\(outcome.error)")
    // The lesson does not compile; who had looked would have said so.
    #expect(!outcome.error.contains("01-a.md"))
    #expect(try Self.names(course.folder) == before)
  }

  /// A file system that cannot swap two folders is found out with two empty ones.
  @Test(.cases("H37"), arguments: [EINVAL, ENOSYS, EPERM]) func aDiskThatCannotSwapIsRefusedBeforeAnyWork(number: Int32) throws
  {
    let course = try TriedCourse(edit: "After, with `code`.")
    let (outcome, calls) = try course.tried(["build", "--no-cache"], calls: ["exchange"], at: 1, .error(number)) {
      // Who had looked at this lesson would say that it does not compile.
      try FileManager.default.removeItem(atPath: course.course.path("lessons/01-edited.md"))
      try course.course.write("# Edited\n\n[2](swift:1+)\n", to: "lessons/01-edited.md")
    }
    #expect(outcome.status == 2 && outcome.error.contains("cannot be replaced in one step on its disk"), "\(outcome.error)")
    #expect(calls.count == 1 && !outcome.error.contains("01-edited.md"))
    #expect(try course.site() == course.old)
    #expect(try course.leftovers() == [])
  }

  /// A disk without locks or second names: the site is made all the same.
  @Test(
    .cases("H37"), arguments: [("link", ENOTSUP), ("link", EPERM), ("link", EMLINK), ("syncfs", EINVAL), ("fsync", ENOSYS)])
  func whatADiskDoesNotKnowIsDoneWithout(call: String, number: Int32) throws {
    let course = try TriedCourse(edit: "After, with `code`.")
    let (outcome, calls) = try course.tried(calls: [call], at: -1, .error(number))
    #expect(!calls.isEmpty && outcome.status == 0, "\(outcome.error)")
    #expect(try course.site() == course.new)
    try course.expectMended(call)
  }

  /// H38: names that other tools stumble over.
  @Test(
    .cases("H38"),
    arguments: [
      "a b", "it's \"quoted\"", "new\nline", "-o", "größe/中", "$(x)", "a/b/c", String(repeating: "é", count: 127),
    ])
  func anyNameIsGood(name: String) throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\ntext\n"])
    for _ in 0..<2 {
      let outcome = try course.lessons("build", "--output=\(name)")
      #expect(outcome.status == 0, "\(outcome.error)")
      #expect(course.exists(name + "/lessons/01-a.html"))
      try course.write("# B\n\ntext\n", to: "lessons/01-a.md")
    }
    #expect(
      try course.text(name + "/lessons/01-a.html").contains("<h1>B</h1>") || course.text(name + "/index.html").contains("B"))
    #expect(try Self.names(course.folder).allSatisfy { !$0.contains(".lessons-") || $0.hasSuffix(".lessons-site") })
  }

  /// H6: a link to a folder stays one; the folder that it leads to is replaced.
  @Test(.cases("H6")) func aLinkStays() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\ntext\n"])
    #expect(try Shell.run("mkdir -p other/site; ln -s other/site output", in: course.folder))
    #expect(try course.lessons("build").status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: course.path("output")) == "other/site")
    #expect(course.exists("other/site/index.html"))
  }

  private static func names(_ folder: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
  }
}
