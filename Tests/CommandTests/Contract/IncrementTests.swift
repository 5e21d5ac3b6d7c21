import Foundation
import Testing

/// A build that knows the last one gives the same bytes as one that knows nothing, and makes no more than what has changed.
@Suite struct IncrementTests {
  private static let courseFile = """
    title: A course that changes
    parts:
      - title: First
        lessons: [01-coins, 02-dice]
    references:
      - id: book
        title: A book
        URL: https://example.org/book
        evidence: {none: made up}

    """

  private static let lessons = [
    "01-coins": """
    ---
    title: Coins
    ---

    Some prose about coins, and [a die](02-dice.md#thrown). ![A picture](picture.png)

    ```swift {#coin}
    let p = 0.25
    print("odds", p / (1 - p))
    helped(p)
    ```

    ```output
    odds 0.3333333333333333
    0.5
    ```

    Its odds are [0.33](swift:p/(1-p)), as [@book] has them, and not [0.5](swift:p/(1-p) "not @book").

    """,
    "02-dice": """
    # Dice

    ## Thrown

    ```swift
    let sides = 6  // => 6
    sides + 1
    ```

    ```output
    7
    ```

    ```swift {#six caption="A die"}
    sides
    ```

    ```output
    6
    ```

    """,
    "glossary": "# Glossary\n\n- **color**. See [cards](03-cards.md).\n- **many**. See [cards](03-cards.md).\n",
    "03-cards": """
    # Cards

    See [](02-dice.md#thrown) and [](02-dice.md#six).

    There are [52](swift:4*13) cards, which is *many*, and 3 colors.

    """,
    "04-words": "# Words\n\nNothing runs here.\n",
  ]

  /// The course, built once, with a cache of its own.
  private static func course() throws -> TemporaryCourse {
    let course = try TemporaryCourse(lessons: lessons, courseFile: courseFile, cache: try Scratch.freshCache())
    try FileManager.default.createDirectory(atPath: course.path("lessons/Support"), withIntermediateDirectories: true)
    try FileManager.default.createDirectory(atPath: course.path("lessons/theme"), withIntermediateDirectories: true)
    try course.write("public func helped(_ x: Double) -> Double { 2 * x }\n", to: "lessons/Support/Help.swift")
    try course.write("<p>A foot</p>\n", to: "lessons/theme/footer.html")
    try course.write([1, 2, 3], to: "lessons/picture.png")
    let outcome = try course.lessons("build", "--verbose")
    #expect(outcome.status == 0, "\(outcome.error)")
    return course
  }

  /// What a build had to do, from what it says of itself.
  private struct Work: Equatable, CustomStringConvertible {
    var woven: Int
    var parsed: Int
    var rendered: Int

    init(_ woven: Int, parsed: Int = 0, rendered: Int) {
      self.woven = woven
      self.parsed = parsed
      self.rendered = rendered
    }

    init(_ outcome: LessonsProcess.Outcome) throws {
      if outcome.error.contains("nothing has changed\n") {
        self.init(0, rendered: 0)
        return
      }
      let line = try #require(outcome.error.split(separator: "\n").first { $0.hasPrefix("read and wove ") }, "\(outcome.error)")
      let numbers = line.split { !$0.isNumber }.compactMap { Int($0) }
      try #require(numbers.count == 3)
      self.init(numbers[0], parsed: numbers[1], rendered: numbers[2])
    }

    static let none = Work(0, rendered: 0)

    var description: String { "wove \(woven), parsed \(parsed), rendered \(rendered)" }
  }

  /// Builds with what is remembered and without, and expects the same bytes; what the first had to do.
  private static func build(_ course: TemporaryCourse, _ name: String) throws -> Work {
    let warm = try course.lessons("build", "--verbose")
    for kind in ["builds", "records", "readings", "inputs", "formulas"] {
      try? FileManager.default.removeItem(atPath: course.path("cold-cache/" + kind))
    }
    if !course.exists("cold-cache") {
      try FileManager.default.createDirectory(atPath: course.path("cold-cache"), withIntermediateDirectories: true)
      for kind in ["support", "runs"] {
        try FileManager.default.copyItem(atPath: course.cache + "/" + kind, toPath: course.path("cold-cache/" + kind))
      }
    }
    let cold = try LessonsProcess.run(
      ["build", "lessons", "-o", "cold", "--cache", course.path("cold-cache")], in: course.folder)
    #expect(warm.status == cold.status, "\(name): \(warm.error)\(cold.error)")
    let (one, other) = (try course.tree("output"), try course.tree("cold"))
    #expect(one == other, "\(name): \(Set(one.keys).union(other.keys).filter { one[$0] != other[$0] }.sorted())")
    return try Work(warm)
  }

