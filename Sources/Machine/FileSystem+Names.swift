import Foundation
import Glibc

/// Folders as lists of names, and paths as texts.
extension FileSystem {
  /// The names in a folder, in the order of their bytes; none where it cannot be read.
  package static func names(in folder: String) -> [String] { (try? allNames(in: folder)) ?? [] }

  /// The names in a folder, in the order of their bytes.
  ///
  /// - Throws: Where there is a folder that cannot be read, which is not the same as an empty one.
  package static func allNames(in folder: String) throws(MachineFault) -> [String] {
    try entries(in: folder).map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private static func entries(in folder: String) throws(MachineFault) -> [(name: String, kind: Kind?)] {
    guard let stream = opendir(folder) else {
      let number = errno
      if number == ENOENT || number == ENOTDIR { return [] }
      throw MachineFault(errno: number, "cannot read the folder \(folder)")
    }
    defer { closedir(stream) }
    var entries: [(name: String, kind: Kind?)] = []
    while true {
      errno = 0
      guard let entry = readdir(stream) else {
        let number = errno
        if number == 0 { return entries }
        throw MachineFault(errno: number, "cannot read the folder \(folder)")
      }
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
      if name == "." || name == ".." { continue }
      let kind: Kind? =
        switch Int(entry.pointee.d_type) {
        case DT_REG: .file
        case DT_DIR: .folder
        case DT_UNKNOWN: nil
        default: .other
        }
      entries.append((name, kind))
    }
  }

  /// The paths of what is below a folder and no folder itself, relative to it, in the order of their bytes. No link is
  /// followed: one that leads to a folder counts as a file, for it may lead in a circle or far away. None where a folder cannot
  /// be read.
  package static func files(below folder: String) -> [String] { (try? allFiles(below: folder)) ?? [] }

  /// The same.
  ///
  /// - Throws: Where there is a folder that cannot be read.
  package static func allFiles(below folder: String) throws(MachineFault) -> [String] {
    var found: [String] = []
    var folders = [""]
    while let next = folders.popLast() {
      for entry in try entries(in: next.isEmpty ? folder : folder + "/" + next) {
        let path = next.isEmpty ? entry.name : next + "/" + entry.name
        let kind = entry.kind ?? status(folder + "/" + path, followsLinks: false).map(kind)
        if kind == .folder { folders.append(path) } else { found.append(path) }
      }
    }
    return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The stamps of the files below a folder, by their paths from it, in the order of their bytes.
  package static func stamps(below folder: String) -> [FileStamp] {
    files(below: folder).compactMap { path in
      var stamp = stamp(of: folder + "/" + path)
      stamp?.path = path
      return stamp
    }
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

  /// The path without links; of one that leads to nothing yet, the part that leads to something.
  package static func resolved(_ path: String) -> String {
    if let real = realpath(path, nil) {
      defer { free(real) }
      return String(cString: real)
    }
    let parent = parent(of: path)
    if parent == path || path.isEmpty { return path }
    let folder = resolved(parent.isEmpty ? "." : parent)
    return (folder == "/" ? "" : folder) + "/" + name(of: path)
  }

  /// The path from the root, without dots.
  package static func absolute(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }

  /// The folder that a path lies in; empty for a name alone. Foundation's own crashes on a path of one letter.
  package static func parent(of path: String) -> String {
    // Asked for each file of a site: usually the last slash says it.
    if let parent = plainParent(of: path.utf8) { return String(parent) ?? "" }
    let parts = path.split(separator: "/")
    return (path.hasPrefix("/") ? "/" : "") + parts.dropLast().joined(separator: "/")
  }

  /// What stands before the last slash; nil where slashes stand side by side, at the end or only at the start.
  private static func plainParent(of path: String.UTF8View) -> Substring.UTF8View? {
    let slash = UInt8(ascii: "/")
    guard let last = path.lastIndex(of: slash) else { return path[..<path.startIndex] }
    guard last > path.startIndex, path.index(after: last) < path.endIndex,
      !zip(path, path.dropFirst()).contains(where: { $0 == slash && $1 == slash })
    else { return nil }
    return path[..<last]
  }

  /// The last part of a path.
  package static func name(of path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}
