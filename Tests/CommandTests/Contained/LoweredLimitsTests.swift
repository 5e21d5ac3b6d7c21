import Foundation
import TestSupport
import Testing

/// E40: a CI that has lowered the limits of its jobs gets the right result or a sentence about the machine: never a crash, never
/// blame for the author.
@Suite struct LoweredLimitsTests {
  private static let course = Result<TemporaryCourse, any Error> {
    try TemporaryCourse(lessons: ["01-a": "# A\n\n```swift\nlet x = 1\nprint(x)\n```\n\n```output\n1\n```\n\n[1](swift:x)\n"])
  }

  /// What the shell lowers before it starts the tool, and the statuses that may come of it.
  static let limits: [(limit: String, statuses: [Int32])] = [
    ("-n 64", [0]), ("-n 24", [0, 2]), ("-n 12", [2]), ("-v 3000000", [0]), ("-v 200000", [2]), ("-s 256", [0]),
    ("-c 0", [0]), ("-f 1000000", [0]), ("-t 60", [0]), ("-u 4096", [0]), ("-n 64 -v 3000000 -c 0", [0]),
  ]

  @Test(.cases("E40"), arguments: limits) func resultOrSentence(limit: String, statuses: [Int32]) throws {
    let course = try Self.course.get()
    let settings = limit.split(separator: "-").map { "ulimit -\($0)" }.joined(separator: "; ")
    let outcome = try LessonsProcess.shell(
      "\(settings); exec '\(LessonsProcess.executable)' check --no-cache --cache '\(course.cache)' -j 1", in: course.folder,
      environment: [:])
    #expect(statuses.contains(outcome.status), "\(outcome)")
    if outcome.status == 2 {
      #expect(outcome.error.contains("lessons: error: ") && outcome.output == "", "\(outcome)")
    }
  }
}
