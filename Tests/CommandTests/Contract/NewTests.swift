import Foundation
import Testing

/// `lessons new`: what it makes is green from the first moment, and what was there stays.
@Suite struct NewTests {
  private static let made = ["lessons/course.yml", "lessons/01-welcome.md", ".vscode/tasks.json", ".gitignore"]

  private static func lessons(_ words: String..., in folder: String) throws -> LessonsProcess.Outcome {
    try LessonsProcess.run(words, in: folder, environment: ["XDG_CACHE_HOME": Scratch.root + "/new"])
  }

  private static func text(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

  @Test func aCourseAndItsLessonsAreGreen() throws {
    let folder = try Scratch.folder()
    let outcome = try Self.lessons("new", "course", "Sorting & Counting", in: folder)
    #expect(outcome.status == 0)
    #expect(outcome.output == Self.made.map { "made Sorting & Counting/\($0)\n" }.joined())
    #expect(outcome.error.hasPrefix("next: cd 'Sorting & Counting' && lessons serve --open"))
    let course = folder + "/Sorting & Counting"
    #expect(try Self.text(course + "/lessons/course.yml").hasPrefix("title: \"Sorting & Counting\"\n"))
    #expect(try Self.text(course + "/.gitignore") == "/output/\n/course.epub\n")
    for (given, file, title) in [
      ("C# and \"#1\" \\", "02-c-and-1.md", "C# and \"#1\" \\"), ("heap-sort", "03-heap-sort.md", "Heap sort"),
      ("09-last.md", "09-last.md", "Last"), ("熵", "10-熵.md", "熵"),
      // A path has the number that comes next in its folder; a title may have strokes.
      ("waves/the-string.md", "waves/01-the-string.md", "The string"), ("waves/air", "waves/02-air.md", "Air"),
      ("lessons/waves/07-last.md", "waves/07-last.md", "Last"), ("input/output", "11-input-output.md", "Input/output"),
    ] {
      let added = try Self.lessons("new", "lesson", given, in: course)
      #expect(added.output == "made lessons/\(file): \(title)\n", "\(added.error)")
    }
    for given in ["../x.md", "_drafts/x.md", "Support/x.md"] {
      let refused = try Self.lessons("new", "lesson", given, in: course)
      #expect(refused.status == 64 && refused.error.contains("lessons cannot lie in '"), "\(refused.error)")
    }
    let strict = try LessonsProcess.run(
      ["check", "--strict", "--format", "json", "--cache", Scratch.cache], in: course)
    #expect(strict.status == 0, "\(strict.error)")
    #expect(strict.output.contains("\"lesson\": \"lessons/02-c-and-1.md\""))
    let page = try LessonsProcess.run(["build", "--cache", Scratch.cache], in: course)
    #expect(page.status == 0)
    #expect(try Self.text(course + "/output/lessons/02-c-and-1.html").contains("C# and “#1” \\"))
    #expect(try Self.lessons("accept", "--cache", Scratch.cache, in: course).error.contains("changed 0 results"))
  }

  /// Folders whose lessons count on are one count; folders that each begin anew are not.
  @Test(arguments: [
    (["01-a", "02-b", "waves/03-c"], "04-d"), (["01-a", "02-b", "waves/01-c"], "03-d"), (["waves/01-c"], "01-d"),
  ])
  func aLessonHasTheNextNumber(lessons: [String], name: String) throws {
    let course = try TemporaryCourse(lessons: Dictionary(uniqueKeysWithValues: lessons.map { ($0, "# A\n") }))
    let added = try Self.lessons("new", "lesson", "d", in: course.folder)
    #expect(added.output == "made lessons/\(name).md: D\n", "\(added.error)")
  }

  /// Pages and lessons lead to the list of terms by that name.
  @Test func aGlossaryHasNoNumber() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n"])
    let added = try Self.lessons("new", "lesson", "Glossary", in: course.folder)
    #expect(added.output == "made lessons/glossary.md: Glossary\n", "\(added.error)")
  }

  @Test func aFolderThatIsThereKeepsWhatItHas() throws {
    let folder = try Scratch.folder() + "/my-package"
    let kept = ["README.md": "mine", ".gitignore": ".build/", ".vscode/tasks.json": "{}", "Sources/a.swift": "let a = 1"]
    for (name, text) in kept {
      let path = URL(fileURLWithPath: folder + "/" + name)
      try FileManager.default.createDirectory(at: path.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: path)
    }
    let outcome = try Self.lessons("new", "course", ".", in: folder)
    #expect(outcome.status == 0)
    #expect(
      outcome.output
        == "made lessons/course.yml\nmade lessons/01-welcome.md\nleft .vscode/tasks.json as it was\nmade output/.gitignore\n")
    #expect(outcome.error.hasPrefix("next: lessons serve --open"))
    for (name, text) in kept { #expect(try Self.text(folder + "/" + name) == text) }
    #expect(try Self.text(folder + "/lessons/course.yml").hasPrefix("title: \"My package\"\n"))
    #expect(try Self.text(folder + "/output/.gitignore") == "*\n")
    let again = try Self.lessons("new", "course", ".", in: folder)
    #expect(again.status == 64 && again.error.contains("there is a course in lessons already"))
    let inside = try Self.lessons("new", "course", ".", in: folder + "/lessons")
    #expect(inside.status == 64 && inside.error.contains("this folder is a course already"))
    let beside = try Self.lessons("new", "course", "Sources", in: folder)
    #expect(beside.status == 64 && beside.error.contains("Sources exists already; give another name, or go into it"))
  }

