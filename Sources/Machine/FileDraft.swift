import CSystem
import Glibc

/// A file beside its place until it is whole; gone with this value unless it was put there.
///
/// Its name tells a later run what it is, `.NAME.lessons-XXXXXX`, and its lock, which ends with the process, whether anybody
/// still writes it: so what a killed run left can be removed, and nothing else.
struct FileDraft: ~Copyable {
  private let place: String
  private let path: String
  private let file: Int32
  private var isInPlace = false

  /// - Parameter folder: Where it stands until it is whole, on the same disk; nil for beside its place.
  init(for place: String, in folder: String? = nil) throws(MachineFault) {
    let parent = folder ?? FileSystem.parent(of: place)
    let start = (parent.isEmpty || parent == "/" ? parent : parent + "/") + DraftName.start(for: FileSystem.name(of: place))
    while true {
      let path = start + DraftName.ending()
      let file = uninterrupted { open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
      if file < 0 {
        let number = errno
        if number == EEXIST { continue }
        throw MachineFault(errno: number, "cannot write \(place)")
      }
      // Another run may have taken it for a dead one's before it was locked.
      let lock = csystem_try_lock(file)
      var status = stat()
      if lock != EWOULDBLOCK, fstat(file, &status) == 0, status.st_nlink > 0 {
        self.init(path, file, for: place)
        return
      }
      close(file)
    }
  }

  private init(_ path: String, _ file: Int32, for place: String) {
    self.place = place
    self.path = path
    self.file = file
  }

  deinit {
    if !isInPlace { unlink(path) }
    close(file)
  }

  borrowing func fill(_ bytes: [UInt8], _ durability: Durability) throws(MachineFault) {
    try append(bytes[...])
    if durability == .full { try FileSystem.sync(file, place) }
  }

  borrowing func append(_ bytes: ArraySlice<UInt8>) throws(MachineFault) { try FileSystem.write(bytes, into: file, place) }

  /// Takes over the permissions and, if the system lets us, the owner of a file.
  borrowing func adopt(_ status: stat) {
    _ = fchown(file, status.st_uid, status.st_gid)
    fchmod(file, status.st_mode & 0o7777)
  }

  /// Moves it to its place, over what is there.
  consuming func put(_ durability: Durability) throws(MachineFault) {
    guard uninterrupted({ rename(path, place) }) == 0 else { throw MachineFault(errno: errno, "cannot write \(place)") }
    isInPlace = true
    if durability == .none { return }
    let parent = FileSystem.parent(of: place)
    try FileSystem.sync(parent.isEmpty ? "." : parent, as: place)
  }
}

extension FileSystem {
  /// Removes the drafts of files that runs left in a folder when they were killed.
  ///
  /// - Parameter names: What is in the folder.
  package static func removeDeadDrafts(in folder: String, among names: [String]) {
    for name in names where DraftName.isOne(name) {
      let path = folder + "/" + name
      let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
      guard file >= 0 else { continue }
      defer { close(file) }
      var status = stat()
      guard fstat(file, &status) == 0, kind(status) == .file, status.st_uid == geteuid(), csystem_try_lock(file) == 0 else {
        continue
      }
      unlink(path)
    }
  }
}

/// How what is not finished yet is called: `.NAME.lessons-XXXXXX`.
package enum DraftName {
  private static let mark = ".lessons-"
  private static let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789".utf8)
  private static let endingLength = 6
  /// Names are no longer than 255 bytes.
  private static let longestName = 200

  /// What the drafts of a file or folder begin with. Long names are cut, and told apart by their digests.
  package static func start(for name: String) -> String {
    if name.utf8.count <= longestName { return "." + name + mark }
    return ".\(SHA256.digest(Array(name.utf8)))\(mark)"
  }

  /// A new ending at each call.
  static func ending() -> String {
    var generator = SystemRandomNumberGenerator()
    return String(decoding: (0..<endingLength).compactMap { _ in letters.randomElement(using: &generator) }, as: UTF8.self)
  }

  /// Whether the name is that of a draft.
  static func isOne(_ name: String) -> Bool {
    let bytes = Array(name.utf8)
    guard bytes.first == UInt8(ascii: "."), bytes.count > mark.utf8.count + endingLength else { return false }
    return isEnding(bytes.suffix(endingLength)) && bytes.dropLast(endingLength).suffix(mark.utf8.count).elementsEqual(mark.utf8)
  }

  /// Whether the name is one of those that begin so.
  static func isOne(_ name: String, startingWith start: String) -> Bool {
    name.utf8.starts(with: start.utf8) && isEnding(name.utf8.dropFirst(start.utf8.count))
  }

  private static func isEnding(_ bytes: some Collection<UInt8>) -> Bool {
    bytes.count == endingLength && bytes.allSatisfy(letters.contains)
  }
}
