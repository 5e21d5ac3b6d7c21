import Foundation
import Machine

/// Where the course of one lesson begins: a lesson may lie in a folder below it.
struct CoursePlace: Equatable {
  /// The folder of the course, as the author would name it.
  var folder: String
  /// The lesson's path from there.
  var name: String

  /// The course of a lesson: the nearest folder around it that has a `course.yml` or that the author names as `lessons`, and
  /// is not outside the lesson's repository; else the folder that it lies in.
  ///
  /// - Parameter lesson: Its path, as the author gave it.
  init(of lesson: String) {
    let parts = lesson.split(separator: "/").map(String.init)
    let own = lesson.hasPrefix("/") ? "/" : ""
    func path(_ count: Int) -> String { own + parts.prefix(count).joined(separator: "/") }
    folder = parts.count > 1 ? path(parts.count - 1) : own.isEmpty ? "." : own
    name = parts.last ?? ""
    if parts.contains("..") { return }
    // The names that the author gave first, then the folders around where the author stands.
    for count in stride(from: parts.count - 1, through: own.isEmpty ? 1 : 2, by: -1) {
      let place = path(count)
      if parts[count - 1] == "lessons" || Self.isCourse(place) {
        (folder, name) = (place, parts.dropFirst(count).joined(separator: "/"))
        return
      }
      if FileSystem.exists(place + "/.git") { return }
    }
    if !own.isEmpty { return }
    let here = FileSystem.absolute(".").split(separator: "/").map(String.init)
    for count in 0..<here.count {
      let place = count == 0 ? "." : Array(repeating: "..", count: count).joined(separator: "/")
      if Self.isCourse(place) {
        (folder, name) = (place, (here.suffix(count) + parts.filter { $0 != "." }).joined(separator: "/"))
        return
      }
      if FileSystem.exists(place + "/.git") { return }
    }
  }

  private static func isCourse(_ folder: String) -> Bool { FileSystem.isThere(folder + "/course.yml") }
}
