import LessonModel
import LessonReading
import LessonSite
import LessonWeaving
import Testing

/// A course made of words alone: what its programs would have said is put in by hand.
struct MadeCourse {
  var woven: WovenCourse

  /// - Parameters:
  ///   - files: What the course's folder holds: its lessons, `course.yml`, and what stands beside them.
  ///   - change: What the run of a lesson came to; else nothing has run.
  init(
    _ files: [String: String], formulas: FormulaTable = FormulaTable(), _ change: (inout Run, Lesson) -> Void = { _, _ in }
  ) throws {
    let source = files["course.yml"].map { SourceText(path: "lessons/course.yml", text: $0) }
    let (file, faults) = source.map(CourseFileReader.read) ?? (CourseFile(), [])
    let names = files.keys.filter(Course.isLessonName).sorted()
    let read = names.map { name in
      readLesson(files[name] ?? "", slug: String(name.dropLast(3)), references: file.references)
    }
    let (lessons, diagnostics) = CourseAssembler.ordered(read, by: file, in: source)
    let neighbors = files.filter { !names.contains($0.key) && $0.key != "course.yml" }
    let course = Course(
      path: "lessons", folderName: "lessons", file: file, source: source, lessons: lessons,
      neighbors: neighbors.mapValues { .file(Array($0.utf8)) }, diagnostics: faults + diagnostics)
    var runs: [String: Run] = [:]
    for read in lessons {
      guard case .readable(let lesson) = read else { throw Unreadable(slug: read.slug) }
      var run = Run()
      for block in lesson.blocks { run.blocks[block.index] = BlockRun() }
      for value in lesson.values { run.values[value.index] = ValueRun() }
      change(&run, lesson)
      runs[lesson.slug] = run
    }
    woven = CourseWeaver.woven(course, runs, only: nil, formulas: formulas, swiftVersion: "Swift 6.3.1")
  }

  /// The text of a lesson as its own page has it.
  func text(_ slug: String, _ form: TextForm = .page) throws -> LessonText { try text(slug, .page(of: slug), form) }

  /// The text of a lesson as the book has it.
  func chapter(_ slug: String) throws -> LessonText {
    try text(slug, .book(of: slug, chapters: Set(woven.woven.map(\.lesson.slug))), .book)
  }

  private func text(_ slug: String, _ writer: AddressWriter, _ form: TextForm) throws -> LessonText {
    let lesson = try #require(woven.woven.first { $0.lesson.slug == slug })
    return LessonText.rendered(lesson, CellContents(lesson), writer, form, in: LessonText.Context(woven))
  }
}

/// The site of such a course.
struct MadeSite {
  var pages: [String: String] = [:]
  var diagnostics: [Diagnostic] = []

  init(_ files: [String: String], _ change: (inout Run, Lesson) -> Void = { _, _ in }) throws {
    let course = try MadeCourse(files, change).woven
    var context = SiteContext(course, theme: Theme(files: []))
    context.shell.isShort = false
    let site = Site.site(of: context, course.lessons.map { LessonRenderer.rendered($0, in: context) })
    for file in site.files { pages[file.path] = String(decoding: file.bytes, as: UTF8.self) }
    diagnostics = course.course.diagnostics
  }

  func page(_ path: String) throws -> String { try #require(pages[path]) }
}

/// Reads a lesson as `lessons/SLUG.md`.
func readLesson(_ text: String, slug: String = "01-test", references: [Reference]? = []) -> ReadLesson {
  LessonReader.read(SourceText(path: "lessons/\(slug).md", text: text), slug: slug, references: references)
}

extension ReadLesson {
  /// The lesson; nil where it could not be read.
  var lesson: Lesson? { if case .readable(let lesson) = self { lesson } else { nil } }
}

extension String {
  /// What stands between the first `start` and the next `end` behind it.
  func between(_ start: String, _ end: String) -> String? {
    guard let open = firstRange(of: start), let close = self[open.upperBound...].firstRange(of: end) else { return nil }
    return String(self[open.upperBound..<close.lowerBound])
  }

  func count(of part: String) -> Int { ranges(of: part).count }
}

/// A lesson that a test means to be whole and that cannot be read.
struct Unreadable: Error {
  var slug: String
}
