import LessonModel
package import Machine

/// What is said of a path at which there is no course and no lesson: what is there instead, and what was most likely meant.
package enum WrongPath {
  /// The path of the lesson that is given by its name alone, as course files and front matter do; every other path as it is.
  package static func meant(by path: String) -> String {
    FileSystem.exists(path) ? path : lesson(of: "lessons", named: path) ?? path
  }

  /// There is nothing at the path.
  package static func missing(_ path: String) -> MachineFault {
    let path = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    let parent = path.contains("/") ? FileSystem.parent(of: FileSystem.absolute(path)) : FileSystem.absolute(".")
    let isPlain = !path.contains("/")
    if isPlain, isCourse(".") {
      return fault("there is no \(path) here; this folder is a course itself: give '.' for it")
    }
    guard FileSystem.isFolder(parent) else {
      return fault("there is no \(path), for there is no folder \(FileSystem.parent(of: path)); \(advice)")
    }
    let names = FileSystem.names(in: parent).filter {
      Course.isLessonName($0) || FileSystem.isFolder(parent + "/" + $0) && isCourse(parent + "/" + $0)
    }
    let name = FileSystem.name(of: path)
    let prefix = path.dropLast(name.count)
    if let meant = nearest(to: name, in: names) { return fault("there is no \(path); did you mean \(prefix)\(meant)?") }
    if isPlain, let meant = guess(in: "lessons", at: name) { return fault("there is no \(path); did you mean \(meant)?") }
    if path == "lessons" {
      let choices = FileSystem.exists("README.md") ? "README.md for the document here, \(advised)" : advised
      return fault("there is no folder 'lessons' here; give \(choices)")
    }
    return fault("there is no \(path); \(advice)")
  }

  /// The path is a folder without lessons.
  package static func withoutLessons(_ path: String) -> MachineFault {
    let inner = path == "." ? "lessons" : path + "/lessons"
    if isCourse(inner) { return fault("no lessons in \(path) itself: the course is \(inner)") }
    if let other = FileSystem.names(in: path).first(where: CourseFolder.looksLikeLesson) {
      return fault("no lessons in \(path): the name of a lesson ends in '.md', and that of \(other) does not")
    }
    return fault(
      "no lessons in \(path); a lesson is a file such as \(path)/01-welcome.md ('lessons new lesson NAME' makes one)")
  }

  /// What is said of a folder that is none of a course and has the course in its folder `lessons`; nil for every other.
  package static func aboveCourse(_ path: String) -> MachineFault? {
    isCourse(path) || !isCourse(path + "/lessons") ? nil : withoutLessons(path)
  }

  private static func slugs(of course: String) -> [String]? {
    guard isCourse(course), let files = try? FileSystem.allFiles(below: course) else { return nil }
    return files.filter(Course.isLessonName).map { String($0.dropLast(3)) }
  }

  private static func lesson(of course: String, named name: String) -> String? {
    guard let slugs = slugs(of: course) else { return nil }
    let bare = name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    return LessonNames(slugs).slug(bare).map { "\(course)/\($0).md" }
  }

  /// The lesson whose name is like a word, or the only one that has it in its name.
  private static func guess(in course: String, at word: String) -> String? {
    guard let slugs = slugs(of: course) else { return nil }
    let (names, word) = (slugs.map { bare(String(LessonPath.file(of: $0))) }, bare(word))
    let holding = names.indices.filter { word.count > 2 && names[$0].contains(word) }
    let place = holding.count == 1 ? holding[0] : nearest(to: word, in: names).flatMap(names.firstIndex(of:))
    return place.map { "\(course)/\(slugs[$0]).md" }
  }

  private static func bare(_ name: String) -> String {
    String((name.hasSuffix(".md") ? String(name.dropLast(3)) : name).drop { $0.isNumber || $0 == "-" })
  }

  /// A slip of the keyboard, or a name without its number or its ending.
  private static func nearest(to name: String, in names: [String]) -> String? {
    return names.first { !bare(name).isEmpty && bare($0) == bare(name) } ?? Suggestion.nearest(to: name, in: names)
  }

  private static func isCourse(_ folder: String) -> Bool {
    FileSystem.exists(folder + "/course.yml")
      || FileSystem.names(in: folder).contains { $0.first?.isNumber == true && Course.isLessonName($0) }
  }

  private static func fault(_ message: String) -> MachineFault { MachineFault(message, cause: .usage) }

  private static let advised = "a course folder or a lesson ('lessons new course NAME' makes one)"
  private static let advice = "give \(advised)"
}
