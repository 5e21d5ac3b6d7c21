extension FailingBlock {
  /// D27 to D31: blocks that never end. Each is ended by its own limit, and what it printed is kept.
  static let hangs: [FailingBlock] = [
    hanging(
      "D27-loop",
      """
      var turns = 0
      print("kept")
      while true { turns &+= 1 }
      """),
    hanging(
      "D27-loop-ignoring-signals",
      """
      import Glibc
      for number in Int32(1)..<32 { signal(number, SIG_IGN) }
      var turns = 0
      print("kept")
      while true { turns &+= 1 }
      """),
    hanging(
      "D28-sleep",
      """
      import Glibc
      print("kept")
      sleep(1_000)
      """),
    hanging(
      "D28-semaphore",
      """
      import Dispatch
      print("kept")
      DispatchSemaphore(value: 0).wait()
      """),
    hanging(
      "D28-run-loop",
      """
      import Foundation
      let timer = Timer.scheduledTimer(withTimeInterval: 1_000, repeats: true) { _ in }
      print("kept")
      RunLoop.main.run()
      """),
    hanging(
      "D28-continuation",
      """
      print("kept")
      await withUnsafeContinuation { (_: UnsafeContinuation<Void, Never>) in }
      """),
    hanging(
      "D29-stopped",
      """
      import Glibc
      print("kept")
      kill(getpid(), SIGSTOP)
      while true { sleep(1) }
      """),
    // A line every few milliseconds is no reason to wait longer.
    hanging(
      "D31-slow-drip", kept: "drip\n",
      """
      import Glibc
      print("drip")
      while true {
        print("", terminator: "")
        fflush(stdout)
        usleep(20_000)
      }
      """),
  ]

  private static func hanging(_ name: String, kept: String = "kept\n", _ code: String) -> FailingBlock {
    FailingBlock(
      name, kept: kept, status: "timeout",
      "⟦timeout|block 'failing' takes longer than 300 ms⟧```swift {#failing timeout=300ms}\n\(code)\n```")
  }
}
