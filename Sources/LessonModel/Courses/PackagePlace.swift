/// The Swift package whose library products the lessons of a course may import.
package struct PackagePlace: Sendable, Equatable {
  /// Its folder, from the course's.
  package var path: String
  /// Where the course file names it; nil where it is the package that a text such as a README lies beside.
  package var position: SourcePosition?

  package init(path: String, position: SourcePosition? = nil) {
    self.path = path
    self.position = position
  }

  /// The package in the folder of the text itself.
  package static let beside = PackagePlace(path: ".")

  /// Its folder as messages show it, given that of the course: without a step down that is taken back.
  package func shown(from course: String) -> String {
    var names: [Substring] = []
    for name in (course + "/" + path).split(separator: "/") where name != "." {
      if name == "..", let last = names.last, last != ".." { names.removeLast() } else { names.append(name) }
    }
    let path = (course.hasPrefix("/") ? "/" : "") + names.joined(separator: "/")
    return path.isEmpty ? "." : path
  }

  /// A file in it as messages show it.
  package func shown(_ file: String, from course: String) -> String {
    let folder = shown(from: course)
    return folder == "." ? file : folder + "/" + file
  }
}
