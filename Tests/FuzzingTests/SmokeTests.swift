import Foundation
import Fuzzing
import Testing

/// A few thousand inputs of the fuzzer that `make fuzz` runs for longer, always the same.
@Suite("Inputs that nobody wrote")
struct SmokeTests {
  private static let mutator = Mutator(seeds: Seeds.read(["lessons", "Tests/CommandTests", "Tests/LessonWeavingTests"]))

  @Test(arguments: 0..<8) func breakNoLaw(part: Int) {
    for number in part * 250..<(part + 1) * 250 {
      let broken = Laws.broken(by: Self.mutator.input(number, seed: 11))
      #expect(broken == [], "input \(number)")
    }
  }

  /// What once broke a law.
  @Test(arguments: ["# T\n\n```swift\nlet n: Int =\u{FEFF} \"x\"\n```\n", "# T\n\n```swift\nlet n =\u{C} 1\n```\n"])
  func findingsStayMended(_ text: String) { #expect(Laws.broken(by: Array(text.utf8)) == []) }
}
