import Foundation

/// A course in a temporary folder: `lessons/` with the given files, and the tool run beside it.
struct TemporaryCourse: Sendable {
  /// The folder that holds `lessons/` and, once built, `output/`.
  let folder: String
  let cache: String

  /// - Parameters:
  ///   - lessons: File names without `.md`, and what stands in them.
  ///   - courseFile: The text of `course.yml`.
  init(lessons: [String: String], courseFile: String? = nil, cache: String? = nil) throws {
    try self.init(bytes: lessons.mapValues { Array($0.utf8) }, courseFile: courseFile, cache: cache)
  }

  init(bytes: [String: [UInt8]], courseFile: String? = nil, cache: String? = nil) throws {
    self.folder = try Scratch.folder()
    self.cache = cache ?? Scratch.cache
    try FileManager.default.createDirectory(atPath: folder + "/lessons", withIntermediateDirectories: true)
    for (name, content) in bytes { try write(content, to: "lessons/\(name).md") }
    if let courseFile { try write(Array(courseFile.utf8), to: "lessons/course.yml") }
  }

  func path(_ name: String) -> String { folder + "/" + name }

  func write(_ bytes: [UInt8], to name: String) throws {
    let file = URL(fileURLWithPath: path(name))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

  func bytes(_ name: String) throws -> [UInt8] { [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name)))) }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func exists(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

  /// Changes the one place in a file where `old` stands.
  func replace(_ old: String, with new: String, in name: String) throws {
    let before = try bytes(name)
    let wanted = Array(old.utf8)
    let places = before.indices.filter { before[$0...].starts(with: wanted) }
    precondition(places.count == 1, "'\(old)' stands \(places.count) times in \(name)")
    try write(before[..<places[0]] + Array(new.utf8) + before[(places[0] + wanted.count)...], to: name)
  }

  private func write(_ bytes: ArraySlice<UInt8>, to name: String) throws { try write(Array(bytes), to: name) }

  /// Every file below the folder (or one of its folders) with its contents.
  func tree(_ name: String = "") throws -> [String: [UInt8]] {
    var tree: [String: [UInt8]] = [:]
    let base = name.isEmpty ? folder : path(name)
    for case let file as String in FileManager.default.enumerator(atPath: base) ?? FileManager.DirectoryEnumerator() {
      let isFolder =
        try FileManager.default.attributesOfItem(atPath: base + "/" + file)[.type] as? FileAttributeType == .typeDirectory
      tree[file] = isFolder ? [] : [UInt8](try Data(contentsOf: URL(fileURLWithPath: base + "/" + file)))
    }
    return tree
  }

  /// Runs the tool with this course's cache, two lessons at a time unless the arguments say otherwise.
  @discardableResult
  func lessons(_ arguments: String..., environment: [String: String] = [:]) throws -> LessonsProcess.Outcome {
    let jobs = arguments.contains("-j") || ["new", "clean", "doctor"].contains(arguments.first) ? [] : ["-j", "2"]
    return try LessonsProcess.run(arguments + ["--cache", cache] + jobs, in: folder, environment: environment)
  }

  /// What `check --format json` tells of the course.
  @discardableResult
  func check(_ arguments: String...) throws -> CheckReport {
    let outcome = try LessonsProcess.run(
      ["check", "lessons", "--format", "json", "--cache", cache, "-j", "2"] + arguments, in: folder)
    return try CheckReport(outcome)
  }
}
