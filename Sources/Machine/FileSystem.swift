import CSystem
import Foundation

/// Reading and writing files: every touch of the disk outside running programs goes through here.
package enum FileSystem {
  /// The bytes of a file; nil where it cannot be read.
  package static func read(_ path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0, kind(status) != .folder else { return nil }
    var bytes: [UInt8] = []
    // Files that the system makes up say that they are empty: only the end of a file tells its size.
    var room = Int(status.st_size) + (kind(status) == .file && status.st_size > 0 ? 0 : 4_096)
    while true {
      let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        while count < room, let start = buffer.baseAddress {
          let found = Foundation.read(file, start + count, room - count)
          if found < 0, errno == EINTR { continue }
          if found <= 0 { return }
          count += found
        }
      }
      if bytes.isEmpty { bytes = part } else { bytes += part }
      if part.count < room || (kind(status) == .file && bytes.count == Int(status.st_size)) { return bytes }
      room = 65_536
    }
  }

  /// Writes a file whole or not at all: beside its place first, then renamed.
  package static func write(_ bytes: [UInt8], to path: String) throws(MachineFault) {
    do {
      try FileManager.default.createDirectory(
        atPath: parent(of: path), withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw MachineFault("cannot write \(path): \(reason(error))")
    }
  }

  /// Gives an existing file new contents, whole or not at all, and keeps its permissions.
  package static func overwrite(_ path: String, with bytes: [UInt8]) throws(MachineFault) {
    let permissions = try? FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    try write(bytes, to: path)
    if let permissions { try? FileManager.default.setAttributes([.posixPermissions: permissions], ofItemAtPath: path) }
  }

  /// Makes a folder, and those that it lies in, where there is none.
  package static func makeFolder(_ path: String) throws(MachineFault) {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw MachineFault("cannot make the folder \(path): \(reason(error))")
    }
  }

  /// Removes a file, or a folder with all that is in it, where there is one.
  package static func remove(_ path: String) { try? FileManager.default.removeItem(atPath: path) }

  /// Whether there is anything at the path.
  package static func exists(_ path: String) -> Bool { status(path) != nil }

  /// Whether the path leads to a folder.
  package static func isFolder(_ path: String) -> Bool { status(path).map(kind) == .folder }

  /// Whether a file of plain bytes stands at the path itself, and no link.
  package static func isRegularFile(_ path: String) -> Bool { status(path, followsLinks: false).map(kind) == .file }

  private enum Kind { case file, folder, other }

  private static func kind(_ status: stat) -> Kind {
    switch status.st_mode & S_IFMT {
    case S_IFREG: .file
    case S_IFDIR: .folder
    default: .other
    }
  }

  private static func status(_ path: String, followsLinks: Bool = true) -> stat? {
    var status = stat()
    return (followsLinks ? stat(path, &status) : lstat(path, &status)) == 0 ? status : nil
  }

  /// Whether the path leads to a file that can be started.
  package static func isExecutable(_ path: String) -> Bool {
    FileManager.default.isExecutableFile(atPath: path) && !isFolder(path)
  }

  /// Whether files can be put into the folder, which is made where there is none.
  package static func canWrite(intoFolder folder: String) -> Bool {
    (try? makeFolder(folder)) != nil && FileManager.default.isWritableFile(atPath: folder)
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

  /// Removes files below some folders, those that were not used for longest first, until the rest is small enough.
  ///
  /// - Parameter bytes: How much may stay; where there is more, a fifth of it is freed as well.
  package static func trim(_ folders: [String], to bytes: Int) {
    let files = folders.flatMap { folder in
      stamps(below: folder).map { stamp in (path: folder + "/" + stamp.path, stamp: stamp) }
    }
    var total = files.reduce(0) { $0 + $1.stamp.size }
    guard total > bytes else { return }
    for file in files.sorted(by: { ($0.stamp.seconds, $0.stamp.nanoseconds) < ($1.stamp.seconds, $1.stamp.nanoseconds) }) {
      if total <= bytes / 5 * 4 { return }
      remove(file.path)
      total -= file.stamp.size
    }
  }

  /// The stamps of the files below a folder, by their paths from it, in the order of their bytes.
  package static func stamps(below folder: String) -> [FileStamp] {
    files(below: folder).compactMap { path in
      var stamp = stamp(of: folder + "/" + path)
      stamp?.path = path
      return stamp
    }
  }

  /// The names in a folder, in the order of their bytes.
  package static func names(in folder: String) -> [String] {
    entries(in: folder).map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func entries(in folder: String) -> [(name: String, kind: Kind?)] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var entries: [(name: String, kind: Kind?)] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name == "." || name == ".." { continue }
      let kind: Kind? =
        switch Int(entry.pointee.d_type) {
        case DT_REG: .file
        case DT_DIR: .folder
        default: nil
        }
      entries.append((name, kind))
    }
    return entries
  }

  /// The paths of the files below a folder, relative to it, in the order of their bytes.
  package static func files(below folder: String) -> [String] {
    var found: [String] = []
    var folders = [""]
    while let next = folders.popLast() {
      for entry in entries(in: folder + "/" + next) {
        let path = next.isEmpty ? entry.name : next + "/" + entry.name
        let isFolder = entry.kind.map { $0 == .folder } ?? isFolder(folder + "/" + path)
        if isFolder { folders.append(path) } else { found.append(path) }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path without links.
  package static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    return URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// The path from the root, without dots.
  package static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

  /// The folder that a path lies in; empty for a name alone. Foundation's own crashes on a path of one letter.
  package static func parent(of path: String) -> String {
    let parts = path.split(separator: "/")
    return (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
  }

  /// The last part of a path.
  package static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }

  /// Where programs put what they need for a moment.
  package static var temporaryFolder: String { FileManager.default.temporaryDirectory.path }

  /// Copies a file.
  package static func copy(_ source: String, to target: String) throws(MachineFault) {
    guard let bytes = read(source) else { throw MachineFault("cannot read \(source)") }
    try write(bytes, to: target)
  }

  /// Writes a file where there is none, into a folder of our own that nobody looks at yet.
  package static func writeDraft(_ bytes: [UInt8], to path: String) throws(MachineFault) {
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard file >= 0 else { throw MachineFault("cannot write \(path): \(String(cString: strerror(errno)))") }
    defer { close(file) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw MachineFault("cannot write \(path): \(String(cString: strerror(errno)))") }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives a file a second name, or copies it where the system does not allow that.
  package static func link(_ source: String, to target: String) throws(MachineFault) {
    if Foundation.link(source, target) == 0 { return }
    try copy(source, to: target)
  }

  /// Moves a folder, replacing nothing.
  package static func move(_ source: String, to target: String) throws(MachineFault) {
    do {
      try FileManager.default.moveItem(atPath: source, toPath: target)
    } catch {
      throw MachineFault("cannot move \(source) to \(target): \(reason(error))")
    }
  }

  /// Swaps two folders in one step.
  package static func exchange(_ left: String, _ right: String) throws(MachineFault) {
    let fault = csystem_exchange(left, right)
    if fault != 0 { throw MachineFault("cannot swap \(left) and \(right): \(String(cString: strerror(fault)))") }
  }

  /// A new empty folder of our own for the time of one run.
  package static func makeScratchFolder() throws(MachineFault) -> String {
    var template = Array((temporaryFolder + "/lessons-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw MachineFault(
        "cannot make a temporary folder: \(String(cString: strerror(errno))); set TMPDIR to a folder that can be written")
    }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func reason(_ error: any Error) -> String {
    let cause = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    if let cause, cause.domain == NSPOSIXErrorDomain { return String(cString: strerror(Int32(cause.code))) }
    return (error as NSError).localizedDescription
  }
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
