import CSystem
import Glibc

/// How much must survive when the power goes.
package enum Durability: Sendable, Equatable {
  /// What is lost is made again.
  case none
  /// What was told to be written is on the disk.
  case full
}

extension FileSystem {
  /// Writes a file whole or not at all: beside its place first, then renamed.
  package static func write(
    _ bytes: [UInt8], to path: String, _ durability: Durability = .none
  ) throws(MachineFault) {
    let folder = parent(of: path)
    if !folder.isEmpty { try makeFolder(folder) }
    let draft = try FileDraft(for: path)
    try draft.fill(bytes, durability)
    try draft.put(durability)
  }

  /// Gives an existing file new contents, whole or not at all, for good; it keeps its permissions and its owner.
  package static func overwrite(_ path: String, with bytes: [UInt8]) throws(MachineFault) {
    let draft = try FileDraft(for: path)
    try draft.fill(bytes, .full)
    if let status = status(path) { draft.adopt(status) }
    try draft.put(.full)
  }

  /// Makes a folder, and those that it lies in, where there is none.
  package static func makeFolder(_ path: String) throws(MachineFault) {
    if uninterrupted({ mkdir(path, 0o777) }) == 0 { return }
    var number = errno
    if isFolder(path) { return }
    let parent = parent(of: path)
    if number == ENOENT, !parent.isEmpty, parent != path {
      try makeFolder(parent)
      if uninterrupted({ mkdir(path, 0o777) }) == 0 { return }
      number = errno
      if isFolder(path) { return }
    }
    throw MachineFault(errno: number, "cannot make the folder \(path)")
  }

  /// Copies a file with its permissions, into a folder of our own that nobody looks at yet.
  package static func copyDraft(_ source: String, to target: String) throws(MachineFault) {
    guard let bytes = try readIfThere(source) else { throw MachineFault(errno: ENOENT, "cannot read \(source)") }
    try writeDraft(bytes, to: target)
    copyPermissions(of: source, to: target)
  }

  /// Gives a file or folder the permissions of another.
  package static func copyPermissions(of source: String, to target: String) {
    if let status = status(source) { chmod(target, status.st_mode & 0o7777) }
  }

  /// Makes a link to a file or a folder.
  package static func link(_ path: String, to target: String) throws(MachineFault) {
    guard uninterrupted({ symlink(target, path) }) == 0 else {
      throw MachineFault(errno: errno, "cannot make the link \(path)")
    }
  }

  /// Copies a file.
  package static func copy(_ source: String, to target: String) throws(MachineFault) {
    guard let bytes = try readIfThere(source) else { throw MachineFault(errno: ENOENT, "cannot read \(source)") }
    try write(bytes, to: target)
  }

  /// Writes a file where there is none, into a folder of our own that nobody looks at yet.
  ///
  /// - Parameter name: What the file is called where the writing fails.
  package static func writeDraft(_ bytes: [UInt8], to path: String, as name: String? = nil) throws(MachineFault) {
    let file = uninterrupted { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    guard file >= 0 else { throw MachineFault(errno: errno, "cannot write \(name ?? path)") }
    defer { close(file) }
    try write(bytes[...], into: file, name ?? path)
  }

  static func write(_ bytes: ArraySlice<UInt8>, into file: Int32, _ name: String) throws(MachineFault) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { bytes in
        uninterrupted { Glibc.write(file, bytes.baseAddress.map { $0 + done }, bytes.count - done) }
      }
      guard count > 0 else { throw MachineFault(errno: count == 0 ? ENOSPC : errno, "cannot write \(name)") }
      done += count
    }
  }

  /// Sees that a file, or the names in a folder, are on the disk.
  package static func sync(_ path: String, as name: String? = nil) throws(MachineFault) {
    let file = uninterrupted { open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW) }
    guard file >= 0 else { throw MachineFault(errno: errno, "cannot write \(name ?? path)") }
    defer { close(file) }
    try sync(file, name ?? path)
  }

  static func sync(_ file: Int32, _ name: String) throws(MachineFault) {
    try refuse(uninterrupted { fsync(file) } == 0 ? 0 : errno, name)
  }

  private static func refuse(_ number: Int32, _ name: String) throws(MachineFault) {
    // Some file systems have nothing to be asked for.
    switch number {
    case 0, EINVAL, ENOTSUP, ENOSYS: return
    default: throw MachineFault(errno: number, "cannot write \(name)")
    }
  }

  /// Sees that all files below a folder, and whatever else is on the disk that it is on, are there for good.
  ///
  /// One call costs about as much as for one file, where a call for each of hundreds takes a second.
  package static func syncDisk(of folder: String, as name: String) throws(MachineFault) {
    let file = uninterrupted { open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NOFOLLOW) }
    guard file >= 0 else { throw MachineFault(errno: errno, "cannot write \(name)") }
    defer { close(file) }
    var number = csystem_sync_disk(file)
    while number == EINTR { number = csystem_sync_disk(file) }
    try refuse(number, name)
  }

  /// Gives a file a second name; nil where the file system does not know that, or has given it too many.
  ///
  /// - Parameter name: What the file is called where that fails.
  package static func link(_ source: String, to target: String, as name: String? = nil) throws(MachineFault) -> Bool {
    if uninterrupted({ Glibc.link(source, target) }) == 0 { return true }
    switch errno {
    case EPERM, ENOTSUP, ENOSYS, EMLINK, EXDEV: return false
    case let number: throw MachineFault(errno: number, "cannot write \(name ?? target)")
    }
  }

  /// Takes a file's name away.
  package static func removeFile(_ path: String) throws(MachineFault) {
    if uninterrupted({ unlink(path) }) != 0 { throw MachineFault(errno: errno, "cannot remove \(path)") }
  }

  /// Removes a folder if nothing is in it.
  ///
  /// - Returns: Whether it is gone.
  package static func removeIfEmpty(_ path: String) -> Bool { uninterrupted { rmdir(path) } == 0 }

  /// Moves a file or folder, replacing nothing.
  package static func move(_ source: String, to target: String) throws(MachineFault) {
    let number = csystem_move(source, target)
    if number != 0 { throw MachineFault(errno: number, "cannot move \(source) to \(target)") }
  }

  /// Swaps two folders in one step.
  package static func exchange(_ left: String, _ right: String) throws(MachineFault) {
    let number = csystem_exchange(left, right)
    if number != 0 { throw MachineFault(errno: number, "cannot swap \(left) and \(right)") }
  }

  /// Whether a file system is mounted at the path itself: it cannot be replaced.
  package static func isMount(_ path: String) -> Bool { csystem_is_mount(path) != 0 }

  /// Whether the names in a folder can be changed by this user, that of one entry too.
  package static func canReplace(_ entry: String) -> Bool {
    let folder = parent(of: entry)
    guard access(folder, W_OK | X_OK) == 0 else { return false }
    guard let status = status(folder), status.st_mode & S_ISVTX != 0, geteuid() != 0, status.st_uid != geteuid() else {
      return true
    }
    // In a folder such as /tmp everybody replaces what is his own.
    return FileSystem.status(entry, followsLinks: false).map { $0.st_uid == geteuid() } ?? true
  }
}
