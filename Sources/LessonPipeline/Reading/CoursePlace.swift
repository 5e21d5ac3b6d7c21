import Foundation
import LessonModel
import Machine

/// Where the course of one lesson begins: a lesson may lie in a folder below it.
package struct CoursePlace: Equatable {
  /// The folder of the course, as the author would name it.
  package private(set) var folder: String
  /// The lesson's path from there.
  var name: String

  /// The course of a lesson: the nearest folder around it that has a `course.yml` or that the author names as `lessons`, and
  /// is not outside the lesson's repository; else the folder that it lies in, as where that course would not look for lessons.
  ///
  /// - Parameter lesson: Its path, as the author gave it.
  package init(of lesson: String) {
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
        settle(in: place, parts.dropFirst(count))
        return
      }
      if FileSystem.exists(place + "/.git") { return }
    }
    if !own.isEmpty { return }
    let here = FileSystem.absolute(".").split(separator: "/").map(String.init)
    for count in 0..<here.count {
      let place = count == 0 ? "." : Array(repeating: "..", count: count).joined(separator: "/")
      if Self.isCourse(place) {
        settle(in: place, here.suffix(count) + parts.filter { $0 != "." })
        return
      }
      if FileSystem.exists(place + "/.git") { return }
    }
  }

  /// Takes a folder for the course where it looks for lessons on the way to this one.
  private mutating func settle(in course: String, _ way: ArraySlice<String>) {
    var place = course
    for (depth, name) in way.dropLast().enumerated() {
      place += "/" + name
      guard Course.mayHoldLessons(name, isTop: depth == 0), FileSystem.isFolderItself(place) else { return }
    }
    (folder, name) = (course, way.joined(separator: "/"))
  }

  private static func isCourse(_ folder: String) -> Bool { FileSystem.isThere(folder + "/course.yml") }
}
