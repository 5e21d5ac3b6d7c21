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

  /// Without what the course says of the texts of lessons that were not asked for.
  fileprivate var toTheQuestion: CourseReading {
    guard let asked else { return self }
    let silent = Set(course.lessons.filter { !asked.contains($0.slug) }.map(\.source.path))
    var reading = self
    reading.course.diagnostics.removeAll { silent.contains($0.path) }
    return reading
  }
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
    var reading = course(folder, courseFile(of: folder)) { lesson($0, of: folder, terms: $1, memory[$0.slug].swift) }
    reading.shard = shard
    return reading.toTheQuestion
  }

  /// - Parameters:
  ///   - courseFile: The course file as it was read.
  ///   - read: Reads a lesson, given what it has to know of the course.
  static func course(
    _ folder: CourseFolder, _ courseFile: (CourseFile, SourceText?, [Diagnostic]),
    _ read: @escaping @Sendable (CourseFolder.Lesson, CourseTerms) -> ReadLesson
  ) -> CourseReading {
    let (file, source, diagnostics) = courseFile
    let terms = CourseTerms(file)
    let lessons = Parallel.map(folder.lessons, jobs: ProcessInfo.processInfo.activeProcessorCount) { read($0, terms) }
    let ordered = CourseAssembler.ordered(lessons, by: file, in: source)
    let readable = ordered.lessons.readable
    // Where no lessons are read from the folders below, Markdown there is a file like others.
    let unread = folder.holdsFolders ? [] : readable.flatMap(\.linkedLessons).filter { $0.contains("/") }.map { $0 + ".md" }
    var course = Course(
      path: folder.path, folderName: folder.name, file: file, source: source, lessons: ordered.lessons,
      support: folder.support.map { SourceText(path: folder.joined("Support/" + $0.path), bytes: $0.bytes) },
      neighbors: folder.neighbors(Set(readable.flatMap(\.pathsBeside) + unread)),
      theme: folder.courseTheme, diagnostics: diagnostics + folder.diagnostics + ordered.diagnostics)
    course.data = folder.data
    return CourseReading(course: course, only: folder.only).toTheQuestion
  }

  /// The course file with what is wrong with it.
  static func courseFile(of folder: CourseFolder) -> (CourseFile, SourceText?, [Diagnostic]) {
    guard let bytes = folder.courseFile else {
      // A README beside a package speaks of it.
      return (CourseFile(packagePlace: folder.hasPackage ? .beside : nil), nil, [])
    }
    let source = SourceText(path: folder.joined("course.yml"), bytes: bytes)
    let (file, faults) = CourseFileReader.read(courseFile: source)
    var diagnostics = faults
    if let place = file.packagePlace, let position = place.position,
      !FileSystem.exists("\(folder.path)/\(place.path)/Package.swift")
    {
      diagnostics.append(
        Diagnostic(
          .package, "there is no Package.swift in \(place.shown(from: folder.path)); 'package' is a path from the course",
          in: source, at: position))
    }
    return (file, source, diagnostics)
  }

  static func lesson(
    _ lesson: CourseFolder.Lesson, of folder: CourseFolder, terms: CourseTerms, _ swift: SwiftReadings
  ) -> ReadLesson {
    let path = folder.joined(lesson.name)
    switch lesson.content {
    case .bytes(let bytes):
      let source = SourceText(path: path, bytes: bytes)
      let read = LessonReader.read(
        source, slug: lesson.slug, references: terms.references, language: terms.language, swift: swift)
      return withData(dated(read, lesson.changed), lesson, of: folder)
    case .refused(let kind, let message):
      let source = SourceText(path: path, bytes: [])
      let fault = Diagnostic(kind, message, in: source, at: 0)
      return .refused(RefusedLesson(source: source, slug: lesson.slug, diagnostics: [fault]))
    }
  }

  private static func dated(_ read: ReadLesson, _ changed: String?) -> ReadLesson {
    guard case .readable(var lesson) = read else { return read }
    lesson.changed = changed
    return .readable(lesson)
  }

  /// A lesson with the files that it may read; what it names and is not there is a mistake in its text.
  private static func withData(_ read: ReadLesson, _ folderLesson: CourseFolder.Lesson, of folder: CourseFolder) -> ReadLesson {
    guard case .readable(var lesson) = read, !lesson.frontMatter.data.isEmpty else { return read }
    lesson.data = folderLesson.data
    let oversized = folderLesson.oversized
    lesson.diagnostics += lesson.frontMatter.data.flatMap { pattern in
      oversized.filter { pattern.matches($0.path) }.map { file in
        Diagnostic(
          .missingData,
          "'\(file.path)' is too large: it has \(file.bytes >> 20) MiB, and a lesson reads "
            + "files of at most \(CourseFolder.mostDataBytes >> 20) MiB",
          in: lesson.source, at: pattern.position)
      }
    }
    let found = lesson.data.map(\.path) + oversized.map(\.path)
    let missing = lesson.frontMatter.data.filter { pattern in !found.contains(where: pattern.matches) }
    if !missing.isEmpty {
      let files = FileSystem.files(below: folder.path).filter {
        !$0.hasSuffix(".md") && !$0.hasPrefix(".") && $0 != "course.yml"
      }
      lesson.diagnostics += missing.map { pattern in
        Diagnostic(
          .missingData, "no file of the course is '\(pattern.text)'\(Suggestion.clause(for: pattern.text, in: files))",
          in: lesson.source, at: pattern.position)
      }
    }
    lesson.diagnostics.sort { $0.position < $1.position }
    return .readable(lesson)
  }
}
