import Foundation
import Synchronization

/// Work side by side with a bound, and results in the order of the work.
package enum Parallel {
  /// What `transform` makes of each of the items, at most `jobs` of them at a time.
  package static func map<Item: Sendable, Value: Sendable>(
    _ items: [Item], jobs: Int, urgency: Urgency = .usual, _ transform: @escaping @Sendable (Item) -> Value
  ) -> [Value] {
    if jobs <= 1 || items.count <= 1 { return items.map(transform) }
    let state = Shared<Value>(count: items.count)
    let scope = ProgramScope.current
    let workers = (0..<min(jobs, items.count)).map { _ in
      let worker = Thread {
        urgency.take()
        ProgramScope.$current.withValue(scope) {
          while let index = state.next() { state.put(transform(items[index]), at: index) }
        }
        state.finished.signal()
      }
      // A worker waits for programs; only reading a deep lesson needs stack.
      worker.stackSize = 8 << 20
      worker.start()
      return worker
    }
    for _ in workers { state.finished.wait() }
    return state.values()
  }

  private final class Shared<Value: Sendable>: Sendable {
    let finished = DispatchSemaphore(value: 0)
    private let state: Mutex<(next: Int, values: [Value?])>

    init(count: Int) { state = Mutex((0, Array(repeating: nil, count: count))) }

    func next() -> Int? {
      state.withLock { state in
        guard state.next < state.values.count else { return nil }
        defer { state.next += 1 }
        return state.next
      }
    }

    func put(_ value: Value, at index: Int) { state.withLock { $0.values[index] = value } }

    func values() -> [Value] { state.withLock { $0.values.compactMap { $0 } } }
  }
}
