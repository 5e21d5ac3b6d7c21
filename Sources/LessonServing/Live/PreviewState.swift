import LessonModel
package import LessonPipeline
import LessonSite

/// What the preview shows now: the last good page of every lesson, and what is wrong since.
package struct PreviewState: Sendable, Equatable {
  /// Counts the states of this preview.
  package private(set) var version = 0
  package private(set) var table = FileTable()
  package private(set) var problems: [Problem] = []
  /// The files that an editor may be asked to open, by their paths in the course's folder.
  package private(set) var sources: [String: String] = [:]
  /// The pages that were built from a lesson with nothing wrong.
  private var good: Set<String> = []

  package init() {}

  /// Takes in a build.
  ///
  /// - Returns: The addresses of the files that look otherwise now.
  package mutating func take(_ course: PreviewedCourse) -> [String] {
    let woven = course.woven
    let failing = woven.lessons.filter { $0.failures.errorCount > 0 }
    sources = Self.sources(of: woven.course)
    let isSound = woven.diagnostics.errorCount == 0
    let folder = woven.course.path
    problems =
      woven.diagnostics.filter { $0.severity == .error }.map { Problem($0, of: nil, in: folder) }
      + failing.flatMap { entry in
        entry.failures.filter { $0.severity == .error }.map { Problem($0, of: entry.slug, in: folder) }
      }
    let (files, bad) = (FileTable(course.site.files), Set(failing.map { Self.page(of: $0.slug) }))
    if course.isWhole { return show(files, bad: bad, isSound: isSound) }
    return isSound ? show(early: files, bad: bad) : []
  }

  /// Takes in that nothing could be built.
  package mutating func take(_ fault: String) {
    problems = [Problem(fault)]
    version += 1
  }

  /// - Parameters:
  ///   - bad: The pages of lessons that have errors.
  ///   - isSound: Whether the course itself has none: with a course file that cannot be read, every page would change.
  private mutating func show(_ site: FileTable, bad: Set<String>, isSound: Bool) -> [String] {
    version += 1
    var next = site
    if !bad.isEmpty || !isSound {
      // What a page of before loads must still be there.
      next = table.taking(site)
      for page in good where !isSound || bad.contains(page) { next[path: page] = table[path: page] }
    }
    if isSound {
      good = good.intersection(bad).union(site.paths.filter { $0.hasSuffix(".html") && !bad.contains($0) })
    }
    let changed = next.differences(from: table)
    table = next
    return changed
  }

  /// Takes in pages that will be in the site that comes; those with errors wait for it.
  private mutating func show(early pages: FileTable, bad: Set<String>) -> [String] {
    version += 1
    var next = table.taking(pages)
    for page in bad { next[path: page] = table[path: page] }
    let changed = next.differences(from: table)
    table = next
    return changed
  }

  private static func page(of slug: String) -> String { "lessons/\(slug).html" }

  private static func sources(of course: Course) -> [String: String] {
    let names = course.lessons.map { $0.slug + ".md" } + ["course.yml"]
    return Dictionary(names.map { ($0, course.path + "/" + $0) }) { first, _ in first }
  }

  /// What open pages are told of this state.
  ///
  /// - Parameters:
  ///   - run: Tells one run of the server from another.
  ///   - changed: The files that look otherwise since the version before.
  package func event(run: String, changed: [String]) -> ServerEvent {
    let data = JSON.object([
      ("run", .string(run)), ("version", .integer(version)), ("changed", .array(changed.map { .string($0) })),
      ("problems", .array(problems.map(\.json))),
    ])
    return ServerEvent(name: "state", data: data.text)
  }
}