  @Test func whateverChangesWarmIsCold() throws {
    let course = try Self.course()
    let (lesson, dice) = ("lessons/01-coins.md", "lessons/02-dice.md")
    let whole = Work(5, rendered: 5)
    let steps: [(name: String, work: Work, change: () throws -> Void)] = [
      ("nothing", .none, {}),
      ("prose", Work(1, rendered: 1), { try course.replace("Some prose", with: "Other words", in: lesson) }),
      ("a line more", Work(1, rendered: 1), { try course.replace("Other words", with: "A line\nmore", in: lesson) }),
      ("code", Work(1, parsed: 1, rendered: 1), { try course.replace("helped(p)", with: "helped(p) + 0", in: lesson) }),
      ("a value", Work(1, parsed: 1, rendered: 1), { try course.replace("4*13", with: "13*4", in: "lessons/03-cards.md") }),
      (
        "prose of two", Work(2, rendered: 2),
        {
          try course.replace("many", with: "few", in: "lessons/03-cards.md")
          try course.replace("runs", with: "walks", in: "lessons/04-words.md")
        }
      ),
      (
        "a heading that is linked to", Work(3, rendered: 3),
        {
          try course.replace("## Thrown", with: "### Thrown\n\n## Again", in: dice)
        }
      ),
      (
        "a figure before the one that is referred to", Work(3, parsed: 1, rendered: 3),
        {
          try course.replace(
            "```swift {#six", with: "```swift {caption=\"First\"}\nlet first = 1\n```\n\n```swift {#six", in: dice)
        }
      ),
      ("a title", whole, { try course.replace("title: Coins", with: "title: A coin", in: lesson) }),
      ("front matter", whole, { try course.replace("title: A coin\n", with: "title: A coin\nsummary: S\n", in: lesson) }),
      ("the title of the course", whole, { try course.replace("that changes", with: "changed", in: "lessons/course.yml") }),
      ("parts", whole, { try course.replace("[01-coins, 02-dice]", with: "[02-dice, 01-coins]", in: "lessons/course.yml") }),
      ("a reference", whole, { try course.replace("title: A book", with: "title: The book", in: "lessons/course.yml") }),
      ("the theme", whole, { try course.write("<p>Another</p>\n", to: "lessons/theme/footer.html") }),
      ("a picture", whole, { try course.write([3, 2, 1], to: "lessons/picture.png") }),
      (
        "the support module", whole,
        {
          try course.write("public func helped(_ x: Double) -> Double { x + x }\n", to: "lessons/Support/Help.swift")
        }
      ),
      ("a draft", whole, { try course.replace("summary: S\n", with: "summary: S\ndraft: true\n", in: lesson) }),
      ("no draft", whole, { try course.replace("draft: true\n", with: "", in: lesson) }),
      (
        "the last use of a page", whole,
        {
          try course.replace(", and not [0.5](swift:p/(1-p) \"not @book\")", with: "", in: lesson)
        }
      ),
      ("a lost page", whole, { try FileManager.default.removeItem(atPath: course.path("output/index.html")) }),
      ("a changed page", whole, { try course.write("mine", to: "output/lessons/01-coins.html") }),
    ]
    for step in steps {
      try step.change()
      var work = try Self.build(course, step.name)
      // What a lesson no longer needs is read with what replaces it.
      if step.name == "the last use of a page" || step.name == "a draft" || step.name == "no draft" {
        work.rendered = step.work.rendered
      }
      #expect(work == step.work, "\(step.name)")
      #expect(try Work(course.lessons("build", "--verbose")) == .none, "nothing has changed since '\(step.name)'")
    }
    try course.write("# One more\n", to: "lessons/05-more.md")
    #expect(try Self.build(course, "a new lesson") == Work(6, rendered: 6))
    try FileManager.default.removeItem(atPath: course.path("lessons/05-more.md"))
    #expect(try Self.build(course, "a lesson less") == whole)
  }

  @Test func whatIsIrrelevantChangesNothing() throws {
    let course = try Self.course()
    for name in ["01-coins.md", "course.yml", "picture.png", "Support/Help.swift"] {
      try FileManager.default.setAttributes(
        [.modificationDate: Date(timeIntervalSince1970: 1_000_000)], ofItemAtPath: course.path("lessons/" + name))
    }
    try course.write("mine", to: "output/.gitignore")
    #expect(try Work(course.lessons("build", "--verbose", "-j", "1")) == .none)
    #expect(try Work(course.lessons("build", "--verbose", environment: ["TZ": "Asia/Tokyo", "LANG": "fr"])) == .none)
    #expect(try course.text("output/.gitignore") == "mine")
  }

  @Test func whatWasToldIsToldAgain() throws {
    let course = try Self.course()
    try course.replace("Nothing runs here.", with: "Nothing runs here. <b>Raw</b>", in: "lessons/04-words.md")
    for command in ["build", "check"] {
      let first = try course.lessons(command)
      let again = try course.lessons(command)
      #expect((first.error + first.output).contains("[raw-html]"))
      #expect(again.status == first.status)
      #expect(again.output == first.output)
      // What it took is the last thing that a build says, and differs.
      let remarks = { (text: String) in text.split(separator: "\n").filter { !$0.hasSuffix(" s") } }
      #expect(remarks(again.error) == remarks(first.error))
    }
    let json = try course.lessons("check", "--format", "json")
    #expect(try course.lessons("check", "--format", "json") == json)
  }

