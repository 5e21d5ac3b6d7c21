import Foundation
package import LessonModel
import LessonReading
package import Machine

/// A course that was read, and what was asked for of it.
package struct CourseReading: Sendable {
  package var course: Course
  /// The slug of the lesson where one alone is asked for: its links and its place need the others too.
  package var only: String?

  /// The lessons that were asked for.
  package var lessons: [ReadLesson] { course.lessons.filter { only == nil || $0.slug == only } }
}

/// Reads a course folder, or one lesson with the course around it.
package enum CourseReader {
  /// - Parameter path: A course folder or one lesson, as the author gave it.
  /// - Throws: ``MachineFault`` where there is nothing to read there.
  package static func read(_ path: String) throws(MachineFault) -> CourseReading {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if FileSystem.isFolder(path) {
      let course = course(path, with: nil)
      if course.lessons.isEmpty {
        throw MachineFault(
          "no lessons in \(path); a lesson is a file such as \(path)/01-welcome.md ('lessons new lesson NAME' makes one)",
          cause: .usage)
      }
      return CourseReading(course: course)
    }
    guard FileSystem.exists(path) else {
      throw MachineFault(
        "there is no \(path); give a course folder or a lesson ('lessons new course NAME' makes one)", cause: .usage)
    }
    guard path.hasSuffix(".md") else { throw MachineFault("\(path) is not a lesson: its name must end in .md", cause: .usage) }
    let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
    let name = String(path.split(separator: "/").last ?? "")
    return CourseReading(course: course(folder.isEmpty ? "/" : folder, with: name), only: String(name.dropLast(3)))
  }

  /// - Parameter name: A file to read even where its name, such as `README.md`, is not a lesson's.
  private static func course(_ folder: String, with name: String?) -> Course {
    let source = text("course.yml", in: folder)
    let (file, diagnostics) = source.map(CourseFileReader.read(courseFile:)) ?? (CourseFile(), [])
    // A course file that could not be read names no references: one fault there, not one in every lesson.
    let references = diagnostics.isEmpty ? file.references.map(\.id) : nil
    let names = FileSystem.names(in: folder).filter { Course.isLessonName($0) || $0 == name }
    let lessons = Parallel.map(names, jobs: ProcessInfo.processInfo.activeProcessorCount) { name in
      lesson(name, in: folder, references: references)
    }.compactMap { $0 }
    let ordered = CourseAssembler.ordered(lessons, by: file, in: source)
    return Course(
      path: folder, folderName: FileSystem.absolute(folder).split(separator: "/").last.map(String.init) ?? "", file: file,
      source: source, lessons: ordered.lessons, support: support(of: folder),
      neighbors: neighbors(of: ordered.lessons.readable, in: folder), theme: theme(folder + "/theme"),
      diagnostics: diagnostics + ordered.diagnostics)
  }

  private static func join(_ folder: String, _ name: String) -> String { folder == "." ? name : folder + "/" + name }

  private static func text(_ name: String, in folder: String) -> SourceText? {
    FileSystem.read(folder + "/" + name).map { SourceText(path: join(folder, name), bytes: $0) }
  }

  /// A lesson's file; nil for a folder of that name.
  private static func lesson(_ name: String, in folder: String, references: [String]?) -> ReadLesson? {
    let path = folder + "/" + name
    let slug = String(name.dropLast(3))
    if FileSystem.isFolder(path) { return nil }
    func refused(_ kind: DiagnosticKind, _ message: String) -> ReadLesson {
      let source = SourceText(path: join(folder, name), bytes: [])
      return .refused(RefusedLesson(source: source, slug: slug, diagnostics: [Diagnostic(kind, message, in: source, at: 0)]))
    }
    if let fault = CourseAssembler.slugFault(slug) { return refused(.slug, fault) }
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

  private static func support(of folder: String) -> [SourceText] {
    FileSystem.names(in: folder + "/Support").filter { $0.hasSuffix(".swift") && !$0.hasPrefix(".") }.compactMap { name in
      text("Support/" + name, in: folder)
    }
  }

  /// What the links and images of the lessons lead to beside them; nothing that a symbolic link leads out of the course.
  private static func neighbors(of lessons: [Lesson], in folder: String) -> [String: CourseNeighbor] {
    let root = FileSystem.resolved(folder) + "/"
    return Set(lessons.flatMap(\.linkDestinations).compactMap(CourseLinks.path)).reduce(into: [:]) { neighbors, path in
      let found = FileSystem.resolved(folder + "/" + path)
      guard !path.isEmpty, found.hasPrefix(root) else { return }
      if FileSystem.isRegularFile(found) {
        neighbors[path] = FileSystem.read(found).map(CourseNeighbor.file)
      } else if FileSystem.isFolder(found) {
        neighbors[path] = .folder
      }
    }
  }

  /// The folder `theme` of a course; one that is not there is a theme that changes nothing.
  private static func theme(_ folder: String) -> CourseTheme {
    var theme = CourseTheme()
    for name in FileSystem.files(below: folder) where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      // A link that leads out of the folder would publish what is not the course's.
      let file = FileSystem.resolved(folder + "/" + name)
      guard file.hasPrefix(FileSystem.resolved(folder) + "/"), let bytes = FileSystem.read(file) else { continue }
      switch name {
      case "header.html": theme.header = String(decoding: bytes, as: UTF8.self)
      case "footer.html": theme.footer = String(decoding: bytes, as: UTF8.self)
      case "head.html": theme.head = String(decoding: bytes, as: UTF8.self)
      default: theme.files.append(SiteFile(path: name, bytes: bytes))
      }
    }
    return theme
  }
}
