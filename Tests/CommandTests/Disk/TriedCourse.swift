import Foundation
import Testing

/// A course with a site and a cache, and an edit that is not built yet: it is put back as it was before each try.
final class TriedCourse {
  /// What is in the course's folder before each try.
  private let kept: String
  let course: TemporaryCourse
  /// The site before the edit, and after it.
  let old: [String: [UInt8]]
  let new: [String: [UInt8]]

  var cache: String { course.path("cache") }
  /// The temporary folder that the tool is given.
  var temporary: String { course.path("tmp") }
  private var log: String { course.folder + ".log" }

  static let lessons = [
    "01-edited": "# Edited\n\nBefore.\n\nThe sum is [2](swift:1+1).\n",
    "02-neighbor": "# Neighbor\n\n```swift\nprint(6 * 7)\n```\n\n```output\n42\n```\n",
  ]

  /// - Parameter edit: What takes the place of the word "Before." in the first lesson.
  init(edit: String) throws {
    let course = try TemporaryCourse(lessons: Self.lessons, cache: "")
    self.course = course
    kept = course.folder + ".kept"
    // The cache is part of what is put back.
    try Self.run("cp", "-a", try Scratch.freshCache(), course.path("cache"))
    try FileManager.default.createDirectory(atPath: course.path("tmp"), withIntermediateDirectories: true)
    try #require(try Self.build(course).status == 0)
    try FileManager.default.createDirectory(atPath: course.path("output/.git"), withIntermediateDirectories: true)
    try course.write("the history", to: "output/.git/HEAD")
    try course.write("*\n", to: "output/.gitignore")
    old = try course.tree("output")
    try course.replace("Before.", with: edit, in: "lessons/01-edited.md")
    try Self.run("cp", "-a", course.folder, kept)
    try #require(try Self.build(course).status == 0)
    new = try course.tree("output")
    try #require(new != old)
  }

  deinit { for path in [course.folder, kept, log] { try? FileManager.default.removeItem(atPath: path) } }

  /// Puts all back. Second names of the same files do, for the tool changes no file in its place; a copy of the cache's modules
  /// would not, for the compiler may.
  func putBack() throws {
    try Self.run("rm", "-rf", course.folder, log)
    try Self.run("cp", "-al", kept, course.folder)
  }

  private static func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(arguments)")
  }

  private static func build(
    _ course: TemporaryCourse, _ arguments: [String] = ["build"], _ environment: [String: String] = [:]
  ) throws -> LessonsProcess.Outcome {
    try LessonsProcess.run(
      arguments + ["--cache", course.path("cache"), "-j", "1"], in: course.folder,
      environment: ["TMPDIR": course.path("tmp")].merging(environment) { _, given in given })
  }

  /// Runs the tool as it is.
  func run(_ arguments: String...) throws -> LessonsProcess.Outcome { try Self.build(course, arguments) }

  /// Puts all back and runs the tool on a faulty disk.
  func tried(
    _ arguments: [String] = ["build"], below folders: [String] = [""], calls: [String] = [], at place: Int,
    _ harm: FaultyDisk.Harm, prepare: () throws -> Void = {}
  ) throws -> (outcome: LessonsProcess.Outcome, calls: [FaultyDisk.Call]) {
    try putBack()
    try prepare()
    let environment = try FaultyDisk.environment(
      below: folders.map { $0.isEmpty ? course.folder : course.path($0) }, calls: calls, at: place, harm, log: log)
    let outcome = try Self.build(course, arguments, environment)
    return (outcome, try FaultyDisk.calls(in: log))
  }

  /// The site as it stands; a folder that dies between swapping and giving back has no `.git` until the next build.
  func site() throws -> [String: [UInt8]] { try course.tree("output") }

  /// Whether the site is the old one or the new one, whole but for what the next build gives back.
  func isWhole() throws -> Bool {
    let site = try site()
    func isGit(_ path: String) -> Bool { path == ".git" || path.hasPrefix(".git/") }
    return [old, new].contains { whole in
      site == whole || site == whole.filter { !isGit($0.key) }
    }
  }

  /// What lies around that should not.
  func leftovers() throws -> [String] {
    let files = FileManager.default
    return try files.contentsOfDirectory(atPath: course.folder).filter { !["lessons", "output", "cache", "tmp"].contains($0) }
      + files.contentsOfDirectory(atPath: course.path("lessons")).filter {
        !Self.lessons.keys.contains(($0 as NSString).deletingPathExtension)
      }
      + files.contentsOfDirectory(atPath: course.path("cache")).filter { $0.hasPrefix(".") }
      + files.contentsOfDirectory(atPath: temporary)
  }

  /// Expects that the next build makes the new site and leaves nothing around.
  func expectMended(_ words: String, _ location: SourceLocation = #_sourceLocation) throws {
    let next = try run("build")
    #expect(next.status == 0, "\(words): \(next.error)", sourceLocation: location)
    let site = try site()
    #expect(Set(site.keys).symmetricDifference(new.keys) == [], "\(words)", sourceLocation: location)
    #expect(site == new, "\(words): the next site", sourceLocation: location)
    let leftovers = try leftovers()
    #expect(leftovers == [], "\(words): left over", sourceLocation: location)
  }
}
