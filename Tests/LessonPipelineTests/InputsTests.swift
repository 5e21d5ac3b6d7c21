import Foundation
import Machine
import TestSupport
import Testing

import LessonPipeline

/// What a build depends on: every input by its contents, and nothing else.
@Suite struct InputsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for (name, text) in [
      "tool/bin/lessons": "the tool", "tool/share/lessons/LessonKit/Charts/A.swift": "public let a = 1",
      "tool/share/lessons/LessonRuntime/B.swift": "let b = 1", "tool/share/lessons/CLessonRuntime/c.c": "int c;",
      "tool/share/lessons/Theme/css/site.css": "body{}", "katex/katex.min.js": "js", "katex/katex.min.css": "css",
      "katex/fonts/KaTeX_Main-Regular.woff2": "font", "swift/bin/swiftc": "", "swift/bin/swift-frontend": "",
      "swift/bin/clang": "", "lessons/course.yml": "title: T\n", "lessons/01-a.md": "# A\n", "lessons/02-b.md": "# B\n",
      "lessons/Support/S.swift": "let s = 1", "lessons/theme/footer.html": "foot", "lessons/picture.png": "picture",
    ] {
      try folder.write(text, to: name)
    }
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path + "/swift/bin/swiftc")
  }

  private func inputs() throws -> Inputs {
    let installation = Installation(
      executable: folder.path + "/tool/bin/lessons",
      environment: ["PATH": folder.path + "/swift/bin", "LESSONS_KATEX": folder.path + "/katex"], swiftc: nil)
    return Inputs(try CourseFolder.read(folder.path + "/lessons"), try installation.inputs())
  }

  /// The names of the inputs that differ.
  private func changed(_ change: () throws -> Void) throws -> [String] {
    let before = try inputs()
    try change()
    let after = try inputs()
    let (old, new) = (before.shared + before.lessons, after.shared + after.lessons)
    return (old.filter { !new.contains($0) } + new.filter { !old.contains($0) }).map(\.name).reduce(into: []) { names, name in
      if !names.contains(name) { names.append(name) }
    }
  }

  @Test(arguments: [
    ("tool/bin/lessons", "the tool"), ("tool/share/lessons/LessonKit/Charts/A.swift", "LessonKit"),
    ("tool/share/lessons/LessonRuntime/B.swift", "LessonKit"), ("tool/share/lessons/CLessonRuntime/c.c", "LessonKit"),
    ("tool/share/lessons/Theme/css/site.css", "the theme of the tool"), ("katex/katex.min.js", "KaTeX"),
    ("katex/katex.min.css", "KaTeX"), ("katex/fonts/KaTeX_Main-Regular.woff2", "KaTeX"),
    ("swift/bin/swift-frontend", "the toolchain"), ("swift/bin/clang", "the toolchain"),
    ("lessons/course.yml", "course.yml"), ("lessons/01-a.md", "01-a.md"), ("lessons/Support/S.swift", "Support/S.swift"),
    ("lessons/theme/footer.html", "theme/footer.html"),
  ])
  func aChangeIsSeen(file: String, name: String) throws {
    #expect(try changed { try folder.write("something else", to: file) } == [name])
  }

  @Test func newAndLostFilesAreSeen() throws {
    #expect(try changed { try folder.write("let d = 1", to: "tool/share/lessons/LessonKit/D.swift") } == ["LessonKit"])
    #expect(try changed { try folder.write("# C\n", to: "lessons/03-c.md") } == ["03-c.md"])
    #expect(try changed { try folder.write("x", to: "lessons/theme/x.css") } == ["theme/x.css"])
    #expect(try changed { FileSystem.remove(folder.path + "/lessons/01-a.md") } == ["01-a.md"])
    #expect(try changed { FileSystem.remove(folder.path + "/lessons/course.yml") } == ["course.yml"])
  }

  @Test func timesAndStrangersAreNot() throws {
    for file in ["lessons/01-a.md", "lessons/course.yml", "tool/share/lessons/LessonKit/Charts/A.swift", "katex/katex.min.js"] {
      #expect(
        try changed {
          try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSince1970: 1_000)], ofItemAtPath: folder.path + "/" + file)
        } == [])
    }
    #expect(try changed { try folder.write("# R\n", to: "lessons/README.md") } == [])
    #expect(try changed { try folder.write("mine", to: "lessons/notes.txt") } == [])
    #expect(try changed { try folder.write("guide", to: "tool/share/lessons/LessonKit/Guide.md") } == [])
  }

  @Test func whatStandsBesideIsSeen() throws {
    func beside() throws -> [Inputs.Input] {
      let paths = ["picture.png", "nowhere.png", "theme"]
      return Inputs.beside(try CourseFolder.read(folder.path + "/lessons").neighbors(Set(paths)), at: paths)
    }
    let before = try beside()
    #expect(before.map(\.name) == ["nowhere.png", "picture.png", "theme"])
    try folder.write("another", to: "lessons/picture.png")
    let after = try beside()
    #expect(zip(before, after).map { $0 == $1 } == [true, false, true])
    try folder.write("now here", to: "lessons/nowhere.png")
    #expect(try beside()[0] != after[0])
  }
}
