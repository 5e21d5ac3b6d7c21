import Machine
import Synchronization

/// Finds out whether the compiler's modules are as they were made, while a compiler already reads them: they are tens of megabytes.
///
/// What a compiler has made of modules that turn out to be damaged counts for nothing.
final class ModuleInspection: Sendable {
  private let areWhole: Meanwhile<Bool>
  private let isMended = Mutex(false)
  private let mend: @Sendable () throws(MachineFault) -> Void

  /// - Parameter mend: Makes the modules anew.
  init(of caches: [ModuleCache], mend: @escaping @Sendable () throws(MachineFault) -> Void) {
    self.mend = mend
    areWhole = Meanwhile(.low) { caches.allSatisfy(\.isWhole) }
  }

  /// Whether a compiler that starts now reads modules that are known to be whole.
  var isOver: Bool { areWhole.isMade && areWhole.value || isMended.withLock { $0 } }

  /// Whether they were whole from the start; where they were not, they are now.
  func wereWhole() throws(MachineFault) -> Bool {
    if areWhole.value { return true }
    try isMended.withLock { isMended throws(MachineFault) in
      if !isMended { try mend() }
      isMended = true
    }
    return false
  }
}
