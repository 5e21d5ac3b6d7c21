import Foundation
import LessonKit

/// Speeds, measured in one run and told as ratios or against a bound: a machine's mood moves both sides alike.
@main
struct Benchmarks {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 3 else { fatalError("usage: Benchmarks LESSONS-TOOL COURSE") }
    try CourseBenchmark(tool: arguments[1], course: arguments[2]).run()
    KitBenchmark.run()
    try MathBenchmark.run()
  }
}

/// A figure of a report: what, how much, and what it should stay under.
func report(_ what: String, _ value: Double, _ unit: String, bound: Double? = nil) {
  let text = fixed(value, 2) + " " + unit
  let verdict = bound.map { value <= $0 ? "  (bound \(fixed($0, 2)))" : "  OVER the bound \(fixed($0, 2))" } ?? ""
  print(what.padding(toLength: 58, withPad: " ", startingAt: 0) + text + verdict)
}

func median(of count: Int, _ measure: () throws -> Double) rethrows -> Double {
  try (0..<count).map { _ in try measure() }.sorted()[count / 2]
}
