import LessonModel
import LessonPipeline
import LessonServing
import LessonSite
import Testing

/// What is shown after each build: the last good page of every lesson, and what is wrong.
@Suite struct PreviewStateTests {
  /// A build of lessons named by letters, each with the text of its page; a page with an exclamation mark has an error.
  private func build(_ pages: [String: String], courseFault: String? = nil, others: [String: String] = [:]) -> PreviewedCourse {
    func fault(_ path: String) -> Diagnostic {
      Diagnostic(.compileError, "wrong", in: SourceText(path: path, bytes: Array("let x".utf8)), at: 4)
    }
    let lessons = pages.sorted { $0.key < $1.key }.map { slug, text in
      let path = "lessons/\(slug).md"
      return RefusedLesson(
        source: SourceText(path: path, bytes: []), slug: slug, diagnostics: text.hasSuffix("!") ? [fault(path)] : [])
    }
    let course = Course(path: "lessons", folderName: "lessons", lessons: lessons.map(ReadLesson.refused))
    let files =
      pages.map { SiteFile(path: "lessons/\($0.key).html", text: $0.value) } + others.map { SiteFile(path: $0, text: $1) }
    return PreviewedCourse(
      woven: WovenCourse(
        course: course, lessons: lessons.map(WovenEntry.refused), links: CourseLinks(course),
        diagnostics: courseFault.map { [fault("lessons/\($0)")] } ?? []),
      site: Site(files: files))
  }

  private func page(_ slug: String, in state: PreviewState) -> String? {
    state.table[path: "lessons/\(slug).html"].map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  @Test func tellsWhichPagesChanged() {
    var state = PreviewState()
    #expect(state.take(build(["a": "1", "b": "1"])) == ["lessons/a.html", "lessons/b.html"])
    #expect(state.take(build(["a": "2", "b": "1"])) == ["lessons/a.html"])
    #expect(state.take(build(["b": "1"])) == ["lessons/a.html"])
    #expect(state.version == 3)
    #expect(page("a", in: state) == nil)
  }

  @Test func showsPagesBeforeTheRest() {
    var state = PreviewState()
    _ = state.take(build(["a": "1", "b": "1"], others: ["book.html": "1"]))
    var early = build(["a": "2", "b": "2!"])
    early.isWhole = false
    #expect(state.take(early) == ["lessons/a.html"])
    #expect(state.table[path: "book.html"] != nil)
    #expect(page("b", in: state) == "1")
    #expect(state.take(build(["a": "2", "b": "2!"], others: ["book.html": "2"])) == ["book.html"])
    #expect(state.version == 3)
  }

  @Test func keepsTheLastGoodPage() {
    var state = PreviewState()
    _ = state.take(build(["a": "1", "b": "1"], others: ["assets/a.svg": "drawing"]))
    #expect(state.take(build(["a": "2!", "b": "2"])) == ["lessons/b.html"])
    #expect(page("a", in: state) == "1")
    #expect(state.table[path: "assets/a.svg"] != nil)
    #expect(state.problems.map(\.lesson) == ["a"])
    #expect(state.problems.map(\.file) == ["a.md"])
    #expect(state.problems.map(\.column) == [5])
    _ = state.take(build(["a": "3!", "b": "2"]))
    #expect(page("a", in: state) == "1")
    #expect(state.take(build(["a": "4", "b": "2"])) == ["assets/a.svg", "lessons/a.html"])
    #expect(state.problems.isEmpty)
    #expect(page("a", in: state) == "4")
  }

  /// Where what all lessons share is broken, none of them has run, and none has an error of its own.
  @Test func keepsGoodPagesWhereTheCourseIsBroken() {
    var state = PreviewState()
    _ = state.take(build(["a": "1"]))
    var early = build(["a": "not computed"], courseFault: "Support/Help.swift")
    early.isWhole = false
    #expect(state.take(early).isEmpty)
    #expect(state.take(build(["a": "not computed"], courseFault: "Support/Help.swift")).isEmpty)
    #expect(page("a", in: state) == "1")
    #expect(state.problems.map(\.file) == ["Support/Help.swift"])
  }

  /// Without a good page the one with the error in its place is shown, and it never becomes a good one.
  @Test func showsWhatThereIs() {
    var state = PreviewState()
    _ = state.take(build(["a": "1!"]))
    #expect(page("a", in: state) == "1!")
    _ = state.take(build(["a": "2!"]))
    #expect(page("a", in: state) == "2!")
    _ = state.take(build(["a": "3"]))
    _ = state.take(build(["a": "4!"]))
    #expect(page("a", in: state) == "3")
  }

  @Test func aCourseFileWithErrorsKeepsEveryPage() {
    var state = PreviewState()
    _ = state.take(build(["a": "1", "b": "1"]))
    #expect(state.take(build(["a": "2", "b": "2"], courseFault: "course.yml")).isEmpty)
    #expect(state.problems.map(\.lesson) == [nil])
    #expect(state.problems.map(\.file) == ["course.yml"])
    #expect(state.take(build(["a": "2", "b": "1"])) == ["lessons/a.html"])
  }

  @Test func aBuildThatCannotBeMadeChangesNoPage() {
    var state = PreviewState()
    _ = state.take(build(["a": "1"]))
    state.take("there is no lessons")
    #expect(page("a", in: state) == "1")
    #expect(state.problems.map(\.message) == ["error: there is no lessons"])
    #expect(state.version == 2)
    _ = state.take(build(["a": "1"]))
    #expect(state.problems.isEmpty)
  }

  @Test func anEditorMayOpenTheFilesOfTheCourseAlone() {
    var state = PreviewState()
    _ = state.take(build(["a": "1"]))
    #expect(state.sources == ["a.md": "lessons/a.md", "course.yml": "lessons/course.yml"])
  }

  @Test func theEventSaysAllThatAPageNeeds() {
    var state = PreviewState()
    _ = state.take(build(["a": "1!"]))
    let event = state.event(run: "r", changed: ["lessons/a.html"])
    #expect(event.name == "state")
    #expect(
      event.data == """
        {"run": "r", "version": 1, "changed": ["lessons/a.html"], "problems": [{"lesson": "a", "file": "a.md", "line": 1, \
        "column": 5, "message": "error: wrong [compile-error]", "excerpt": "  let x\\n      ^"}]}
        """)
  }
}
