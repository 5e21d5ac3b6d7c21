import Foundation
package import LessonRunning
package import Machine

/// The real compiler and the kit, compiled once for all tests of a run.
package enum TestWorkshop {
  /// The folder that holds the package.
  package static let root = "/" + URL(fileURLWithPath: #filePath).pathComponents.dropFirst().dropLast(3).joined(separator: "/")

  /// A cache with the compiled kit.
  ///
  /// LESSONS_TEST_CACHE names one that outlives the run, for the sake of whoever writes tests.
  package static let cache: Result<String, MachineFault> = Result { () throws(MachineFault) in
    let environment = ProcessInfo.processInfo.environment
    let folder = environment["LESSONS_TEST_CACHE"] ?? FileSystem.temporaryFolder + "/lessons-tests-kit-\(getpid())"
    if environment["LESSONS_TEST_CACHE"] == nil { atexit { TestWorkshop.forget() } }
    _ = try open(cache: folder)
    return folder
  }

  package static func open() throws(MachineFault) -> Workshop { try open(cache: cache.get()) }

  /// Whether lessons can be compiled for pages here.
  package static var canExplore: Bool {
    (try? Toolchain.find(nil, environment: ProcessInfo.processInfo.environment))?.missingForPages == nil
  }

  private static func open(cache: String) throws(MachineFault) -> Workshop {
    try FileSystem.makeFolder(cache)
    return try Workshop.open(
      toolchain: Toolchain.find(nil, environment: ProcessInfo.processInfo.environment),
      sources: RuntimeSources(folder: root + "/Sources"), cacheFolder: cache, keepsRuns: false, jobs: 2,
      sandbox: SandboxPolicy(.auto, environment: ProcessInfo.processInfo.environment))
  }

  private static func forget() { FileSystem.remove(FileSystem.temporaryFolder + "/lessons-tests-kit-\(getpid())") }
}
