import Foundation
import LessonKit
import Machine

/// Speeds, measured in one run and printed as the tables of the README: ratios where a machine's mood would move the seconds.
@main
struct Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count >= 2 else { fatalError("usage: Benchmarks LESSONS-TOOL [explore | NUMBER-OF-LESSONS…]") }
    let sizes = arguments.dropFirst(2).compactMap { Int($0) }
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("lessons-bench-\(getpid())").path
    try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: scratch) }
    if arguments.dropFirst(2) == ["explore"] {
      return try ExploreBenchmark(tool: FileSystem.absolute(arguments[1]), scratch: scratch).run()
    }
    let courses = CourseBenchmark(tool: FileSystem.absolute(arguments[1]), scratch: scratch)
    try courses.run(sizes.isEmpty ? [1, 8, 32, 128] : sizes)
    print()
    try courses.priceOfContainment(sizes.isEmpty ? [1, 32] : sizes)
    print("\n| What | Takes | Bound |\n|---|---|---|")
    KitBenchmark.run()
    try MathBenchmark.run()
    try ExploreBenchmark(tool: FileSystem.absolute(arguments[1]), scratch: scratch).run()
  }
}

/// A row of the second table: what, how long, and what it should stay under.
func report(_ what: String, _ value: Double, _ unit: String, bound: Double? = nil) {
  let verdict = bound.map { fixed($0, $0 < 1 ? 1 : 0) + " " + unit + (value <= $0 ? "" : ", **over**") } ?? ""
  print("| \(what) | \(fixed(value, 2)) \(unit) | \(verdict) |")
}

func median(of count: Int, _ measure: () throws -> Double) rethrows -> Double {
  try (0..<count).map { _ in try measure() }.median
}
