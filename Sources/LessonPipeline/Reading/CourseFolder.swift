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
  /// In the order of their names.
  package var lessons: [Lesson] = []
  /// `Support/*.swift`, by their names in that folder.
  package var support: [SiteFile] = []
  /// The folder `theme`, by their paths from it.
  package var theme: [SiteFile] = []

  /// What is in the folder.
  private var names: [String] = []

  package struct Lesson: Sendable {
    package var name: String
    package var content: Content
    /// The files that it says its blocks may read, by their paths from the course.
    package var data: [SiteFile] = []

    package var slug: String { String(name.dropLast(3)) }
  }

  package enum Content: Sendable, Equatable {
    case bytes([UInt8])
    /// The file is none that can be read, and why.
    case refused(DiagnosticKind, String)
  }

  /// - Parameter path: A course folder or one lesson, as the author gave it.
  /// - Throws: ``MachineFault`` where there is nothing to read there.
  package static func read(_ path: String) throws(MachineFault) -> CourseFolder {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    if FileSystem.isFolder(path) {
      let folder = try CourseFolder(path, with: nil)
      if folder.lessons.isEmpty {
        throw MachineFault(
          "no lessons in \(path); a lesson is a file such as \(path)/01-welcome.md ('lessons new lesson NAME' makes one)",
          cause: .usage)
      }
      return folder
    }
    guard FileSystem.exists(path) else {
      throw MachineFault(
        "there is no \(path); give a course folder or a lesson ('lessons new course NAME' makes one)", cause: .usage)
    }
    guard path.hasSuffix(".md") else { throw MachineFault("\(path) is not a lesson: its name must end in .md", cause: .usage) }
    let folder = path.contains("/") ? String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) : "."
    let name = String(path.split(separator: "/").last ?? "")
    return try CourseFolder(folder.isEmpty ? "/" : folder, with: name)
  }

  /// - Parameter name: A file to read even where its name, such as `README.md`, is not a lesson's.
  private init(_ folder: String, with name: String?) throws(MachineFault) {
    path = folder
    only = name.map { String($0.dropLast(3)) }
    // A file that is there and cannot be read is not the same as none: the site would silently be another.
    let root = FileSystem.resolved(folder) + "/"
    // What a link leads to outside of the course would be published, or quoted in messages.
    for name in ["course.yml", "theme", "Support"] where FileSystem.exists(folder + "/" + name) {
      if !FileSystem.resolved(folder + "/" + name).hasPrefix(root) {
        throw MachineFault("\(folder)/\(name) is a link that leads out of the course; put the files themselves there")
      }
    }
    courseFile = try FileSystem.readIfThere(folder + "/course.yml")
    names = try FileSystem.allNames(in: folder)
    lessons = names.filter { Course.isLessonName($0) || $0 == name }.compactMap { name in
      Self.content(name, in: folder, root).map { content in
        Lesson(name: name, content: content, data: Self.data(of: content, in: folder, root))
      }
    }
    for name in try FileSystem.allNames(in: folder + "/Support") where name.hasSuffix(".swift") && !name.hasPrefix(".") {
      let file = FileSystem.resolved(folder + "/Support/" + name)
      guard FileSystem.isRegularFile(file) else { continue }
      if !file.hasPrefix(root) {
        throw MachineFault("\(folder)/Support/\(name) is a link that leads out of the course; put the file itself there")
      }
      guard let bytes = try FileSystem.readIfThere(file) else { continue }
      support.append(SiteFile(path: name, bytes: bytes))
    }
    let theme = folder + "/theme"
    for name in try FileSystem.allFiles(below: theme) where !name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) {
      // A link that leads out of the folder would publish what is not the course's.
      let file = FileSystem.resolved(theme + "/" + name)
      guard file.hasPrefix(FileSystem.resolved(theme) + "/"), FileSystem.isRegularFile(file),
        let bytes = try FileSystem.readIfThere(file)
      else { continue }
      self.theme.append(SiteFile(path: name, bytes: bytes))
    }
  }

  /// The files that a lesson declares; nothing that a symbolic link leads out of the course.
  private static func data(of content: Content, in folder: String, _ root: String) -> [SiteFile] {
    guard case .bytes(let bytes) = content else { return [] }
    let patterns = LessonReader.data(of: SourceText(path: "", bytes: bytes))
    let paths = patterns.flatMap { pattern -> [String] in
      guard let base = pattern.folder else { return [pattern.text] }
      let below = base.isEmpty ? folder : folder + "/" + base
      return FileSystem.files(below: below).map { base.isEmpty ? $0 : base + "/" + $0 }.filter(pattern.matches)
    }
    return Set(paths).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.compactMap { path in
      let found = FileSystem.resolved(folder + "/" + path)
      guard found.hasPrefix(root), FileSystem.isRegularFile(found), (FileSystem.size(of: found) ?? 0) <= mostDataBytes else {
        return nil
      }
      return FileSystem.read(found).map { SiteFile(path: path, bytes: $0) }
    }
  }

  /// What one file that a lesson reads may hold.
  private static let mostDataBytes = 32 << 20

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
  func removeDeadDrafts() { FileSystem.removeDeadDrafts(in: path, among: names) }

  /// The folder's own name.
  package var name: String { FileSystem.absolute(path).split(separator: "/").last.map(String.init) ?? "" }

  /// The path of a file in it, as messages show it.
  package func joined(_ name: String) -> String { path == "." ? name : path + "/" + name }

  /// What stands at the paths that links and images of lessons name; nothing that a symbolic link leads out of the course.
  package func neighbors(_ paths: Set<String>) -> [String: CourseNeighbor] {
    let root = FileSystem.resolved(path) + "/"
    return paths.reduce(into: [:]) { neighbors, path in
      let found = FileSystem.resolved(self.path + "/" + path)
      guard !path.isEmpty, found.hasPrefix(root) else { return }
      if FileSystem.isRegularFile(found) {
        neighbors[path] = FileSystem.read(found).map(CourseNeighbor.file)
      } else if FileSystem.isFolder(found) {
        neighbors[path] = .folder
      }
    }
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
