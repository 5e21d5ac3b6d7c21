import Foundation
package import LessonModel
import LessonReading
package import Machine

/// The files of a course as they stand on the disk, read once and not yet understood.
package struct CourseFolder: Sendable {
  /// The folder, as the author gave it.
  package var path: String
  /// The slug of the lesson where one alone is asked for.
  package var only: String?
  package var courseFile: [UInt8]?
  /// Whether it is the folder of a Swift package.
  package var hasPackage = false
  /// In the order of their paths.
  package var lessons: [Lesson] = []
  /// `Support/**/*.swift`, by their paths from that folder.
  package var support: [SiteFile] = []
  /// The folder `theme`, by their paths from it.
  package var theme: [SiteFile] = []

  /// Whether lessons in folders below are among them: not beside a file that is no course's, for these may be a whole disk.
  package var holdsFolders = true

  /// What is in the folder and in those below that may hold lessons, by their paths from it.
  private var names: [String: [String]] = [:]

  /// When anything in it was last changed, by the history of its repository; nil where nobody knows.
  package var changed: String?

  /// Files that are not read.
  package var skipped: [Skipped] = []

  /// A file that is not read, by its path in the course, and why.
  package struct Skipped: Sendable, Equatable {
    package var name: String
    package var reason: Reason

    package enum Reason: Sendable, Equatable { case outside, special, ending }
  }

  package struct Lesson: Sendable {
    /// Its path from the course's folder.
    package var name: String
    package var content: Content
    /// The files that it says its blocks may read, by their paths from the course.
    package var data: [SiteFile] = []
    /// Those of them that are too large to be read.
    package var oversized: [Oversized] = []
    /// When it was last changed, by the history of its repository; nil where nobody knows.
    package var changed: String?

    package var slug: String { String(name.dropLast(3)) }
  }

  /// A file that is too large to be read, by its path from the course.
  package struct Oversized: Sendable, Equatable {
    package var path: String
    package var bytes: Int
  }

  package enum Content: Sendable, Equatable {
    case bytes([UInt8])
    /// The file is none that can be read, and why.
    case refused(DiagnosticKind, String)
  }

  /// - Parameter path: A course folder or one lesson, as the author gave it.
  /// - Throws: ``MachineFault`` where there is nothing to read there.
  package static func read(_ path: String) throws(MachineFault) -> CourseFolder {
    let path = WrongPath.meant(by: path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path)
    if FileSystem.isFolder(path) {
      if let fault = WrongPath.aboveCourse(path) { throw fault }
      let folder = try CourseFolder(path, with: nil)
      if folder.lessons.isEmpty { throw WrongPath.withoutLessons(path) }
      return folder
    }
    guard FileSystem.exists(path) else { throw WrongPath.missing(path) }
    guard path.hasSuffix(".md") else { throw MachineFault("\(path) is not a lesson: its name must end in .md", cause: .usage) }
    let place = CoursePlace(of: path)
    return try CourseFolder(place.folder, with: place.name)
  }

  /// - Parameter name: A file to read even where its name, such as `README.md`, is not a lesson's.
  private init(_ folder: String, with name: String?) throws(MachineFault) {
    path = folder
    only = name.map { String($0.dropLast(3)) }
    courseFile = try read("course.yml")
    hasPackage = FileSystem.exists(folder + "/Package.swift")
    let root = FileSystem.resolved(folder) + "/"
    holdsFolders = name == nil || courseFile != nil || FileSystem.name(of: folder) == "lessons"
    try look(into: "")
    let paths = names.flatMap { folder, names in names.map { folder.isEmpty ? $0 : folder + "/" + $0 } }
    lessons = paths.filter { Course.isLessonName($0) || $0 == name }.sorted {
      LessonPath.isBefore(String($0.dropLast(3)), String($1.dropLast(3)))
    }.compactMap { name in
      Self.content(name, in: folder, root).map { content in
        let (data, oversized) = Self.data(of: content, in: folder, root)
        return Lesson(name: name, content: content, data: data, oversized: oversized)
      }
    }
    // Beside a file that is no course's, others are nobody's lessons.
    if name == nil || courseFile != nil {
      skipped += paths.filter(Self.looksLikeLesson).sorted().map { Skipped(name: $0, reason: .ending) }
    }
    for name in try isInside("Support") ? FileSystem.allFiles(below: folder + "/Support") : []
    where name.hasSuffix(".swift") && !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      if let bytes = try read("Support/" + name) { support.append(SiteFile(path: name, bytes: bytes)) }
    }
    for name in try isInside("theme") ? FileSystem.allFiles(below: folder + "/theme") : []
    where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      if let bytes = try read("theme/" + name) { theme.append(SiteFile(path: name, bytes: bytes)) }
    }
  }

  /// Notes what is in a folder and in those below that may hold lessons. No link is followed: it may lead in a circle.
  private mutating func look(into below: String) throws(MachineFault) {
    let place = below.isEmpty ? path : path + "/" + below
    let found = try FileSystem.allNames(in: place)
    names[below] = found
    for name in found where holdsFolders && Course.mayHoldLessons(name, isTop: below.isEmpty) {
      if !name.hasSuffix(".md"), FileSystem.isFolderItself(place + "/" + name) {
        try look(into: below.isEmpty ? name : below + "/" + name)
      }
    }
  }

  /// Whether a file would be a lesson but for the ending of its name, which other tools know and this one does not.
  static func looksLikeLesson(_ path: String) -> Bool {
    guard let dot = path.lastIndex(of: "."), !path.hasSuffix(".md") else { return false }
    return ["md", "markdown", "mdown", "mkd", "mdx", "qmd", "rmd"].contains(path[path.index(after: dot)...].lowercased())
      && Course.isLessonName(path[..<dot] + ".md")
  }

  /// Whether a folder lies in the course; noted where it is a link that leads out of it.
  private mutating func isInside(_ name: String) -> Bool {
    guard case .outside? = neighbors([name])[name] else { return true }
    skipped.append(Skipped(name: name, reason: .outside))
    return false
  }

  /// The bytes of a file of the course; nil where there is none, and noted where there is something else. A link that leads out
  /// would publish what is not the course's, and a pipe would be waited for without end.
  ///
  /// - Throws: ``MachineFault`` where it is there and cannot be read: that is not the same as none, for the site would silently
  ///   be another.
  private mutating func read(_ name: String) throws(MachineFault) -> [UInt8]? {
    switch neighbors([name])[name] {
    case .file(let bytes): return bytes
    case .outside: skipped.append(Skipped(name: name, reason: .outside))
    case .special: skipped.append(Skipped(name: name, reason: .special))
    case .folder where name != "course.yml": break
    case .folder, nil: return try FileSystem.readIfThere(path + "/" + name)
    }
    return nil
  }

  /// What is told of the files that are not read.
  package var diagnostics: [Diagnostic] {
    skipped.map { file in
      let source = SourceText(path: joined(file.name), bytes: [])
      return switch file.reason {
      case .outside:
        Diagnostic(
          .courseFile, "this link leads out of the course, so it is not read; put a copy in its place", in: source, at: 0)
      case .special:
        Diagnostic(.courseFile, "this is not a regular file, so it is not read", in: source, at: 0, severity: .warning)
      case .ending:
        Diagnostic(
          .slug, "this is not read, for the name of a lesson ends in '.md'; rename it, or begin its name with '_'", in: source,
          at: 0, severity: .warning)
      }
    }
  }

  /// The files that a lesson declares; nothing that a symbolic link leads out of the course.
  private static func data(
    of content: Content, in folder: String, _ root: String
  ) -> (files: [SiteFile], oversized: [Oversized]) {
    guard case .bytes(let bytes) = content else { return ([], []) }
    let patterns = LessonReader.data(of: SourceText(path: "", bytes: bytes))
    let paths = patterns.flatMap { pattern -> [String] in
      guard let base = pattern.folder else { return [pattern.text] }
      let below = base.isEmpty ? folder : folder + "/" + base
      return FileSystem.files(below: below).map { base.isEmpty ? $0 : base + "/" + $0 }.filter(pattern.matches)
    }
    var (files, oversized) = ([] as [SiteFile], [] as [Oversized])
    for path in Set(paths).sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) {
      let found = FileSystem.resolved(folder + "/" + path)
      guard found.hasPrefix(root), FileSystem.isRegularFile(found) else { continue }
      if let size = FileSystem.size(of: found), size > mostDataBytes {
        oversized.append(Oversized(path: path, bytes: size))
      } else if let bytes = FileSystem.read(found) {
        files.append(SiteFile(path: path, bytes: bytes))
      }
    }
    return (files, oversized)
  }

  /// What one file that a lesson reads may hold.
  static let mostDataBytes = 32 << 20

  /// A lesson's file; nil for a folder of that name.
  private static func content(_ name: String, in folder: String, _ root: String) -> Content? {
    let path = folder + "/" + name
    if FileSystem.isFolder(path) { return nil }
    if let fault = CourseAssembler.slugFault(String(name.dropLast(3))) { return .refused(.slug, fault) }
    let resolved = FileSystem.resolved(path)
    guard FileSystem.isRegularFile(resolved) else {
      return .refused(.encoding, "this is not a regular file, so it is not read")
    }
    if !resolved.hasPrefix(root) {
      return .refused(.encoding, "this link leads out of the course, so it is not read")
    }
    if let size = FileSystem.size(of: resolved), size > 1 << 20 {
      return .refused(.tooComplex, "this lesson has \(size) bytes; the limit is \(1 << 20)")
    }
    guard let bytes = FileSystem.read(resolved) else {
      return .refused(.encoding, "this lesson cannot be read; check its permissions")
    }
    return .bytes(bytes)
  }

  /// Removes what an `accept` that was killed has left beside the lessons.
  func removeDeadDrafts() {
    for (folder, names) in names {
      FileSystem.removeDeadDrafts(in: folder.isEmpty ? path : path + "/" + folder, among: names)
    }
  }

  /// The folder's own name.
  package var name: String { FileSystem.absolute(path).split(separator: "/").last.map(String.init) ?? "" }

  /// The path of a file in it, as messages show it.
  package func joined(_ name: String) -> String { path == "." ? name : path + "/" + name }

  /// What stands at the paths that links and images of lessons name; of what a symbolic link leads to out of the
  /// course no more than that.
  package func neighbors(_ paths: Set<String>) -> [String: CourseNeighbor] {
    let root = FileSystem.resolved(path) + "/"
    return paths.reduce(into: [:]) { neighbors, path in
      let found = FileSystem.resolved(self.path + "/" + path)
      guard !path.isEmpty, FileSystem.exists(found) else { return }
      if !found.hasPrefix(root) {
        neighbors[path] = .outside
      } else if FileSystem.isRegularFile(found) {
        neighbors[path] = FileSystem.read(found).map(CourseNeighbor.file)
      } else {
        neighbors[path] = FileSystem.isFolder(found) ? .folder : .special
      }
    }
  }

  /// What all its lessons declare as their data and readers may have, each file once.
  var data: [SiteFile] {
    var seen: Set<String> = []
    return lessons.flatMap(\.data).along.filter { seen.insert($0.path).inserted }
  }

  /// What the folder `theme` puts in the place of parts of the pages; one that is not there changes nothing.
  package var courseTheme: CourseTheme {
    var theme = CourseTheme()
    for file in self.theme {
      switch file.path {
      case "header.html": theme.header = String(decoding: file.bytes, as: UTF8.self)
      case "footer.html": theme.footer = String(decoding: file.bytes, as: UTF8.self)
      case "head.html": theme.head = String(decoding: file.bytes, as: UTF8.self)
      default: theme.files.append(file)
      }
    }
    return theme
  }
}
