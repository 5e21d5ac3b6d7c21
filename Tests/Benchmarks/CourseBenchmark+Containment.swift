import Foundation
import LessonKit
import LessonRunning

/// What it costs that a lesson cannot reach what is not its own: the same builds held by each means and by none.
extension CourseBenchmark {
  private struct Means {
    var name: String
    /// Where programs are looked for: bubblewrap is taken where it is found.
    var searchPath: String
    var sandbox: String

    static let all = [
      Means(name: "bubblewrap", searchPath: "/usr/bin:/usr/local/bin:/bin", sandbox: "require"),
      Means(name: "Landlock", searchPath: "/nonexistent", sandbox: "require"),
      Means(name: "nothing", searchPath: "/usr/bin:/usr/local/bin:/bin", sandbox: "off"),
    ]
  }

  /// Prints a row for each number of lessons and each means.
  func priceOfContainment(_ sizes: [Int]) throws {
    print("| Lessons | Held by | Cold build | Beside bare | Code edit | Beside bare |\n|---|---|---|---|---|---|")
    for size in sizes {
      for row in try rows(size) { print(row) }
      fflush(nil)
    }
  }

  private func rows(_ size: Int) throws -> [String] {
    let course = MadeCourse(folder: scratch + "/contained-\(size)", lessons: size)
    try course.write()
    let programs = try self.programs(of: course)
    let workshop = try self.workshop()
    let toolchain = try Toolchain.find(nil, environment: ProcessInfo.processInfo.environment)
    let means = Means.all.filter { $0.name != "bubblewrap" || FileManager.default.isExecutableFile(atPath: "/usr/bin/bwrap") }
    var bare: [Double] = []
    var lesson: [Double] = []
    var cold = means.map { _ in [Double]() }
    var code = means.map { _ in [Double]() }
    // Taken in turn, so that a busy moment falls on all.
    for round in 1...3 {
      bare.append(try seconds { try run(programs, workshop, jobs: 2) })
      for (place, means) in means.enumerated() {
        let build = [
          "PATH=" + means.searchPath, tool, "build", course.path, "-o", course.folder + "/site", "--cache", cache, "--quiet",
          "--sandbox", means.sandbox, "--swiftc", toolchain.binaries + "/swiftc",
        ]
        try forgetCourses()
        cold[place].append(try seconds { try start("/usr/bin/env", build) })
        for turn in 0..<3 {
          try course.write(1, constant: 100 * round + 10 * place + turn)
          code[place].append(try seconds { try start("/usr/bin/env", build) })
          lesson.append(try seconds { try run(Array(programs.prefix(1)), workshop, jobs: 1) })
        }
      }
      try course.write(1)
    }
    func cells(_ time: [Double], _ floor: [Double]) -> String {
      "\(fixed(time.median, 2)) s | \(fixed(time.median / floor.median, 2)) ×"
    }
    return ["| \(size) | the bare compiler | \(cells(bare, bare)) | \(cells(lesson, lesson)) |"]
      + means.indices.map { "| \(size) | \(means[$0].name) | \(cells(cold[$0], bare)) | \(cells(code[$0], lesson)) |" }
  }
}
