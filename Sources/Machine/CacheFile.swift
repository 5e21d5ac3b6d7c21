import Synchronization

/// A file of the cache: it is written in a folder of the process, then moved to its place, so that a killed run leaves nothing
/// that a later one would not find.
package enum CacheFile {
  private static let start = ".drafts-"
  private static let mostBytes = 1 << 30
  /// The folders of this process, by the caches that they are in.
  private static let folders = Mutex<[String: ProcessFolder]>([:])

  /// What is kept at a path; nil where there is no file, or none that could be ours.
  package static func read(_ path: String, upTo limit: Int = mostBytes) -> [UInt8]? {
    guard FileSystem.isRegularFile(path), let size = FileSystem.size(of: path), size <= limit,
      let bytes = FileSystem.read(path)
    else { return nil }
    FileSystem.touch(path)
    return bytes
  }

  /// A part of what is kept at a path; nil where the file does not go so far.
  package static func read(_ range: Range<Int>, of path: String) -> [UInt8]? {
    guard FileSystem.isRegularFile(path), let file = try? Descriptor.reading(path) else { return nil }
    let bytes = file.contents(in: range)
    return bytes.count == range.count ? bytes : nil
  }

  /// Keeps a file.
  ///
  /// - Parameter cache: The folder of the cache, in which the path lies.
  package static func write(_ bytes: [UInt8], to path: String, in cache: String) throws(MachineFault) {
    try write(bytes, followedBy: 0, to: path, in: cache) { _ in [] }
  }

  /// Keeps a file that is never in memory as a whole.
  ///
  /// - Parameters:
  ///   - head: What it begins with.
  ///   - count: How many pieces follow.
  ///   - cache: The folder of the cache, in which the path lies.
  ///   - piece: What each of them is.
  package static func write(
    _ head: [UInt8], followedBy count: Int, to path: String, in cache: String, piece: (Int) -> ArraySlice<UInt8>
  ) throws(MachineFault) {
    try FileSystem.makeFolder(FileSystem.parent(of: path))
    let draft = try FileDraft(for: path, in: folder(in: cache))
    try draft.append(head[...])
    for number in 0..<count { try draft.append(piece(number)) }
    try draft.put(.none)
  }

  /// Removes what runs that were killed have left in a cache.
  package static func removeDeadDrafts(in cache: String) {
    for dead in ProcessFolder.dead(in: cache, startingWith: start) { dead.remove() }
  }

  private static func folder(in cache: String) throws(MachineFault) -> String {
    try folders.withLock { folders throws(MachineFault) in
      if let folder = folders[cache], FileSystem.isFolderItself(folder.path) { return folder.path }
      let folder = try ProcessFolder(in: cache, startingWith: start, mode: 0o700)
      folder.removeAtEnd()
      folders[cache] = folder
      return folder.path
    }
  }
}
