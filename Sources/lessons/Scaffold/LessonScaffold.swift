import LessonModel
import LessonPipeline
import Machine

/// One more lesson of a course: where it goes, and what stands in it at first.
struct LessonScaffold: Sendable, Equatable {
  let path: String
  let title: String
  var text: String { Template.lesson(title: title) }

  /// - Parameters:
  ///   - given: A title, or the name of a file.
  ///   - folder: The course.
  init(_ given: String, course folder: String) throws(MachineFault) {
    guard FileSystem.isFolder(folder) else {
      if FileSystem.exists("course.yml") {
        throw MachineFault("there is no \(folder) here; this folder is a course itself: give --course .", cause: .usage)
      }
      throw MachineFault("there is no course in \(folder); 'lessons new course NAME' makes one", cause: .usage)
    }
    let name = LessonName(given)
    guard !name.slug.isEmpty else {
      throw MachineFault("'\(given)' has no letters to make a file name of", cause: .usage)
    }
    let last =
      FileSystem.names(in: folder).filter { $0.hasSuffix(".md") }
      .compactMap { Int($0.prefix { $0.isASCII && $0.isNumber }) }.max() ?? 0
    let number = name.number ?? (last + 1 < 10 ? "0\(last + 1)" : "\(last + 1)")
    title = name.title
    path = (folder == "." ? "" : folder + "/") + "\(number)-\(name.slug).md"
    if FileSystem.isThere(path) { throw MachineFault("\(path) exists already; give another name", cause: .usage) }
  }
}
