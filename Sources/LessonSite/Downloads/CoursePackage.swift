package import LessonModel

/// The lessons of a course as one Swift package: a program for each lesson, with the kit beside them.
///
/// `tar xf course.tar && cd course && swift run 03-entropy` runs the lesson of that name.
package enum CoursePackage {
  package static let path = "course.tar"

  /// The modules that every program imports and that come with the package.
  static func modules(of course: Course) -> [String] { ["LessonKit"] + (course.support.isEmpty ? [] : ["Support"]) }

  /// Those of some modules that a package of another may have, where the course is about one.
  static func foreign(_ imports: [String], in course: Course) -> [String] {
    if course.file.packagePlace == nil { return [] }
    return Set(imports).subtracting(["LessonKit", "Support", "Foundation"]).sorted()
  }

  /// - Parameters:
  ///   - programs: Those of all lessons, in the order of the course.
  ///   - kit: The sources of LessonKit, with their paths from its folder.
  ///   - data: What the programs read, with its paths from the folder in which they run.
  package static func file(
    _ programs: [LessonProgram], of course: Course, kit: [SiteFile], data: [SiteFile] = []
  ) -> SiteFile {
    var taken: Set<String> = []
    let programs = programs.map { (name: name(of: $0, &taken), program: $0) }
    var files = [
      SiteFile(path: "course/Package.swift", text: manifest(programs, hasSupport: !course.support.isEmpty)),
      SiteFile(path: "course/README.md", text: readme(programs, course, hasData: !data.isEmpty)),
    ]
    files += programs.map { SiteFile(path: "course/Sources/\($0.name)/main.swift", text: $0.program.text) }
    files += kit.map { SiteFile(path: "course/Sources/LessonKit/" + $0.path, bytes: $0.bytes) }
    for source in course.support {
      let folder = (course.path == "." ? "" : course.path + "/") + "Support/"
      let name =
        source.path.hasPrefix(folder) ? source.path.dropFirst(folder.count) : source.path.split(separator: "/").last ?? ""
      files.append(SiteFile(path: "course/Sources/Support/\(name)", bytes: source.bytes))
    }
    let paths = Set(files.map(\.path))
    files += data.map { SiteFile(path: "course/" + $0.path, bytes: $0.bytes) }.filter { !paths.contains($0.path) }
    return SiteFile(path: path, bytes: TapeArchive.bytes(of: files))
  }

  /// A name that the package manager takes for a program: letters, digits, `-` and `_`.
  private static func name(of program: LessonProgram, _ taken: inout Set<String>) -> String {
    let base = base(program.slug, program.session)
    var name = base
    var count = 1
    while taken.contains(name.lowercased()) || ["lessonkit", "support"].contains(name.lowercased()) {
      count += 1
      name = "\(base)-\(count)"
    }
    taken.insert(name.lowercased())
    return name
  }

  private static func base(_ slug: String, _ session: String) -> String {
    let wanted = session.isEmpty ? slug : slug + "-" + session
    return String(wanted.map { ($0.isASCII && ($0.isLetter || $0.isNumber)) || $0 == "_" ? $0 : "-" })
  }

  /// The name of a program where no other of the course may have it as well; nil where that is told by their order.
  static func plainName(of slug: String, _ session: String, in course: Course) -> String? {
    let name = base(slug, session)
    let same = course.lessons.readable.flatMap { lesson in
      (lesson.sessions + [""]).filter {
        (lesson.slug, $0) != (slug, session) && base(lesson.slug, $0).lowercased() == name.lowercased()
      }
    }
    return same.isEmpty && !["lessonkit", "support"].contains(name.lowercased()) ? name : nil
  }

  private static func manifest(_ programs: [(name: String, program: LessonProgram)], hasSupport: Bool) -> String {
    let modules = hasSupport ? "[\"LessonKit\", \"Support\"]" : "[\"LessonKit\"]"
    var targets = "    .target(name: \"LessonKit\", swiftSettings: [.unsafeFlags([\"-O\"])]),\n"
    if hasSupport { targets += "    .target(name: \"Support\", dependencies: [\"LessonKit\"]),\n" }
    for (name, program) in programs {
      let settings =
        program.isSix ? "[.swiftLanguageMode(.v6), .defaultIsolation(MainActor.self)]" : "[.swiftLanguageMode(.v5)]"
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

  /// What the programs import of a package that the course is about, and that is not in here.
  private static func missing(_ programs: [(name: String, program: LessonProgram)], _ course: Course) -> String {
    let modules = foreign(programs.flatMap(\.program.imports), in: course)
    if modules.isEmpty { return "" }
    return """

      They import \(modules.joined(separator: ", ")). What of that belongs to a package of its own, as the course's own does, is not in here:
      name the package in `dependencies` of `Package.swift` and its products in those of the programs.

      """
  }

  private static func readme(
    _ programs: [(name: String, program: LessonProgram)], _ course: Course, hasData: Bool
  ) -> String {
    """
    # \(course.title)

    Each lesson as a program. With Swift 6.2 or later, from this folder\(hasData ? ", where the files are that they read" : ""):

    \(programs.map { "    swift run \($0.name)\n" }.joined())\(missing(programs, course))
    """
  }
}
