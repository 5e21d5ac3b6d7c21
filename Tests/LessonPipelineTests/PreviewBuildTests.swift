import Foundation
import LessonModel
import LessonPipeline
import LessonSite
import Machine
import Synchronization
import TestSupport
import Testing
import WorkshopSupport

/// A preview that has built before gives the same as one that has not.
@Suite("Builds of a preview")
struct PreviewBuildTests {
  private static let files = [
    "course.yml": "title: A course\nreferences:\n  - id: book\n    title: A book\n    URL: https://example.org/book\n",
    "01-coins.md": """
    # Coins

    Prose about $x^2$, and [a die](02-dice.md#thrown). ![A picture](picture.png)

    ```swift {#coin}
    let p = 0.25
    helped(p)
    ```

    Its odds are [0.33](swift:p/(1-p)), as [@book] has them.

    """,
    "02-dice.md":
      "# Dice\n\n## Thrown\n\n```swift\nlet sides = 6  // => 6\n```\n\nThere are [6](swift:sides) of $y$.\n\n```swift {#six caption=\"A die\"}\nsides  // => 6\n```\n",
    "glossary.md": "# Glossary\n\n- **prose**. As in [](02-dice.md#six), ([](02-dice.md#thrown)), [coins](01-coins.md).\n",
    "picture.png": "no picture",
    "Support/Help.swift": "public func helped(_ x: Double) -> Double { 2 * x }\n",
  ]

  private struct Edit {
    var file: String
    var old: String
    var new: String

    init(_ file: String, _ old: String, _ new: String) { (self.file, self.old, self.new) = (file, old, new) }

    /// Whether nothing but the pages of lessons changes: their titles are on all pages, and so are what the
    /// course file says and whether there are references at all.
    var isOfOneLesson: Bool {
      (file.first?.isNumber == true || file == "glossary.md") && !new.contains("# New") && !new.contains("A die")
        && new != "nobody"
        || file.hasPrefix("Support/")
    }
  }

  private static let edits = [
    Edit("01-coins.md", "Prose", "Words"), Edit("01-coins.md", "Words", "Words\nand lines"),
    Edit("01-coins.md", "x^2", "x^3"), Edit("02-dice.md", "## Thrown", "## Cast"), Edit("02-dice.md", "## Cast", "## Thrown"),
    Edit("01-coins.md", "0.25", "0.2"), Edit("01-coins.md", "0.33", "0.25"), Edit("01-coins.md", "helped(p)", "helped(p"),
    Edit("02-dice.md", "sides = 6  ", "sides = 5  "), Edit("01-coins.md", "helped(p", "helped(p)"),
    Edit("02-dice.md", "```swift {#six", "```swift {caption=\"One\"}\n1\n```\n\n```swift {#six"),
    Edit("glossary.md", "As in", "In"),
    Edit("02-dice.md", "# Dice", "# A die"), Edit("01-coins.md", "# Coins", "---\ndraft: true\n---\n\n# Coins"),
    Edit("course.yml", "A course", "Another"), Edit("course.yml", "A book", "The book"), Edit("01-coins.md", "x^3", "\\foo"),
    Edit("picture.png", "no", "a"), Edit("Support/Help.swift", "2 * x", "x * 3"),
    Edit("Support/Help.swift", "x * 3", "y"), Edit("Support/Help.swift", "{ y", "{ x"),
    Edit("theme/style.css", "", "p { color: red }\n"), Edit("03-new.md", "", "# New\n\nWith $x$ and [2](swift:1+1).\n"),
    Edit("01-coins.md", "{#coin}", "{#coin trace}"), Edit("01-coins.md", "p = 0.2", "p = 0.1 + 0.1"),
    Edit("01-coins.md", "# Coins\n", "# Coins\n\nMoved.\n"), Edit("01-coins.md", "{#coin trace}", "{#coin}"),
    Edit("01-coins.md", "[@book]", "nobody"), Edit("01-coins.md", "\\foo", "y"), Edit("course.yml", "title:", "titel:"),
    Edit("course.yml", "titel:", "title:"),
  ]

