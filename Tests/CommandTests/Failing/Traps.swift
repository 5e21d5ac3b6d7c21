extension FailingBlock {
  /// D1 to D22: blocks that die of a signal. The place is the author's own line; what was printed before is kept.
  static let traps: [FailingBlock] = [
    FailingBlock(
      "D01-fatal-error",
      """
      ```swift {#failing}
      print("kept")
      ⟦trap|Fatal error: boom⟧fatalError("boom")
      ```
      """),
    FailingBlock(
      "D02-array-index",
      """
      ```swift {#failing}
      let numbers = [1, 2, 3]
      print("kept")
      print(numbers⟦trap|Fatal error: Index out of range⟧[numbers.count])
      ```
      """),
    FailingBlock(
      "D03-overflow",
      """
      ```swift {#failing}
      var largest = Int.max
      print("kept")
      largest ⟦trap|Fatal error: arithmetic overflow⟧+= 1
      ```
      """),
    FailingBlock(
      "D04-division",
      """
      ```swift {#failing}
      let nothing = [Int]().count
      print("kept")
      print(7 ⟦trap|Fatal error: Division by zero⟧/ nothing)
      ```
      """),
    FailingBlock(
      "D05-nil",
      """
      ```swift {#failing}
      let number = Int("three")
      print("kept")
      print(number⟦trap|Unexpectedly found nil while unwrapping an Optional value⟧!)
      ```
      """),
    FailingBlock(
      "D06-forced-try",
      """
      ```swift {#failing}
      struct Refusal: Error {}
      func refuse() throws { throw Refusal() }
      print("kept")
      try! ⟦trap|'try!' expression unexpectedly raised an error⟧refuse()
      ```
      """),
    FailingBlock(
      "D07-cast",
      """
      ```swift {#failing}
      let thing: Any = "text"
      print("kept")
      print(thing ⟦trap|Could not cast value of type 'Swift.String' to 'Swift.Int'⟧as! Int)
      ```
      """),
    FailingBlock(
      "D08-precondition",
      """
      ```swift {#failing}
      print("kept")
      ⟦trap|Precondition failed: must be positive⟧precondition([Int]().count > 0, "must be positive")
      ```
      """),
    FailingBlock(
      "D09-assertion",
      """
      ```swift {#failing}
      print("kept")
      ⟦trap|Assertion failed: must be positive⟧assert([Int]().count > 0, "must be positive")
      ```
      """),
    FailingBlock(
      "D10-uncaught-error",
      """
      ```swift {#failing}
      enum Trouble: Error { case everywhere }
      func find() throws { throw Trouble.everywhere }
      print("kept")
      ⟦trap|Error raised at top level: main.Trouble.everywhere⟧try find()
      ```
      """),
    FailingBlock(
      "D11-duplicate-key",
      """
      ```swift {#failing}
      let key = "a"
      print("kept")
      let table = ⟦trap|Dictionary literal contains duplicate keys⟧["a": 1, key: 2]
      ```
      """),
    FailingBlock(
      "D12-range",
      """
      ```swift {#failing}
      let upper = [Int]().count
      print("kept")
      for i in 1⟦trap|Range requires lowerBound <= upperBound⟧...upper { print(i) }
      ```
      """),
    FailingBlock(
      "D13-not-a-number",
      """
      ```swift {#failing}
      let ratio = 0.0 / Double([Int]().count)
      print("kept")
      print(⟦trap|Double value cannot be converted to Int⟧Int(ratio))
      ```
      """),
    FailingBlock(
      "D14-exclusivity",
      """
      ```swift {#failing}
      var shared = 1
      func change(_ number: inout Int, by step: () -> Int) { number += step() }
      print("kept")
      change(&shared) { ⟦trap|Simultaneous accesses⟧shared }
      ```
      """),
    FailingBlock(
      "D15-null-pointer",
      """
      ```swift {#failing}
      print("kept")
      let pointer = UnsafePointer<Int>(bitPattern: 8 * [1].count)
      print(pointer!.⟦trap|bad memory access⟧pointee)
      ```
      """),
    FailingBlock(
      "D16-recursion",
      """
      ```swift {#failing}
      func down(_ n: Int) -> Int { ⟦trap|stack overflow (infinite recursion?)⟧down(n + 1) + 1 }
      print("kept")
      print(down(0))
      ```
      """),
    FailingBlock(
      "D17-mutual-recursion",
      """
      ```swift {#failing}
      final class Even { func test(_ n: Int) -> Bool { Odd().test(n + 1) } }
      final class Odd { func test(_ n: Int) -> Bool { Even().⟦trap|stack overflow (infinite recursion?)⟧test(n + 1) } }
      print("kept")
      print(Even().test(0))
      ```
      """),
    FailingBlock(
      "D18-abort",
      """
      ```swift {#failing}
      import Glibc
      print("kept")
      ⟦trap|aborted (SIGABRT)⟧abort()
      ```
      """),
    FailingBlock(
      "D18-heap-corruption",
      """
      ```swift {#failing}
      import Glibc
      let memory = malloc(64)
      print("kept")
      free(memory)
      ⟦trap|aborted (SIGABRT)⟧free(memory)
      ```
      """),
    FailingBlock(
      "D19-killed",
      """
      ⟦trap|killed (SIGKILL); possibly for want of memory⟧```swift {#failing}
      import Glibc
      print("kept")
      kill(getpid(), SIGKILL)
      ```
      """),
    FailingBlock(
      // The end of a child is no end of the program, whatever status looks like the signal that comes then.
      "D19-killed-behind-a-child",
      """
      ⟦trap|killed (SIGKILL); possibly for want of memory⟧```swift {#failing}
      import Glibc
      @_silgen_name("fork") func cFork() -> Int32
      print("kept")
      let child = cFork()
      if child == 0 { exit(137) }
      waitpid(child, nil, 0)
      kill(getpid(), SIGKILL)
      ```
      """),
    FailingBlock(
      "D20-terminated",
      """
      ⟦trap|ended by SIGTERM⟧```swift {#failing}
      import Glibc
      print("kept")
      kill(getpid(), SIGTERM)
      ```
      """),
    FailingBlock(
      "D20-broken-pipe",
      """
      ⟦trap|ended by a broken pipe (SIGPIPE)⟧```swift {#failing}
      import Glibc
      print("kept")
      kill(getpid(), SIGPIPE)
      ```
      """),
    FailingBlock(
      "D21-half-line", kept: "kept\nhalf a li",
      """
      ```swift {#failing}
      print("kept")
      print("half a li", terminator: "")
      ⟦trap|Fatal error⟧fatalError()
      ```
      """),
    FailingBlock(
      "D22-thread",
      """
      ```swift {#failing}
      import Foundation
      print("kept")
      let worker = Thread {
        let numbers = [Int]()
        print(numbers⟦trap|Index out of range⟧[0])
      }
      worker.start()
      while true { sleep(1) }
      ```
      """),
  ]
}
