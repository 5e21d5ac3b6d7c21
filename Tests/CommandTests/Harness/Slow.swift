import Foundation
import Testing

/// How much of a long table a run takes: a sample, or all of it with LESSONS_SLOW=1, as `make test-slow` says.
enum Slow {
  static let isOn = ProcessInfo.processInfo.environment["LESSONS_SLOW"] == "1"

  /// Some of the numbers from 1 to `total`, evenly; all of them in a slow run.
  static func places(upTo total: Int, sample: Int) -> [Int] {
    if isOn || total <= sample { return Array(1...max(total, 1)) }
    return (0..<sample).map { 1 + (2 * $0 + 1) * total / (2 * sample) }.map { min($0, total) }
  }
}
