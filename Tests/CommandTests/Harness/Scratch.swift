import Foundation
import WorkshopSupport

/// The folder of this test run, removed when the run ends.
enum Scratch {
  static let root: String = {
    var template = Array((NSTemporaryDirectory() + "/lessons-tests-XXXXXX").utf8CString)
    precondition(mkdtemp(&template) != nil, "cannot make a temporary folder")
    atexit { try? FileManager.default.removeItem(atPath: Scratch.root) }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }()

  /// A new folder of its own.
  static func folder() throws -> String {
    let path = root + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    return path
  }

  /// The cache that all tests share, with the kit compiled.
  static let cache: String = {
    do {
      let path = try freshCache()
      let course = try TemporaryCourse(lessons: ["01-warm": "# Warm\n\n```swift\nlet x = 1\n```\n"], cache: path)
      let outcome = try course.lessons("check", "lessons")
      precondition(outcome.status == 0, "the tool cannot work here: \(outcome.error)\(outcome.output)")
      return path
    } catch {
      preconditionFailure("the tool cannot be started: \(error)")
    }
  }()

  /// A cache with the compiled kit and no results.
  ///
  /// Its modules are its own: a copy of what other tests use might be taken while one is written.
  static func freshCache() throws -> String { try freshCache(at: folder() + "/cache") }

  /// The same at a place of its own.
  @discardableResult static func freshCache(at path: String) throws -> String {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try FileManager.default.copyItem(atPath: TestWorkshop.cache.get() + "/support", toPath: path + "/support")
    return path
  }
}
