extension FailingBlock {
  /// D27 to D31: blocks that never end. Each is ended by its own limit; what it printed is kept where it was flushed.
  static let hangs: [FailingBlock] = [
    FailingBlock(
      "D27-loop", kept: "", status: "timeout",
      """
      ⟦timeout|block 'failing' takes longer than 300 ms⟧```swift {#failing timeout=300ms}
      var turns = 0
      while true { turns &+= 1 }
      ```
      """),
    FailingBlock(
      "D27-loop-ignoring-signals", kept: "", status: "timeout",
      """
      ⟦timeout|block 'failing' takes longer than 300 ms⟧```swift {#failing timeout=300ms}
      import Glibc
      for number in Int32(1)..<32 { signal(number, SIG_IGN) }
      var turns = 0
      while true { turns &+= 1 }
      ```
      """),
    FailingBlock(
      "D28-sleep", status: "timeout",
      """
      ⟦timeout|block 'failing' takes longer than 300 ms⟧```swift {#failing timeout=300ms}
      import Glibc
      print("kept")
      fflush(stdout)
      sleep(1_000)
      ```
      """),
    FailingBlock(
      "D28-semaphore", status: "timeout",
      """
      ⟦timeout|block 'failing' takes longer than 300 ms⟧```swift {#failing timeout=300ms}
      import Dispatch
      import Glibc
      print("kept")
      fflush(stdout)
      DispatchSemaphore(value: 0).wait()
      ```
      """),
    FailingBlock(
      "D28-run-loop", kept: "", status: "timeout",
      """
      ⟦timeout|block 'failing' takes longer than 300 ms⟧```swift {#failing timeout=300ms}
      import Foundation
      let timer = Timer.scheduledTimer(withTimeInterval: 1_000, repeats: true) { _ in }
      RunLoop.main.run()
      ```
      """),
    FailingBlock(
      "D28-continuation", kept: "", status: "timeout",
      """
      ⟦timeout|block 'failing' takes longer than 300 ms⟧```swift {#failing timeout=300ms}
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
      ```
      """),
    FailingBlock(
      "D29-stopped", kept: "", status: "timeout",
      """
      ⟦timeout|block 'failing' takes longer than 300 ms⟧```swift {#failing timeout=300ms}
      import Glibc
      kill(getpid(), SIGSTOP)
      ```
      """),
    FailingBlock(
      // A line every few milliseconds is no reason to wait longer.
      "D31-slow-drip", kept: "drip\n", status: "timeout",
      """
      ⟦timeout|block 'failing' takes longer than 300 ms⟧```swift {#failing timeout=300ms}
      import Glibc
      print("drip")
      fflush(stdout)
      while true {
        print("", terminator: "")
        fflush(stdout)
        usleep(20_000)
      }
      ```
      """),
  ]
}
