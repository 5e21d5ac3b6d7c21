internal import Foundation

/// Reads a course folder, or one lesson with the course around it.
package enum CourseReader {
  /// The course, and the slug of the lesson where one alone is asked for: its links and its place need the others too.
  ///
  /// - Parameter path: A course folder or one lesson, as the author gave it.
  /// - Throws: ``MachineFault`` where there is nothing to read there.
  package static func read(_ path: String) throws(MachineFault) -> (course: Course, only: String?) {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if FileSystem.isFolder(path) {
      let course = try read(folder: path, with: nil)
      if course.lessons.isEmpty {
        throw MachineFault(
          "no lessons in \(path); a lesson is a file such as \(path)/01-welcome.md ('lessons new lesson NAME' makes one)",
          cause: .usage)
      }
      return (course, nil)
    }
    guard FileSystem.exists(path) else {
      throw MachineFault(
        "there is no \(path); give a course folder or a lesson ('lessons new course NAME' makes one)", cause: .usage)
    }
    guard path.hasSuffix(".md") else { throw MachineFault("\(path) is not a lesson: its name must end in .md", cause: .usage) }
    let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
    let name = String(path.split(separator: "/").last ?? "")
    let course = try read(folder: folder.isEmpty ? "/" : folder, with: name)
    return (course, String(name.dropLast(3)))
  }

  /// - Parameter name: A file to read even where its name, such as `README.md`, is not a lesson's.
  private static func read(folder: String, with name: String?) throws(MachineFault) -> Course {
    var diagnostics: [Diagnostic] = []
    var file = CourseFile()
    let source = FileSystem.read(folder + "/course.yml").map { SourceText(path: join(folder, "course.yml"), bytes: $0) }
    if let source {
      if let fault = EncodingCheck.fault(in: source) {
        diagnostics.append(fault)
      } else {
        file = CourseFileReader.read(source, &diagnostics)
      }
    }
    let names = FileSystem.names(in: folder).filter { isLessonName($0) || $0 == name }
    // A course file that could not be read names no references: one fault there, not one in every lesson.
    let references = diagnostics.isEmpty ? file.references.map(\.id) : nil
    var lessons = Parallel.map(names, jobs: ProcessInfo.processInfo.activeProcessorCount) { name in
      lesson(name, in: folder, references: references)
    }.compactMap { $0 }
    lessons = ordered(lessons, by: file, in: source, &diagnostics)
    for (index, read) in lessons.enumerated() where LessonReader.number(of: read.slug) == nil {
      lessons[index].lesson?.number = index + 1
    }
    reportCollisions(lessons, &diagnostics)
    let support = FileSystem.names(in: folder + "/Support").filter { $0.hasSuffix(".swift") && !$0.hasPrefix(".") }.compactMap {
      name in
      FileSystem.read(folder + "/Support/" + name).map { SourceText(path: join(folder, "Support/" + name), bytes: $0) }
    }
    return Course(
      path: folder, file: file, source: source, lessons: lessons, support: support,
      theme: CourseThemeReader.read(folder + "/theme"), diagnostics: diagnostics)
  }

  /// Whether a file of a course folder is one of its lessons; a README, say, is read only where it is asked for by name.
  static func isLessonName(_ name: String) -> Bool {
    name.hasSuffix(".md") && !name.hasPrefix(".") && !name.hasPrefix("_") && name.lowercased() != "readme.md"
  }

  private static func join(_ folder: String, _ name: String) -> String { folder == "." ? name : folder + "/" + name }

  private static func lesson(_ name: String, in folder: String, references: [String]?) -> ReadLesson? {
    let path = folder + "/" + name
    let slug = String(name.dropLast(3))
    if FileSystem.isFolder(path) { return nil }
    func refused(_ kind: DiagnosticKind, _ message: String) -> ReadLesson {
      let source = SourceText(path: join(folder, name), bytes: [])
      return ReadLesson(source: source, slug: slug, lesson: nil, diagnostics: [Diagnostic(kind, message, in: source, at: 0)])
    }
    if let fault = slugFault(slug) { return refused(.slug, fault) }
    let resolved = FileSystem.resolved(path)
    guard FileSystem.isRegularFile(resolved) else { return refused(.encoding, "this is not a regular file, so it is not read") }
    if !resolved.hasPrefix(FileSystem.resolved(folder) + "/") {
      return refused(.encoding, "this link leads out of the course, so it is not read")
    }
    if let size = FileSystem.size(of: resolved), size > 1 << 20 {
      return refused(.tooComplex, "this lesson has \(size) bytes; the limit is \(1 << 20)")
    }
    guard let bytes = FileSystem.read(resolved) else {
      return refused(.encoding, "this lesson cannot be read; check its permissions")
    }
    return LessonReader.read(SourceText(path: join(folder, name), bytes: bytes), slug: slug, references: references)
  }

  /// Why a file name cannot be an address; nil where it can.
  private static func slugFault(_ slug: String) -> String? {
    if slug.isEmpty || slug.utf8.count > 200 { return "the name of a lesson has 1 to 200 bytes before .md" }
    let isPlain = slug.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
        || "-_. ".unicodeScalars.contains(scalar)
    }
    if !isPlain || slug.hasPrefix(" ") || slug.hasSuffix(" ") || slug.contains("..") {
      return "the name of a lesson may have letters, digits, '-', '_', '.' and inner blanks only"
    }
    let reserved = ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] }
    return reserved.contains(slug.lowercased()) ? "'\(slug)' is a reserved name on some systems; rename the lesson" : nil
  }

  /// The lessons of the parts first, then all others in the order of their names.
  private static func ordered(
    _ lessons: [ReadLesson], by file: CourseFile, in source: SourceText?, _ diagnostics: inout [Diagnostic]
  ) -> [ReadLesson] {
    var rest = lessons
    var ordered: [ReadLesson] = []
    let slugs = lessons.map(\.slug)
    for entry in file.parts.flatMap(\.lessons) {
      if let index = rest.firstIndex(where: { $0.slug == entry.slug }) {
        ordered.append(rest.remove(at: index))
      } else if let source {
        let isTwice = slugs.contains(entry.slug)
        let message =
          isTwice
          ? "the lesson '\(entry.slug)' is listed twice"
          : "no lesson '\(entry.slug)'\(Suggestion.clause(for: entry.slug, in: slugs))"
        diagnostics.append(Diagnostic(.courseFile, message, in: source, at: entry.position))
      }
    }
    for lesson in lessons {
      for required in lesson.lesson?.frontMatter.requires ?? [] where !slugs.contains(required.slug) {
        diagnostics.append(
          Diagnostic(
            .frontMatter, "no lesson '\(required.slug)'\(Suggestion.clause(for: required.slug, in: slugs))", in: lesson.source,
            at: required.position))
      }
    }
    return ordered + rest
  }

  /// Two names that differ in case only are one file on some systems.
  private static func reportCollisions(_ lessons: [ReadLesson], _ diagnostics: inout [Diagnostic]) {
    var first: [String: ReadLesson] = [:]
    for lesson in lessons.sorted(by: { $0.slug < $1.slug }) {
      let folded = lesson.slug.lowercased()
      if let other = first[folded] {
        diagnostics.append(
          Diagnostic(
            .slug, "this lesson and \(other.source.path) have the same address but for case; rename one", in: lesson.source,
            at: 0))
      }
      first[folded] = lesson
    }
  }
}
