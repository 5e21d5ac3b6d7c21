/// The lessons of a course as one Swift package: a program for each lesson, with the kit beside them.
///
/// `tar xf course.tar && cd course && swift run 03-entropy` runs the lesson of that name.
enum CoursePackage {
  static let path = "course.tar"

  /// - Parameters:
  ///   - programs: The Swift files of the lessons by the name of their program.
  ///   - kit: The sources of LessonKit, with their paths from its folder.
  static func page(_ programs: [(name: String, lesson: Lesson, text: String)], of course: Course, kit: [KitSource]) -> Page {
    var files = [
      TapeArchive.File(
        path: "course/Package.swift", bytes: Array(manifest(programs.map { ($0.name, $0.lesson) }, course).utf8)),
      TapeArchive.File(path: "course/README.md", bytes: Array(readme(programs.map(\.name), course).utf8)),
    ]
    files += programs.map { .init(path: "course/Sources/\($0.name)/main.swift", bytes: Array($0.text.utf8)) }
    files += kit.map { .init(path: "course/Sources/LessonKit/" + $0.path, bytes: $0.bytes) }
    for source in course.support {
      let name = source.path.split(separator: "/").last ?? ""
      files.append(.init(path: "course/Sources/Support/\(name)", bytes: source.bytes))
    }
    return Page(path: path, bytes: TapeArchive.bytes(of: files))
  }

  /// A name that the package manager takes for a program: letters, digits, `-` and `_`.
  static func programName(_ lesson: Lesson, session: String, _ taken: inout Set<String>) -> String {
    let wanted = session.isEmpty ? lesson.slug : lesson.slug + "-" + session
    let base = String(wanted.map { ($0.isASCII && ($0.isLetter || $0.isNumber)) || $0 == "_" ? $0 : "-" })
    var name = base
    var count = 1
    while taken.contains(name.lowercased()) || ["lessonkit", "support"].contains(name.lowercased()) {
      count += 1
      name = "\(base)-\(count)"
    }
    taken.insert(name.lowercased())
    return name
  }

  private static func manifest(_ programs: [(name: String, lesson: Lesson)], _ course: Course) -> String {
    let modules = course.support.isEmpty ? "[\"LessonKit\"]" : "[\"LessonKit\", \"Support\"]"
    var targets = "    .target(name: \"LessonKit\", swiftSettings: [.unsafeFlags([\"-O\"])]),\n"
    if !course.support.isEmpty { targets += "    .target(name: \"Support\", dependencies: [\"LessonKit\"]),\n" }
    for (name, lesson) in programs {
      let isSix = lesson.frontMatter.swift.merged(over: course.file.swift).mode == .six
      let settings = isSix ? "[.swiftLanguageMode(.v6), .defaultIsolation(MainActor.self)]" : "[.swiftLanguageMode(.v5)]"
      targets += "    .executableTarget(name: \"\(name)\", dependencies: \(modules), swiftSettings: \(settings)),\n"
    }
    return """
      // swift-tools-version: 6.2
      import PackageDescription

      let package = Package(
        name: "course",
        targets: [
      \(targets)  ]
      )

      """
  }

  private static func readme(_ names: [String], _ course: Course) -> String {
    """
    # \(course.title)

    Each lesson as a program. With Swift 6.2 or later:

    \(names.map { "    swift run \($0)\n" }.joined())
    """
  }
}
