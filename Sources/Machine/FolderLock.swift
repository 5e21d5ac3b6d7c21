import CSystem
import Glibc

/// Holds a folder against other runs of the tool until it, or the process, ends.
///
/// The lock is on the open folder: no file says so, and none stays behind when a run is killed.
package final class FolderLock: Sendable {
  private let folder: Int32

  private init(_ folder: Int32) { self.folder = folder }

  deinit { close(folder) }

  private enum Attempt {
    case held(FolderLock)
    case isTaken
    /// The file system knows no locks.
    case unknown(FolderLock)
  }

  private static func attempt(_ path: String) throws(MachineFault) -> Attempt {
    let folder = uninterrupted { open(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) }
    guard folder >= 0 else { throw MachineFault(errno: errno, "cannot open the folder \(path)") }
    let lock = FolderLock(folder)
    return switch csystem_try_lock(folder) {
    case 0: .held(lock)
    case EWOULDBLOCK, EINTR: .isTaken
    default: .unknown(lock)
    }
  }

  /// Holds a folder if nobody else does; nil where that cannot be told.
  static func ifFree(_ path: String) -> FolderLock? {
    guard case .held(let lock)? = try? attempt(path), lock.isAt(path) else { return nil }
    return lock
  }

  /// Holds a folder that was just made; nil where another run has taken it for a dead one's.
  static func ofNew(_ path: String) throws(MachineFault) -> FolderLock? {
    let attempt: Attempt
    do { attempt = try self.attempt(path) } catch {
      // It may be removed already.
      if !FileSystem.isThere(path) { return nil }
      throw error
    }
    return switch attempt {
    case .held(let lock), .unknown(let lock): lock.isAt(path) ? lock : nil
    case .isTaken: nil
    }
  }

  /// Waits until nobody else holds the folder at a path, which may be another one by then.
  ///
  /// A file system without locks holds nobody off, as if each run were the only one.
  ///
  /// - Parameter willWait: Is called once where there is something to wait for.
  /// - Throws: Where an interrupt ends the waiting.
  package static func wait(for path: String, willWait: () -> Void) throws(MachineFault) -> FolderLock {
    var waits = false
    while true {
      switch try attempt(path) {
      case .held(let lock), .unknown(let lock): if lock.isAt(path) { return lock }
      case .isTaken:
        if !waits { willWait() }
        waits = true
        // An interrupt may come to another thread, so nothing would end a wait inside the system.
        usleep(20_000)
      }
      try Interrupts.refuse()
    }
  }

  /// Whether the folder still stands at a path.
  private func isAt(_ path: String) -> Bool {
    var status = stat()
    guard fstat(folder, &status) == 0, let there = FileSystem.status(path, followsLinks: false) else { return false }
    return status.st_ino == there.st_ino && status.st_dev == there.st_dev
  }
}

extension Interrupts {
  /// - Throws: Where the user wishes that the tool should stop.
  package static func refuse() throws(MachineFault) {
    if isInterrupted { throw MachineFault("interrupted", cause: .interrupt) }
  }
}
