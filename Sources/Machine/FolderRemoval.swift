import Glibc

extension FileSystem {
  /// Removes a file, or a folder with all that is in it, where there is one. Whatever a program has put there: no link is
  /// followed, no name and no depth stands in the way, and a folder's permissions do not either where it is ours.
  package static func remove(_ path: String) {
    if unlink(path) == 0 || errno == ENOENT { return }
    guard let top = FolderRemoval.open(AT_FDCWD, path) else { return }
    FolderRemoval.empty(top)
    close(top)
    rmdir(path)
  }
}

/// Empties folders.
///
/// A folder in a folder is moved up into the top one, and so on until none is in another: so it takes no more open files and
/// no longer paths, however deep they lie. It moves to a name without a dot: where this is cut short, what is left must not look
/// like a folder of the author.
private enum FolderRemoval {
  /// Opens a folder to be emptied, and no link to one.
  static func open(_ parent: Int32, _ name: UnsafePointer<CChar>) -> Int32? {
    let flags = O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    var folder = uninterrupted { openat(parent, name, flags) }
    if folder < 0, errno == EACCES {
      fchmodat(parent, name, 0o700, AT_SYMLINK_NOFOLLOW)
      folder = uninterrupted { openat(parent, name, flags) }
    }
    if folder < 0 { return nil }
    var status = stat()
    if fstat(folder, &status) == 0, status.st_mode & 0o700 != 0o700 { fchmod(folder, 0o700) }
    return folder
  }

  static func empty(_ top: Int32) {
    var number = 0
    // Folders that were moved up come in the next round; one that changes nothing is the last.
    while pass(top, into: top, &number) {}
  }

  /// Removes what is in a folder but folders that are not empty: they move up.
  ///
  /// - Returns: Whether there was a folder that was emptied.
  private static func pass(_ folder: Int32, into top: Int32, _ number: inout Int) -> Bool {
    let copy = fcntl(folder, F_DUPFD_CLOEXEC, 3)
    guard copy >= 0 else { return false }
    guard let stream = fdopendir(copy) else {
      close(copy)
      return false
    }
    defer { closedir(stream) }
    rewinddir(stream)
    var names: [[CChar]] = []
    while let entry = readdir(stream) {
      names.append(withUnsafeBytes(of: &entry.pointee.d_name) { $0.prefix { $0 != 0 }.map(CChar.init(bitPattern:)) + [0] })
    }
    var hasChanged = false
    for name in names where name != [46, 0] && name != [46, 46, 0] {
      if unlinkat(folder, name, 0) == 0 || unlinkat(folder, name, AT_REMOVEDIR) == 0 { continue }
      if folder != top {
        // Moving a folder changes it, for it names the one that it lies in.
        guard let inner = open(folder, name) else { continue }
        close(inner)
        while true {
          number += 1
          if renameat(folder, name, top, "removed-\(number)") == 0 {
            hasChanged = true
            break
          }
          // Something else may have this name.
          guard errno == EEXIST || errno == ENOTEMPTY || errno == ENOTDIR || errno == EISDIR else { break }
        }
      } else if let inner = open(folder, name) {
        let hasMoved = pass(inner, into: top, &number)
        close(inner)
        hasChanged = unlinkat(folder, name, AT_REMOVEDIR) == 0 || hasMoved || hasChanged
      }
    }
    return hasChanged
  }
}