  @Test func aFailureIsNotRemembered() throws {
    let course = try Self.course()
    try course.replace("sides + 1", with: "sides + 1 + nothing", in: "lessons/02-dice.md")
    for _ in 0..<2 {
      let outcome = try course.lessons("build", "--verbose")
      #expect(outcome.status == 1)
      #expect(outcome.error.contains("[compile-error]"))
      #expect(try Work(outcome).woven == 1, "the lesson that failed, and no other")
    }
    try course.replace(" + nothing", with: "", in: "lessons/02-dice.md")
    #expect(try Self.build(course, "mended") == Work(1, parsed: 1, rendered: 1))
  }

  /// A lesson that no longer has a term is told of by the glossary that leads there, which itself has not changed.
  @Test func aGlossaryHearsOfOtherLessons() throws {
    let course = try Self.course()
    let cards = "lessons/03-cards.md"
    func told() throws -> String {
      let warm = try course.lessons("check")
      let cold = try course.lessons("check", "--no-cache")
      #expect(warm.output == cold.output)
      return warm.output + warm.error
    }
    #expect(try !told().contains("[glossary]"))
    try course.replace("many", with: "few", in: cards)
    for _ in 0..<2 { #expect(try told().contains("lessons/glossary.md:4:3: warning: 'many' does not occur in '03-cards.md'")) }
    try course.replace("**color**. See", with: "**color**. Look at", in: "lessons/glossary.md")
    #expect(try told().contains("[glossary]"))
    #expect(try course.lessons("check", "--strict").status == 1)
    try course.replace("few", with: "many", in: cards)
    #expect(try !told().contains("[glossary]"))
    #expect(try course.lessons("check", "--strict").status == 0)
  }

  @Test func checkDoesWhatHasChanged() throws {
    let course = try Self.course()
    #expect(try Work(course.lessons("check", "--verbose")).parsed == 0, "the build has read all")
    #expect(try Work(course.lessons("check", "--verbose")) == .none)
    try course.replace("Some prose", with: "Other words", in: "lessons/01-coins.md")
    #expect(try Work(course.lessons("check", "--verbose")) == Work(1, rendered: 0))
    try course.replace("[0.33]", with: "[0.34]", in: "lessons/01-coins.md")
    for _ in 0..<2 { #expect(try course.lessons("check").status == 1) }
  }

  /// Every entry of the cache, cut, changed, exchanged or gone: the next build is right.
  @Test func aDamagedEntryIsAMiss() throws {
    let course = try Self.course()
    var count = 0
    for kind in ["builds", "records", "readings", "inputs", "toolchains", "runs"] {
      for damage in ["cut", "empty", "flip", "swap", "gone"] {
        let root = course.cache + "/" + kind
        let files = try FileManager.default.subpathsOfDirectory(atPath: root).map { root + "/" + $0 }.filter {
          var isFolder: ObjCBool = false
          return FileManager.default.fileExists(atPath: $0, isDirectory: &isFolder) && !isFolder.boolValue
        }.sorted()
        let file = try #require(files.first, "\(kind)")
        var bytes = try Data(contentsOf: URL(fileURLWithPath: file))
        switch damage {
        case "cut": bytes = bytes.dropLast(7)
        case "empty": bytes = Data()
        case "flip" where !bytes.isEmpty: bytes[bytes.count / 2] ^= 1
        case "swap": bytes = try Data(contentsOf: URL(fileURLWithPath: try #require(files.last))) + Data([0])
        default: break
        }
        if damage == "gone" {
          try FileManager.default.removeItem(atPath: file)
        } else {
          try bytes.write(to: URL(fileURLWithPath: file))
        }
        count += 1
        try course.write("# Words\n\nNothing runs here, \(count).\n", to: "lessons/04-words.md")
        _ = try Self.build(course, "\(kind), \(damage)")
      }
    }
  }

  @Test func whySaysWhatHasChanged() throws {
    let course = try Self.course()
    func why(_ name: String = "01-coins") throws -> String {
      let outcome = try course.lessons("why", "lessons/\(name).md")
      #expect(outcome.status == 0)
      return outcome.output
    }
    #expect(try why() == "nothing would be run: 01-coins is as it was when it last ran\n")
    try course.replace("Some prose", with: "Other words", in: "lessons/01-coins.md")
    #expect(try why() == "its pages would be made again: its text has changed\n")
    #expect(try why("02-dice") == "nothing would be run: 02-dice is as it was when it last ran\n")
    try course.replace("helped(p)", with: "helped(p) + 0", in: "lessons/01-coins.md")
    #expect(try why().contains("01-coins would be run again: the code of 'coin' has changed\n"))
    try course.write("public func helped(_ x: Double) -> Double { x + x }\n", to: "lessons/Support/Help.swift")
    #expect(try why("02-dice") == "02-dice would be run again where it depends on it: Support/Help.swift has changed\n")
    #expect(try why("04-words") == "its pages would be made again where they depend on it: Support/Help.swift has changed\n")
    try course.lessons("clean")
    #expect(try why("02-dice") == "02-dice would be run: no build of its course is remembered\n")
  }
}
