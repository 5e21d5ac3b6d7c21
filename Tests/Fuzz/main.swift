import Foundation
import Fuzzing
import Synchronization

// Mutates the cases of the tables and the lessons of the course until its time is over: `FUZZ_SECONDS` (60) and `FUZZ_SEED` (1),
// of which an input depends on the seed alone. A failing input is written down and named with its number.

let environment = ProcessInfo.processInfo.environment
let seconds = Double(environment["FUZZ_SECONDS"] ?? "") ?? 60
let seed = UInt64(environment["FUZZ_SEED"] ?? "") ?? 1
let mutator = Mutator(seeds: Seeds.read(["lessons", "Tests", "Sources/lessons/Guide", "Sources/LessonKit/Guides"]))
let started = Date()
let kept = NSTemporaryDirectory() + "/lessons-fuzz-input.md"

/// An input that ends the process or takes longer than this many seconds stays in the file.
let longest: UInt32 = 20
var number = 0
var failures = 0
while Date().timeIntervalSince(started) < seconds, failures < 10 {
  let input = mutator.input(number, seed: seed)
  try Data(input).write(to: URL(fileURLWithPath: kept))
  alarm(longest)
  let broken = Laws.broken(by: input)
  alarm(0)
  if !broken.isEmpty {
    failures += 1
    let path = NSTemporaryDirectory() + "/lessons-fuzz-\(seed)-\(number).md"
    try Data(input).write(to: URL(fileURLWithPath: path))
    print("input \(number) of seed \(seed), kept as \(path):\n  " + broken.joined(separator: "\n  "))
  }
  number += 1
}
print("fuzz: \(number) inputs of seed \(seed) from \(mutator.seeds.count) cases, \(failures) failures")
exit(failures == 0 ? 0 : 1)
