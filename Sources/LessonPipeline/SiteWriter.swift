import Foundation
import LessonModel
package import LessonSite
package import Machine

/// Puts a site in the place of the last one, whole or not at all: it is written beside its place and swapped in one step.
package struct SiteWriter: Sendable {
  /// The output folder as the author gave it.
  package var folder: String

  package init(folder: String) { self.folder = folder }

  /// The list of the site's own files, in the site: what tells a folder of ours from a stranger's.
  static let list = ".lessons-site"

  /// Refuses a folder that must not be replaced, before any work is done.
  ///
  /// - Parameter course: The folder of the lessons.
  package func refuseUnsafeFolder(course: String) throws(MachineFault) {
    let output = FileSystem.resolved(FileSystem.absolute(folder))
    let lessons = FileSystem.resolved(FileSystem.absolute(course))
    let home = FileSystem.resolved(NSHomeDirectory())
    if output == "/" || output == home || output == lessons || lessons.hasPrefix(output + "/")
      || output.hasPrefix(lessons + "/")
    {
      throw MachineFault(
        "the site cannot go to \(folder): it would replace or mix with other files; give a folder of its own with -o")
    }
    if FileSystem.exists(output), !FileSystem.isFolder(output) {
      throw MachineFault("\(folder) is a file; give a folder with -o")
    }
    if let stranger = strangers(in: output).first {
      throw MachineFault(
        "\(folder) holds files that are not of a site, such as '\(stranger)'; move them away or give another folder with -o")
    }
    try FileSystem.makeFolder(output)
    guard FileSystem.canWrite(intoFolder: output) else { throw MachineFault("\(folder) cannot be written") }
  }

  /// Writes the site.
  ///
  /// - Parameter keepsOthers: Whether pages of the last site that this one does not have stay, as when one lesson is built.
  package func write(_ site: Site, keepsOthers: Bool = false) throws(MachineFault) {
    let output = FileSystem.resolved(FileSystem.absolute(folder))
    try FileSystem.makeFolder(output)
    removeLeftovers(of: output)
    let draft = "\(output).lessons-\(ProcessInfo.processInfo.processIdentifier)"
    try FileSystem.makeFolder(draft)
    do {
      var paths = Set(site.files.map(\.path))
      // Dot files such as .gitignore are the author's; they move over.
      for name in dotNames(in: output) where !FileSystem.isFolder(output + "/" + name) {
        try FileSystem.copy(output + "/" + name, to: draft + "/" + name)
      }
      if keepsOthers {
        for path in ownFiles(in: output) where !paths.contains(path) && FileSystem.exists(output + "/" + path) {
          try FileSystem.copy(output + "/" + path, to: draft + "/" + path)
          paths.insert(path)
        }
      }
      for folder in Set(site.files.map { FileSystem.parent(of: $0.path) }) { try FileSystem.makeFolder(draft + "/" + folder) }
      for page in site.files { try FileSystem.writeDraft(page.bytes, to: draft + "/" + page.path) }
      let list = paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { $0 + "\n" }.joined()
      try FileSystem.write(Array(list.utf8), to: draft + "/" + Self.list)
      try FileSystem.exchange(draft, output)
    } catch {
      FileSystem.remove(draft)
      throw error
    }
    // A dot folder, such as the .git of a branch that is published, is moved and never copied: it may be large.
    for name in dotNames(in: draft) where FileSystem.isFolder(draft + "/" + name) {
      try FileSystem.move(draft + "/" + name, to: output + "/" + name)
    }
    FileSystem.remove(draft)
  }

  private func dotNames(in folder: String) -> [String] {
    FileSystem.names(in: folder).filter { $0.hasPrefix(".") && $0 != Self.list }
  }

  /// The files that no build of ours has put there, but for dot files such as `.gitignore` and what is in dot folders.
  private func strangers(in output: String) -> [String] {
    let own = Set(ownFiles(in: output))
    return FileSystem.files(below: output).filter { !$0.hasPrefix(".") && !own.contains($0) }
  }

  private func ownFiles(in output: String) -> [String] {
    guard let list = FileSystem.read(output + "/" + Self.list) else { return [] }
    return String(decoding: list, as: UTF8.self).split(separator: Character("\n")).map(String.init).filter {
      !$0.contains("..")
    }
  }

  /// Drafts of runs that were ended before they could clean up.
  private func removeLeftovers(of output: String) {
    let parent = FileSystem.parent(of: output)
    let name = FileSystem.name(of: output) + ".lessons-"
    for other in FileSystem.names(in: parent) where other.hasPrefix(name) {
      guard let process = Int32(other.dropFirst(name.count)), kill(process, 0) != 0 else { continue }
      FileSystem.remove(parent + "/" + other)
    }
  }
}
