import Dispatch
import Machine
import Synchronization

/// Work side by side with a bound, where a piece of work may give more of it.
package enum WorkQueue {
  /// Does some work and whatever comes of it, at most `jobs` pieces at a time. What a piece gives is done before what was there.
  package static func run<Work: Sendable>(_ work: [Work], jobs: Int, _ perform: @escaping @Sendable (Work) -> [Work]) {
    if work.isEmpty { return }
    let workers = max(jobs, 1)
    let queue = Queue(work, workers: workers)
    _ = Parallel.map(Array(0..<workers), jobs: workers) { _ in
      while let next = queue.next() { queue.finish(giving: perform(next)) }
    }
  }

  private final class Queue<Work: Sendable>: Sendable {
    /// Counts what waits, and at the end the workers, which then find nothing.
    private let available: DispatchSemaphore
    private let workers: Int
    private let state: Mutex<(waiting: [Work], unfinished: Int)>

    init(_ work: [Work], workers: Int) {
      available = DispatchSemaphore(value: 0)
      self.workers = workers
      state = Mutex((work.reversed(), work.count))
      for _ in work { available.signal() }
    }

    func next() -> Work? {
      available.wait()
      return state.withLock { $0.waiting.popLast() }
    }

    func finish(giving more: [Work]) {
      let isEnd = state.withLock { state in
        state.waiting += more.reversed()
        state.unfinished += more.count - 1
        return state.unfinished == 0
      }
      for _ in 0..<(isEnd ? workers : more.count) { available.signal() }
    }
  }
}
