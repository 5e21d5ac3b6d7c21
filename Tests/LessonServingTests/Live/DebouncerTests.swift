import LessonServing
import Testing

/// Changes that come close together are one change; time is given, so nothing waits.
@Suite struct DebouncerTests {
  @Test func isDueWhenItHasBeenQuiet() {
    var debouncer = Debouncer(quiet: 10, longest: 100)
    #expect(debouncer.deadline == nil)
    debouncer.note(["a.md"], at: 0)
    debouncer.note(["b.md"], at: 6)
    #expect(debouncer.due(at: 15).isEmpty)
    #expect(debouncer.deadline == 16)
    #expect(debouncer.due(at: 16) == ["a.md", "b.md"])
    #expect(debouncer.due(at: 1_000).isEmpty)
  }

  @Test func isNotPutOffForEver() {
    var debouncer = Debouncer(quiet: 10, longest: 100)
    var due: [Double] = []
    for time in stride(from: 0.0, through: 1_000, by: 5) {
      debouncer.note(["a.md"], at: time)
      if !debouncer.due(at: time).isEmpty { due.append(time) }
    }
    #expect(due.count == 9)
    #expect(due.first == 100)
  }

  @Test func nothingIsNoChange() {
    var debouncer = Debouncer()
    debouncer.note([], at: 0)
    #expect(debouncer.deadline == nil)
  }
}

@Suite struct BuildQueueTests {
  @Test func oneBuildRunsAndTheLastStateWins() {
    var queue = BuildQueue()
    #expect(queue.changed([]) == .nothing)
    #expect(queue.changed(["a"]) == .start(["a"]))
    #expect(queue.changed(["b"]) == .endRunning)
    #expect(queue.changed(["c"]) == .endRunning)
    #expect(queue.finished() == .start(["b", "c"]))
    #expect(!queue.isIdle)
    #expect(queue.finished() == .nothing)
    #expect(queue.isIdle)
    #expect(queue.changed(["d"]) == .start(["d"]))
  }

  /// Whatever comes: never two at once, and no change is lost.
  @Test(arguments: 1...20) func anyOrder(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ bound: UInt64) -> UInt64 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return (state >> 33) % bound
    }
    var queue = BuildQueue()
    var running = 0
    var open: Set<String> = []
    func take(_ step: BuildQueue.Step) {
      guard case .start(let paths) = step else { return }
      running += 1
      #expect(running == 1)
      open.subtract(paths)
    }
    for number in 0..<500 {
      if running == 0 || next(3) > 0 {
        open.insert("\(number)")
        take(queue.changed(["\(number)"]))
      } else {
        running -= 1
        take(queue.finished())
      }
    }
    while running > 0 {
      running -= 1
      take(queue.finished())
    }
    #expect(open.isEmpty)
    #expect(queue.isIdle)
  }
}
