import Foundation
import TestSupport
import Testing

/// H39: something else stands where the compiler should.
@Suite struct StrangeToolchainTests {
  /// What is there instead of `swift-frontend`, and what is said of it.
  static let frontends: [(name: String, text: String, isExecutable: Bool, message: String)] = [
    ("another program", "#!/bin/sh\necho 'nothing of the kind'\n", true, "it says something else"),
    ("an old one", "#!/bin/sh\necho 'Swift version 3.0'\n", true, "it says something else"),
    ("one that fails", "#!/bin/sh\nexit 3\n", true, "it ends with status 3"),
    ("one that dies", "#!/bin/sh\nkill -9 $$\n", true, "signal 9 ends it"),
    ("one that may not start", "#!/bin/sh\n", false, "swift-frontend"),
  ]

  private func toolchain(_ text: String, isExecutable: Bool) throws -> String {
    let folder = try Scratch.folder()
    for (name, content) in ["swiftc": "#!/bin/sh\n", "clang": "#!/bin/sh\n", "swift-frontend": text] {
      try Data(content.utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
      let mode = name == "swift-frontend" && !isExecutable ? 0o644 : 0o755
      try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder + "/" + name)
    }
    return folder + "/swiftc"
  }

  @Test(.cases("E37", "H39"), arguments: frontends) func isNamed(
    name: String, text: String, isExecutable: Bool, message: String
  ) throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n[1](swift:1)\n"])
    let outcome = try course.lessons("check", "--no-cache", "--swiftc", toolchain(text, isExecutable: isExecutable))
    #expect(outcome.status == 2 && outcome.output == "", "\(outcome)")
    #expect(outcome.error.contains("lessons: error: ") && outcome.error.contains(message), "\(outcome.error)")
  }

  /// A compiler that never answers is given up after half a minute.
  @Test(.enabled(if: Slow.isOn)) func oneThatHangs() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n[1](swift:1)\n"])
    let outcome = try course.lessons("check", "--swiftc", toolchain("#!/bin/sh\nsleep 600\n", isExecutable: true))
    #expect(outcome.status == 2 && outcome.error.contains("it does not answer"), "\(outcome)")
  }

  /// H31: what was computed with other flags is not what is computed with these.
  @Test(.cases("H31")) func otherFlagsAreOtherResults() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\n[1](swift:1)\n"], courseFile: "title: T\n")
    _ = try course.lessons("build")
    for flags in ["swift: {optimize: true}", "swift: {mode: 6}", "swift: {memory: 512}"] {
      try course.write("title: T\n\(flags)\n", to: "lessons/course.yml")
      #expect(try course.lessons("build").error.contains("1 run, 0 reused"), "\(flags)")
      #expect(try course.lessons("build").status == 0)
    }
  }

  /// H34: a repository that brings a cache of its own is not believed.
  @Test(.cases("H34")) func aCacheInTheRepositoryIsNotRead() throws {
    let text = "# A\n\n```swift\nprint(\"true\")\n```\n\n```output\ntrue\n```\n"
    let course = try TemporaryCourse(lessons: ["01-a": text], cache: try Scratch.freshCache())
    _ = try course.lessons("build")
    for place in [".cache/lessons", "lessons/.cache/lessons", ".lessons", "cache"] {
      let path = course.path(place)
      try FileManager.default.createDirectory(
        atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: course.cache, toPath: path)
    }
    let empty = try Scratch.folder()
    try FileManager.default.createDirectory(atPath: empty + "/cache", withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: course.cache + "/support", toPath: empty + "/cache/support")
    let outcome = try LessonsProcess.run(
      ["build", "--cache", empty + "/cache"], in: course.folder, environment: ["HOME": empty])
    #expect(outcome.error.contains("1 run, 0 reused"), "\(outcome.error)")
  }

  /// H20: a preview beside a build of the same course shows it whole.
  @Test(.cases("H20")) func aPreviewBesideABuild() throws {
    let lesson = "# First\n\n" + (0..<200).map { "Line \($0).\n\n" }.joined()
    let served = try ServedCourse(lessons: ["01-a": lesson])
    for number in 0..<5 {
      try served.course.write(lesson + "Edit \(number).\n", to: "lessons/01-a.md")
      #expect(try served.course.lessons("build").status == 0)
      let page = try served.get("/lessons/01-a.html")
      #expect(page.status == 200 && page.text.contains("</html>") && page.text.contains("Line 199."))
    }
  }
}
