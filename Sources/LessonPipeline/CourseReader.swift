import Foundation
package import LessonModel
import LessonReading
package import Machine

/// A course that was read, and what was asked for of it.
package struct CourseReading: Sendable {
  package var course: Course
  /// The slug of the lesson where one alone is asked for: its links and its place need the others too.
  package var only: String?
  /// The share of the lessons that is asked for.
  package var shard: Shard?

  /// The lessons that were asked for.
  package var lessons: [ReadLesson] {
    if let only { return course.lessons.filter { $0.slug == only } }
    return shard?.share(of: course.lessons) ?? course.lessons
  }

  /// Their slugs; nil where all were asked for.
  package var asked: Set<String>? { only == nil && shard == nil ? nil : Set(lessons.map(\.slug)) }
}

/// `CourseFolder → CourseReading`: reads the texts of a course.
package enum CourseReader {
  /// - Parameter path: A course folder or one lesson, as the author gave it.
  /// - Throws: ``MachineFault`` where there is nothing to read there.
  package static func read(_ path: String) throws(MachineFault) -> CourseReading { course(try CourseFolder.read(path)) }

  /// - Parameters:
  ///   - shard: The share of the lessons that is asked for; nil for all.
  ///   - memory: What was read of the Swift of these lessons before.
  static func course(
    _ folder: CourseFolder, shard: Shard? = nil, memory: ReadingMemory = ReadingMemory()
  ) -> CourseReading {
    var reading = course(folder, courseFile(of: folder)) { lesson($0, of: folder, references: $1, memory[$0.slug].swift) }
    reading.shard = shard
    return reading
  }

  /// - Parameters:
  ///   - courseFile: The course file as it was read.
  ///   - read: Reads a lesson, given the references of the course.
  static func course(
    _ folder: CourseFolder, _ courseFile: (CourseFile, SourceText?, [Diagnostic]),
    _ read: @escaping @Sendable (CourseFolder.Lesson, [String]?) -> ReadLesson
  ) -> CourseReading {
    let (file, source, diagnostics) = courseFile
    // A course file that could not be read names no references: one fault there, not one in every lesson.
    let references = diagnostics.errorCount == 0 ? file.references.map(\.id) : nil
    let lessons = Parallel.map(folder.lessons, jobs: ProcessInfo.processInfo.activeProcessorCount) { read($0, references) }
    let ordered = CourseAssembler.ordered(lessons, by: file, in: source)
    let readable = ordered.lessons.readable
    // Where no lessons are read from the folders below, Markdown there is a file like others.
    let unread = folder.holdsFolders ? [] : readable.flatMap(\.linkedLessons).filter { $0.contains("/") }.map { $0 + ".md" }
    let course = Course(
      path: folder.path, folderName: folder.name, file: file, source: source, lessons: ordered.lessons,
      support: folder.support.map { SourceText(path: folder.joined("Support/" + $0.path), bytes: $0.bytes) },
      neighbors: folder.neighbors(Set(readable.flatMap(\.pathsBeside) + unread)),
      theme: folder.courseTheme, diagnostics: diagnostics + folder.diagnostics + ordered.diagnostics)
    return CourseReading(course: course, only: folder.only)
  }

  /// The course file with what is wrong with it.
  static func courseFile(of folder: CourseFolder) -> (CourseFile, SourceText?, [Diagnostic]) {
    guard let bytes = folder.courseFile else { return (CourseFile(), nil, []) }
    let source = SourceText(path: folder.joined("course.yml"), bytes: bytes)
    let (file, diagnostics) = CourseFileReader.read(courseFile: source)
    return (file, source, diagnostics)
  }

  static func lesson(
    _ lesson: CourseFolder.Lesson, of folder: CourseFolder, references: [String]?, _ swift: SwiftReadings
  ) -> ReadLesson {
    let path = folder.joined(lesson.name)
    switch lesson.content {
    case .bytes(let bytes):
      let source = SourceText(path: path, bytes: bytes)
      let read = LessonReader.read(source, slug: lesson.slug, references: references, swift: swift)
      return withData(read, lesson, of: folder)
    case .refused(let kind, let message):
      let source = SourceText(path: path, bytes: [])
      let fault = Diagnostic(kind, message, in: source, at: 0)
      return .refused(RefusedLesson(source: source, slug: lesson.slug, diagnostics: [fault]))
    }
  }

  /// A lesson with the files that it may read; what it names and is not there is a mistake in its text.
  private static func withData(_ read: ReadLesson, _ folderLesson: CourseFolder.Lesson, of folder: CourseFolder) -> ReadLesson {
    guard case .readable(var lesson) = read, !lesson.frontMatter.data.isEmpty else { return read }
    lesson.data = folderLesson.data
    let missing = lesson.frontMatter.data.filter { pattern in !lesson.data.contains { pattern.matches($0.path) } }
    if !missing.isEmpty {
      let files = FileSystem.files(below: folder.path).filter { !$0.hasSuffix(".md") && !$0.hasPrefix(".") }
      lesson.diagnostics += missing.map { pattern in
        Diagnostic(
          .missingData, "no file of the course is '\(pattern.text)'\(Suggestion.clause(for: pattern.text, in: files))",
          in: lesson.source, at: pattern.position)
      }
      lesson.diagnostics.sort { $0.position < $1.position }
    }
    return .readable(lesson)
  }
}