  /// A pipeline with a cache of its own in a folder.
  private static func pipeline(
    in folder: TemporaryFolder, telling tell: @escaping @Sendable (PipelineEvent) -> Void = { _ in }
  ) throws -> Pipeline {
    let cache = folder.path + "/cache"
    try FileManager.default.createDirectory(atPath: cache, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: TestWorkshop.cache.get() + "/support", toPath: cache + "/support")
    let installation = Installation(
      executable: TestWorkshop.root + "/.build/lessons", environment: ProcessInfo.processInfo.environment, swiftc: nil)
    return Pipeline(
      installation: installation, cache: Cache(folder: cache, keepsResults: true), jobs: 2,
      sandbox: SandboxPolicy(.auto, environment: [:]), tell: tell)
  }

  /// Who waits for one can be told what for, from its beginning to its end, however it ends.
  @Test func sayWhatTheyDo() throws {
    let folder = try TemporaryFolder()
    try folder.write("# A\n\n[2](swift:1+1)\n", to: "course/01-a.md")
    let told = Steps()
    let pipeline = try Self.pipeline(in: folder) { told.add($0) }
    _ = try pipeline.previewed(folder.path + "/course", PreviewMemory())
    #expect(told.taken() == ["reading", "running(lessons: 1)", "ended"])
    #expect(throws: MachineFault.self) { try pipeline.previewed(folder.path + "/gone", PreviewMemory()) }
    #expect(told.taken() == ["reading", "ended"])
  }

  /// What a pipeline says of its steps.
  private final class Steps: Sendable {
    private let steps = Mutex<[String]>([])

    func add(_ event: PipelineEvent) {
      switch event {
      case .begins(.rendering), .begins(.setting): break
      case .begins(let step): steps.withLock { $0.append("\(step)") }
      case .ended: steps.withLock { $0.append("ended") }
      default: break
      }
    }

    func taken() -> [String] {
      steps.withLock { steps in
        defer { steps = [] }
        return steps
      }
    }
  }

  @Test func afterEveryEditTheyAreAsTheFirst() throws {
    let folder = try TemporaryFolder()
    for (name, text) in Self.files { try folder.write(text, to: "course/" + name) }
    let pipeline = try Self.pipeline(in: folder)
    let memory = PreviewMemory()
    var early: [SiteFile] = []
    func preview(_ memory: PreviewMemory) throws -> PreviewedCourse {
      early = []
      var course = try pipeline.previewed(folder.path + "/course", memory) { early += $0.site.files }
      course.woven.lessons = course.woven.lessons.map(\.withoutTimes)
      return course
    }
    _ = try preview(memory)
    for edit in Self.edits {
      let text = folder.read("course/" + edit.file) ?? ""
      #expect(edit.old.isEmpty || text.contains(edit.old))
      try folder.write(edit.old.isEmpty ? edit.new : text.replacing(edit.old, with: edit.new), to: "course/" + edit.file)
      let next = try preview(memory)
      #expect(early.allSatisfy { next.site.files.contains($0) }, "\(edit)")
      let loads = early.contains { String(decoding: $0.bytes, as: UTF8.self).contains("assets/math/") }
      #expect(!loads || early.contains { $0.path.hasPrefix("assets/math/") }, "\(edit): an early page loads what is not there")
      #expect(early.isEmpty != edit.isOfOneLesson, "\(edit): \(early.map(\.path))")
      let first = try preview(PreviewMemory())
      #expect(early.isEmpty, "there is nothing that the first build could be compared with")
      #expect(next.woven == first.woven, "\(edit)")
      #expect(next.site == first.site, "\(edit)")
      #expect(try preview(memory) == next, "\(edit)")
    }
    try FileManager.default.removeItem(atPath: folder.path + "/course/02-dice.md")
    #expect(try preview(memory) == preview(PreviewMemory()))
  }
}

extension WovenEntry {
  /// A lesson that fails is never kept, and takes another time each time it runs.
  fileprivate var withoutTimes: WovenEntry {
    guard case .woven(var lesson) = self else { return self }
    for index in lesson.cells.indices { lesson.cells[index].run.milliseconds = 0 }
    return .woven(lesson)
  }
}
