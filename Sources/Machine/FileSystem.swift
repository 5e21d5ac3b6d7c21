import CSystem
import Foundation

/// Reading and writing files: every touch of the disk outside running programs goes through here.
package enum FileSystem {
  /// The bytes of a file; nil where it cannot be read.
  package static func read(_ path: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path).map { [UInt8]($0) }
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

  /// Writes a file of a folder that is not in its place yet: nobody reads it before, so it need not appear whole, nor wait
  /// for the disk. The folder that it lies in is there.
  package static func writeDraft(_ bytes: [UInt8], to path: String) throws(MachineFault) {
    let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    var rest = bytes[...]
    while file >= 0, !rest.isEmpty {
      let count = rest.withUnsafeBytes { Foundation.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { break }
      rest = rest.dropFirst(max(count, 0))
    }
    let fault = errno
    if file >= 0, close(file) == 0, rest.isEmpty { return }
    throw MachineFault("cannot write \(path): \(String(cString: strerror(fault)))")
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
  package static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  /// Whether the path leads to a folder.
  package static func isFolder(_ path: String) -> Bool {
    var isFolder: ObjCBool = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
  }

  /// Whether a file of plain bytes stands at the path itself, and no link.
  package static func isRegularFile(_ path: String) -> Bool {
    let type = try? FileManager.default.attributesOfItem(atPath: path)[.type] as? FileAttributeType
    return type == .typeRegular
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
  package static func size(of path: String) -> Int? {
    (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? NSNumber)?.intValue
  }

  /// The names in a folder, in the order of their bytes.
  package static func names(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The paths of the files below a folder, relative to it, in the order of their bytes.
  package static func files(below folder: String) -> [String] {
    var found: [String] = []
    var folders = [""]
    while let next = folders.popLast() {
      for name in names(in: folder + "/" + next) {
        let path = next.isEmpty ? name : next + "/" + name
        if isFolder(folder + "/" + path) { folders.append(path) } else { found.append(path) }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The path without links.
  package static func resolved(_ path: String) -> String { URL(fileURLWithPath: path).resolvingSymlinksInPath().path }

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
