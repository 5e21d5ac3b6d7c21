import LessonsCore
import Testing

/// A site made of files alone: what a program would have said is put in by hand.
struct MadeSite {
  var pages: [String: String] = [:]
  var diagnostics: [Diagnostic] = []

  /// - Parameters:
  ///   - files: What the course's folder holds.
  ///   - change: What the run of a lesson came to; else nothing has run.
  init(_ files: [String: String], _ change: (inout Run) -> Void = { _ in }) throws {
    let folder = try TemporaryFolder()
    for (name, text) in files { try folder.write(text, to: "lessons/" + name) }
    let course = try CourseReader.read(folder.path + "/lessons").course
    let resolver = LinkResolver(course)
    let reports = try course.lessons.map { read in
      guard let lesson = read.lesson else { throw Unreadable(slug: read.slug) }
      var run = Run.notRun(lesson)
      change(&run)
      return LessonReport(read: read, run: run)
    }
    let report = CourseReport(
      course: course, resolver: resolver, reports: reports, diagnostics: [], swiftVersion: "Swift 6.3.1")
    let site = Site.site(of: report, Theme(pages: []), kit: [])
    for page in site.pages { pages[page.path] = String(decoding: page.bytes, as: UTF8.self) }
    diagnostics = course.diagnostics
  }

  func page(_ path: String) throws -> String { try #require(pages[path]) }
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
