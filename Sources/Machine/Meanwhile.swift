import Foundation
import Synchronization

/// A value that is made on a thread of its own while whoever wants it does something else.
package final class Meanwhile<Value: Sendable>: Sendable {
  private let make: @Sendable () -> Value
  private let made = Mutex<Value?>(nil)
  private let work = DispatchGroup()

  /// Begins to make it.
  package init(_ urgency: Urgency = .usual, _ make: @escaping @Sendable () -> Value) {
    self.make = make
    let scope = ProgramScope.current
    work.enter()
    let worker = Thread { [self] in
      urgency.take()
      ProgramScope.$current.withValue(scope) {
        let value = make()
        made.withLock { $0 = value }
      }
      work.leave()
    }
    // As in ``Parallel``: only reading a deep lesson needs stack.
    worker.stackSize = 8 << 20
    worker.start()
  }

  /// Whether it need not be waited for.
  package var isMade: Bool { made.withLock { $0 != nil } }

  /// The value, which is waited for.
  package var value: Value {
    work.wait()
    return made.withLock { $0 } ?? make()
  }
}
