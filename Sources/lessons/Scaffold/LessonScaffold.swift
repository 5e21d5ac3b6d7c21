import LessonModel
import LessonPipeline
import Machine

/// One more lesson of a course: where it goes, and what stands in it at first.
struct LessonScaffold: Sendable, Equatable {
  let path: String
  let title: String
  var text: String { Template.lesson(title: title) }

  /// - Parameters:
  ///   - given: A title, or the name of a file with the folders that it lies in below the course.
  ///   - folder: The course.
  init(_ given: String, course folder: String) throws(MachineFault) {
    guard FileSystem.isFolder(folder) else {
      if FileSystem.exists("course.yml") {
        throw MachineFault("there is no \(folder) here; this folder is a course itself: give --course .", cause: .usage)
      }
      throw MachineFault("there is no course in \(folder); 'lessons new course NAME' makes one", cause: .usage)
    }
    let (below, name) = Self.parts(of: given, in: folder)
    guard below.isEmpty || Course.isLessonName(below + "/a.md") else {
      throw MachineFault("lessons cannot lie in '\(below)'; give the name of a folder below \(folder)", cause: .usage)
    }
    let place = [folder == "." ? "" : folder, below].filter { !$0.isEmpty }.joined(separator: "/")
    guard !name.slug.isEmpty else {
      throw MachineFault("'\(given)' has no letters to make a file name of", cause: .usage)
    }
    let last = try Self.last(in: below, of: folder)
    let number = name.number ?? (last + 1 < 10 ? "0\(last + 1)" : "\(last + 1)")
    title = name.title
    // The list of terms is no step of the course: pages and lessons lead to it by this name.
    let file = name.number == nil && name.slug == "glossary" ? name.slug : "\(number)-\(name.slug)"
    path = (place.isEmpty ? "" : place + "/") + file + ".md"
    if FileSystem.isThere(path) { throw MachineFault("\(path) exists already; give another name", cause: .usage) }
  }

  /// The number of the last lesson: of the course where its folders count on, each from where another ends, else of the folder.
  private static func last(in folder: String, of course: String) throws(MachineFault) -> Int {
    let numbered = try FileSystem.allFiles(below: course).filter(Course.isLessonName).compactMap { path in
      Int(FileSystem.name(of: path).prefix { $0.isASCII && $0.isNumber }).map { (path: path, number: $0) }
    }
    let folders = Set(numbered.map { FileSystem.parent(of: $0.path) })
    let countsOn = folders.count > 1 && Set(numbered.map(\.number)).count == numbered.count
    return numbered.filter { countsOn || FileSystem.parent(of: $0.path) == folder }
      .map(\.number).max() ?? 0
  }

  /// The folder below the course, and the rest. A title may have strokes too, so a path ends in `.md` or names a folder that
  /// is there.
  private static func parts(of given: String, in course: String) -> (folder: String, name: LessonName) {
    let path = given.hasPrefix(course + "/") ? String(given.dropFirst(course.count + 1)) : given
    guard let stroke = path.lastIndex(of: "/"), path.hasSuffix(".md") || FileSystem.isFolder(course + "/" + path[..<stroke])
    else { return ("", LessonName(path)) }
    return (String(path[..<stroke]), LessonName(String(path[path.index(after: stroke)...])))
  }
}