  /// The tasks are JSON, and their matcher takes apart what the tool says.
  @Test func theMatcherOfAnEditorReadsMessages() throws {
    let folder = try Scratch.folder()
    #expect(try Self.lessons("new", "course", "c", in: folder).status == 0)
    let file = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: folder + "/c/.vscode/tasks.json")))
    let tasks = try #require((file as? [String: Any])?["tasks"] as? [[String: Any]])
    #expect(tasks.compactMap { $0["label"] as? String } == ["lessons: check", "lessons: serve"])
    try Data("# A\n\n[3](swift:1+1), [?](swift:2)\n".utf8)
      .write(to: URL(fileURLWithPath: folder + "/c/lessons/02 b.md"))
    let outcome = try LessonsProcess.run(["check", "--cache", Scratch.cache], in: folder + "/c")
    let messages = outcome.output.split(separator: "\n").filter { $0.contains(": error: ") }.map(String.init)
    #expect(messages.count >= 2, "\(outcome.output)")
    for task in tasks {
      let matcher = try #require(task["problemMatcher"] as? [String: Any])
      let pattern = try #require(matcher["pattern"] as? [String: Any])
      let expression = try NSRegularExpression(pattern: try #require(pattern["regexp"] as? String))
      for message in messages {
        // A line of progress may stand before it.
        for line in [message, "running 2 lessons, 1.0 s\r" + message] {
          let match = try #require(expression.firstMatch(in: line, range: NSRange(location: 0, length: line.utf16.count)))
          func part(_ name: String) throws -> String {
            (line as NSString).substring(with: match.range(at: try #require(pattern[name] as? Int)))
          }
          let parts =
            try ["file", "line", "column"].map(part) + [part("severity") + ": " + part("message") + " [" + part("code") + "]"]
          #expect(parts.prefix(3).joined(separator: ":") + ": " + parts[3] == message)
          #expect(parts[0] == "lessons/02 b.md")
        }
      }
    }
  }

  /// A folder with a lesson, and what is said of a path in it at which there is none.
  static let wrong = [
    ("", "check", "lesons", "there is no lesons; did you mean lessons?"),
    ("", "build", "lessons/first.md", "there is no lessons/first.md; did you mean lessons/01-first.md?"),
    ("", "check", "lessons/02-frist.md", "there is no lessons/02-frist.md; did you mean lessons/01-first.md?"),
    ("", "accept", "lessons/01-first", "there is no lessons/01-first; did you mean lessons/01-first.md?"),
    ("", "why", "zebra", "there is no zebra; give a course folder or a lesson"),
    ("", "build", ".", "no lessons in . itself: the course is lessons"),
    ("lessons", "check", "lessons", "there is no lessons here; this folder is a course itself: give '.' for it"),
    ("", "check", "gone/x.md", "there is no gone/x.md, for there is no folder gone"),
    ("", "check", "frist", "there is no frist; did you mean lessons/01-first.md?"),
    ("", "why", "irst", "there is no irst; did you mean lessons/01-first.md?"),
    ("", "serve", "lesson", "there is no lesson; did you mean lessons?"),
    ("", "lessons", "", "'lessons' is no command; 'lessons build lessons' makes its site"),
    ("", "chekc", "--strict", "'lessons' has no command 'chekc'; did you mean 'check'?"),
    ("", "help", "bild", "'lessons' has no command 'bild'; did you mean 'build'?"),
    ("", "new", "Sorting it", "'lessons new course 'Sorting it'' or 'lessons new lesson 'Sorting it''"),
    ("", "new", "corse", "'lessons new' has no command 'corse'; did you mean 'course'?"),
  ]

  @Test func aFolderWithoutACourseMayHaveADocument() throws {
    let folder = try Scratch.folder()
    #expect(
      try LessonsProcess.run(["check"], in: folder).error.contains("there is no folder 'lessons' here; give a course folder"))
    try Data("# A\n".utf8).write(to: URL(fileURLWithPath: folder + "/README.md"))
    let told = try LessonsProcess.run(["check"], in: folder)
    #expect(
      told.status == 64 && told.error.contains("here; give README.md for the document here, a course folder or a lesson"),
      "\(told.error)")
  }

  @Test(arguments: ["first", "01-first", "first.md", "01-first.md"]) func takesTheNameOfALesson(name: String) throws {
    let course = try TemporaryCourse(lessons: ["01-first": "# A\n\n[2](swift:1+1)\n", "02-next": "# B\n\n[3](swift:1+1)\n"])
    let cache = ["XDG_CACHE_HOME": Scratch.root + "/new"]
    for command in ["why", "check", "build", "accept"] {
      let outcome = try LessonsProcess.run([command, name], in: course.folder, environment: cache)
      #expect(outcome.status == 0, "\(command): \(outcome.error)")
    }
  }

  @Test(arguments: wrong) func saysWhatWasMeant(folder: String, command: String, word: String, message: String) throws {
    let course = try TemporaryCourse(lessons: ["01-first": "# A\n\n[2](swift:1+1)\n"])
    let outcome = try LessonsProcess.run(
      [command] + (word.isEmpty ? [] : [word]), in: course.folder + "/" + folder,
      environment: ["XDG_CACHE_HOME": Scratch.root + "/new"])
    #expect(outcome.status == 64)
    #expect(outcome.error.hasPrefix("lessons: error: ") && outcome.error.contains(message), "\(outcome.error)")
  }
}
