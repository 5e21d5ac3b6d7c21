import Glibc

/// Tells what changes in a folder and below it: by inotify, and by looking again and again where that cannot be had.
///
/// The folder itself may go and come back. Names that editors and version control use for themselves are passed over.
package struct FolderWatch: ~Copyable {
  private let folder: String
  /// Negative where the folder is looked at again and again.
  private var queue: Int32 = -1
  /// The watched folders by their watches, relative to the folder: the empty text is the folder itself.
  private var watches: [Int32: String] = [:]
  /// What was seen at the last look; nil where inotify tells.
  private var seen: [String: Seen]?

  /// What tells one state of a file from another without reading it.
  private struct Seen: Equatable {
    var device: UInt
    var number: UInt
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  /// - Parameter polls: Whether the folder is looked at again and again even where inotify can be had.
  package init(folder: String, polls: Bool = false) {
    self.folder = folder
    if polls || !watchAll() { seen = look() }
  }

  deinit { if queue >= 0 { _ = close(queue) } }

  /// Whether nothing tells of changes, so that they are looked for.
  package var polls: Bool { seen != nil }

  /// The paths that changed, relative to the folder; empty where nothing did in that time. The empty path is any of them.
  ///
  /// A path that changes often within the time is there once; the call returns with the first changes.
  package mutating func changes(within milliseconds: Double) -> Set<String> {
    if seen == nil, watches.isEmpty {
      // The folder is gone. It cannot be watched before it is back.
      pause(milliseconds, atMost: Self.absencePause)
      return FileSystem.isFolder(folder) && rewatched() ? [""] : []
    }
    guard seen != nil else { return told(within: milliseconds) }
    pause(milliseconds, atMost: Self.lookPause)
    let before = seen ?? [:]
    let now = look()
    seen = now
    return Set(before.keys).union(now.keys).filter { before[$0] != now[$0] }
  }

  /// How often a folder that is gone is looked for, and one that cannot be watched is looked at, in milliseconds.
  private static let absencePause = 100.0
  private static let lookPause = 300.0

  private func pause(_ milliseconds: Double, atMost most: Double) {
    _ = poll(nil, 0, Int32(min(max(milliseconds, 0), most).rounded(.up)))
  }

  private mutating func rewatched() -> Bool {
    if !watchAll() { seen = look() }
    return true
  }

  /// Whether a file of that name may be a part of a course.
  package static func isOfInterest(_ name: String) -> Bool {
    !name.hasPrefix(".") && !name.hasPrefix("#") && !name.hasSuffix("~") && name != "4913"
  }

  // MARK: Being told

  private static let mask = UInt32(
    IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_DELETE_SELF | IN_MOVE_SELF | IN_ONLYDIR)

  /// Begins anew; false where the system has no more watches.
  private mutating func watchAll() -> Bool {
    if queue >= 0 { _ = close(queue) }
    watches = [:]
    queue = inotify_init1(Int32(IN_CLOEXEC | IN_NONBLOCK))
    guard queue >= 0 else { return false }
    // A folder that is gone is waited for.
    return watch("") || !FileSystem.isFolder(folder)
  }

  private mutating func watch(_ path: String) -> Bool {
    let place = path.isEmpty ? folder : folder + "/" + path
    let number = inotify_add_watch(queue, place, Self.mask)
    guard number >= 0 else { return errno == ENOENT || errno == ENOTDIR ? !path.isEmpty : false }
    watches[number] = path
    for name in Self.names(in: place) where Self.isOfInterest(name) && Self.isFolder(place + "/" + name) {
      guard watch(path.isEmpty ? name : path + "/" + name) else { return false }
    }
    return true
  }

  private mutating func told(within milliseconds: Double) -> Set<String> {
    var poller = pollfd(fd: queue, events: Int16(POLLIN), revents: 0)
    guard poll(&poller, 1, Int32(max(milliseconds, 0).rounded(.up))) > 0 else { return [] }
    var changed: Set<String> = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = read(queue, &buffer, buffer.count)
      if count <= 0 { return changed }
      take(buffer[..<count], into: &changed)
    }
  }

  /// Takes in what the system wrote: a head of 16 bytes for each event, then its name, filled up with zeros.
  private mutating func take(_ events: ArraySlice<UInt8>, into changed: inout Set<String>) {
    var rest = events
    while rest.count >= 16 {
      let (number, mask, length) = rest.withUnsafeBytes { bytes in
        (
          bytes.loadUnaligned(fromByteOffset: 0, as: Int32.self), bytes.loadUnaligned(fromByteOffset: 4, as: UInt32.self),
          Int(bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self))
        )
      }
      let name = String(decoding: rest.dropFirst(16).prefix(length).prefix { $0 != 0 }, as: UTF8.self)
      rest = rest.dropFirst(16 + length)
      take(number, mask, name, into: &changed)
    }
  }

  private mutating func take(_ number: Int32, _ mask: UInt32, _ name: String, into changed: inout Set<String>) {
    if mask & UInt32(IN_Q_OVERFLOW) != 0 {
      changed.insert("")
      if !watchAll() { seen = look() }
      return
    }
    guard let parent = watches[number] else { return }
    if mask & UInt32(IN_DELETE_SELF | IN_MOVE_SELF | IN_IGNORED) != 0 {
      watches[number] = nil
      changed.insert(parent)
      if parent.isEmpty { watches = [:] }
      return
    }
    guard Self.isOfInterest(name) else { return }
    let path = parent.isEmpty ? name : parent + "/" + name
    let isFolder = mask & UInt32(IN_ISDIR) != 0
    // A file that was just made is told of again when it has been written.
    if mask & UInt32(IN_CREATE) != 0, !isFolder, !Self.isLink(folder + "/" + path) { return }
    changed.insert(path)
    if isFolder, mask & UInt32(IN_CREATE | IN_MOVED_TO) != 0, !watch(path) { seen = look() }
  }

  // MARK: Looking

  private func look() -> [String: Seen] {
    var found: [String: Seen] = [:]
    look(into: "", &found)
    return found
  }

  private func look(into path: String, _ found: inout [String: Seen]) {
    let place = path.isEmpty ? folder : folder + "/" + path
    for name in Self.names(in: place) where Self.isOfInterest(name) {
      let inner = path.isEmpty ? name : path + "/" + name
      var status = stat()
      guard stat(place + "/" + name, &status) == 0 else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        look(into: inner, &found)
      } else {
        found[inner] = Seen(
          device: UInt(status.st_dev), number: UInt(status.st_ino), size: Int(status.st_size),
          seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec)
      }
    }
  }

  private static func names(in folder: String) -> [String] { FileSystem.names(in: folder) }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private static func isLink(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFLNK
  }
}
