import LessonModel

/// A page that is to be made, and what it is compared with.
struct PageTask: Sendable {
  /// The place of the lesson in the course.
  var place: Int
  var lesson: Lesson
  /// What the lesson came to.
  var run: Run
  var page: PageProgram
  /// The lesson's own session.
  var whole: Program
  /// What of it the page has: the whole would compute again, at every setting, what does not depend on it.
  var part: Program
  /// The runs of the check.
  var settings: [ExploredSetting]

  /// Nil where the lesson has nothing to explore.
  init?(
    _ lesson: Lesson, at place: Int, _ run: Run, settings: SwiftSettings, modules: [String], grade: PageToolchain.Grade
  ) {
    let programs = ProgramBuilder.programs(for: lesson, settings: settings, modules: modules)
    guard let whole = programs.first(where: { $0.purpose == .session && $0.session.isEmpty }),
      let page = PageProgram(lesson, settings: settings, modules: modules)
    else { return nil }
    self.place = place
    self.lesson = lesson
    self.run = run
    self.page = page
    self.whole = whole
    part = ProgramBuilder.program(
      of: lesson, blocks: Set(page.program.blocks), values: Set(page.parts.flatMap { $0.values.map(\.value) }),
      settings: settings, modules: modules)
    self.settings = ExploredSetting.all(of: lesson, page, grade: grade)
  }
}
