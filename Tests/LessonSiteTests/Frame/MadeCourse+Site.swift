import LessonModel

import LessonSite

extension WovenCourse {
  /// The whole site, its pages as they are composed: text by path.
  func site(theme: Theme = Theme(files: []), kit: [SiteFile] = [], mathematics: [SiteFile] = []) -> [String: String] {
    var context = SiteContext(self, theme: theme, kit: kit, mathematics: mathematics)
    context.shell.isShort = false
    let site = Site.site(of: context, lessons.map { LessonRenderer.rendered($0, in: context) })
    return Dictionary(uniqueKeysWithValues: site.files.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  /// The same with one of its lessons asked for.
  func only(_ slug: String) -> WovenCourse {
    var one = self
    one.lessons.removeAll { $0.slug != slug }
    return one
  }
}

extension Run {
  /// Puts in what a block came to.
  mutating func put(_ block: Int, _ change: (inout BlockRun) -> Void) {
    var run = BlockRun()
    run.status = .ok
    change(&run)
    blocks[block] = run
  }

  /// Puts in what a value came to.
  mutating func put(_ value: ComputedValue, for index: Int) { values[index] = ValueRun(status: .ok, value: value) }
}

extension PageShell {
  /// The frame of a course whose lessons are all there.
  init(_ course: Course) {
    self.init(course, course.lessons.map { LessonFacts($0) })
    isShort = false
  }
}
