import LessonRunning
import Synchronization
import Testing

@Suite("Work that gives more work")
struct WorkQueueTests {
  @Test(arguments: [0, 1, 2, 5])
  func isDoneToTheEnd(jobs: Int) {
    let done = Mutex<[Int]>([])
    WorkQueue.run([3, 2, 0], jobs: jobs) { depth in
      done.withLock { $0.append(depth) }
      return Array(repeating: depth - 1, count: depth)
    }
    // Three give three twos, each gives two ones, each gives one zero.
    #expect(
      done.withLock { $0.sorted() } == [0] + Array(repeating: 0, count: 8) + Array(repeating: 1, count: 8) + [2, 2, 2, 2, 3])
  }

  @Test func isDoneInItsOrderByOneWorker() {
    let done = Mutex<[String]>([])
    WorkQueue.run(["a", "b"], jobs: 1) { name in
      done.withLock { $0.append(name) }
      return name.count == 1 ? [name + "1", name + "2"] : []
    }
    #expect(done.withLock { $0 } == ["a", "a1", "a2", "b", "b1", "b2"])
  }

  @Test func ofNoneIsNone() { WorkQueue.run([Int](), jobs: 2) { _ in [] } }
}
