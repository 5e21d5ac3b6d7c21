import Glibc
import Synchronization

/// A folder of one process: a lock on it ends with the process, so a later run tells those of killed ones and removes them.
package final class ProcessFolder: Sendable {
  package let path: String
  /// For who holds on to the folder longer than to this value.
  package let lock: FolderLock

  private init(path: String, lock: FolderLock) {
    self.path = path
    self.lock = lock
  }

  /// Makes a new one.
  ///
  /// - Parameters:
  ///   - base: The folder that it lies in.
  ///   - start: What its name begins with; six letters follow.
  package convenience init(in base: String, startingWith start: String, mode: UInt32 = 0o777) throws(MachineFault) {
    while true {
      let path = base + "/" + start + DraftName.ending()
      if uninterrupted({ mkdir(path, mode) }) != 0 {
        let number = errno
        if number == EEXIST { continue }
        throw MachineFault(errno: number, "cannot make a folder in \(base)")
      }
      if let lock = try FolderLock.ofNew(path) {
        self.init(path: path, lock: lock)
        return
      }
    }
  }

  /// Those of processes that are dead, which now belong to this one. Nothing of another user is among them, and no link.
  package static func dead(in base: String, startingWith start: String) -> [ProcessFolder] {
    FileSystem.names(in: base).compactMap { name in
      let path = base + "/" + name
      guard DraftName.isOne(name, startingWith: start), FileSystem.isFolderItself(path),
        FileSystem.status(path, followsLinks: false)?.st_uid == geteuid()
      else { return nil }
      return FolderLock.ifFree(path).map { ProcessFolder(path: path, lock: $0) }
    }
  }

  /// Removes it with all that is in it.
  package func remove() { FileSystem.remove(path) }

  /// What this process removes when it ends.
  private static let atEnd = Mutex<[String]?>(nil)

  /// Sees that it is removed when the process ends.
  package func removeAtEnd() {
    let isFirst = Self.atEnd.withLock { paths in
      defer { paths = (paths ?? []) + [path] }
      return paths == nil
    }
    if isFirst { atexit { ProcessFolder.removeAll() } }
  }

  private static func removeAll() { for path in atEnd.withLock({ $0 ?? [] }) { FileSystem.remove(path) } }
}
