import Glibc

/// Reading and writing files: every touch of the disk outside running programs goes through here.
package enum FileSystem {
  /// The bytes of a file; nil where it cannot be read.
  package static func read(_ path: String) -> [UInt8]? { try? readIfThere(path) }

  /// The digest of a file, which is read piece by piece; nil where it cannot be read.
  package static func digest(of path: String) -> String? {
    let file = uninterrupted { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard file >= 0 else { return nil }
    defer { close(file) }
    var digest = SHA256()
    var piece = [UInt8](repeating: 0, count: 256 << 10)
    while true {
      let count = uninterrupted { Glibc.read(file, &piece, piece.count) }
      if count < 0 { return nil }
      if count == 0 { return digest.finish() }
      digest.update(piece[..<count])
    }
  }

  /// The bytes of a file; nil where there is none.
  ///
  /// - Throws: Where there is one that cannot be read, which is not the same as none.
  package static func readIfThere(_ path: String) throws(MachineFault) -> [UInt8]? {
    // Whoever opens a pipe waits for its other end, unless it is said otherwise.
    let file = uninterrupted { open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY) }
    guard file >= 0 else {
      let number = errno
      if number == ENOENT || number == ENOTDIR { return nil }
      throw MachineFault(errno: number, "cannot read \(path)")
    }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw MachineFault(errno: errno, "cannot read \(path)") }
    let kind = kind(status)
    if kind == .folder { throw MachineFault(errno: EISDIR, "cannot read \(path)") }
    var bytes: [UInt8] = []
    // Files that the system makes up say that they are empty: only the end of a file tells its size.
    var room = Int(status.st_size) + (kind == .file && status.st_size > 0 ? 0 : 4_096)
    while true {
      var fault: Int32 = 0
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < room, let start = buffer.baseAddress {
          let found = uninterrupted { Glibc.read(file, start + count, room - count) }
          if found < 0 { fault = errno }
          if found <= 0 { return }
          count += found
        }
      }
      if fault != 0 { throw MachineFault(errno: fault, "cannot read \(path)") }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if part.count < room || (kind == .file && bytes.count == Int(status.st_size)) { return bytes }
      if kind == .other, bytes.count > mostOfNoFile { throw MachineFault("cannot read \(path): it has no end") }
      room = 65_536
    }
  }

  /// How many bytes are taken from what is no file, such as a device.
  private static let mostOfNoFile = 16 << 20

  /// Whether there is anything at the path.
  package static func exists(_ path: String) -> Bool { status(path) != nil }

  /// Whether there is anything at the path itself, a link that leads nowhere too.
  package static func isThere(_ path: String) -> Bool { status(path, followsLinks: false) != nil }

  /// Whether the path leads to a folder.
  package static func isFolder(_ path: String) -> Bool { status(path).map(kind) == .folder }

  /// Whether a file of plain bytes stands at the path itself, and no link.
  package static func isRegularFile(_ path: String) -> Bool { status(path, followsLinks: false).map(kind) == .file }

  /// Whether a folder stands at the path itself, and no link.
  package static func isFolderItself(_ path: String) -> Bool { status(path, followsLinks: false).map(kind) == .folder }

  enum Kind { case file, folder, other }

  static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  static func status(_ path: String, followsLinks: Bool = true) -> stat? {
    var status = stat()
    return (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 ? status : nil
  }

  /// Whether the path leads to a file that can be started.
  package static func isExecutable(_ path: String) -> Bool { access(path, X_OK) == 0 && !isFolder(path) }

  /// Whether files can be put into the folder, which is made where there is none.
  package static func canWrite(intoFolder folder: String) -> Bool {
    (try? makeFolder(folder)) != nil && access(folder, W_OK | X_OK) == 0
  }

  /// How many bytes a file holds.
  package static func size(of path: String) -> Int? { status(path, followsLinks: false).map { Int($0.st_size) } }

  /// What tells whether a file is still the one it was without reading it: for the tools that work here, never for what
  /// authors write.
  package static func stamp(of path: String) -> FileStamp? {
    status(path).map { status in
      FileStamp(
        path: path, size: Int(status.st_size), seconds: Int(status.st_mtim.tv_sec), nanoseconds: Int(status.st_mtim.tv_nsec),
        node: Int(bitPattern: UInt(status.st_ino)))
    }
  }

  /// Notes that a file was used, so that those that nobody uses can be told from it; not more than once a day.
  package static func touch(_ path: String) {
    guard let stamp = stamp(of: path), stamp.seconds + 86_400 < time(nil) else { return }
    utimensat(AT_FDCWD, path, nil, 0)
  }

  /// Who could change what is in a folder besides this user; nil for nobody.
  package static func stranger(atFolder folder: String) -> FolderStranger? {
    guard let status = status(folder) else { return nil }
    if status.st_uid != geteuid() { return .owner }
    return status.st_mode & S_IWOTH != 0 ? .everybody : nil
  }
}

/// Whose word a folder is, where it is not this user's alone.
package enum FolderStranger: Sendable, Equatable {
  case owner, everybody
}

/// What a file is known by without its contents.
package struct FileStamp: Sendable, Equatable {
  package var path: String
  package var size: Int
  package var seconds: Int
  package var nanoseconds: Int
  package var node: Int

  package init(path: String, size: Int, seconds: Int, nanoseconds: Int, node: Int) {
    self.path = path
    self.size = size
    self.seconds = seconds
    self.nanoseconds = nanoseconds
    self.node = node
  }
}
