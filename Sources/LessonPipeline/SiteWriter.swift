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

  /// Writes the site. Files that are as they were keep their place on the disk: they get a second name in the new folder.
  ///
  /// - Parameter keepsOthers: Whether pages of the last site that this one does not have stay, as when one lesson is built.
  package func write(_ site: Site, keepsOthers: Bool = false) throws(MachineFault) {
    let output = FileSystem.resolved(FileSystem.absolute(folder))
    try FileSystem.makeFolder(output)
    removeLeftovers(of: output)
    let draft = "\(output).lessons-\(ProcessInfo.processInfo.processIdentifier)"
    do {
      try fill(draft, site, last: output, keepsOthers: keepsOthers)
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

  /// - Parameter last: The folder of the last site.
  private func fill(_ draft: String, _ site: Site, last: String, keepsOthers: Bool) throws(MachineFault) {
    FileSystem.remove(draft)
    var carried = site.carried
    if keepsOthers { carried.formUnion(ownFiles(in: last).filter { FileSystem.exists(last + "/" + $0) }) }
    carried.subtract(site.files.map(\.path))
    let list = (carried + site.files.map(\.path)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for folder in Set(list.map { FileSystem.parent(of: $0) }).union([""]).sorted() {
      try FileSystem.makeFolder(folder.isEmpty ? draft : draft + "/" + folder)
    }
    // Dot files such as .gitignore are the author's; they move over.
    for name in dotNames(in: last) where !FileSystem.isFolder(last + "/" + name) {
      try FileSystem.copy(last + "/" + name, to: draft + "/" + name)
    }
    for path in carried { try FileSystem.link(last + "/" + path, to: draft + "/" + path) }
    for file in site.files + [SiteFile(path: Self.list, text: list.map { $0 + "\n" }.joined())] {
      let old = last + "/" + file.path
      if FileSystem.isRegularFile(old), FileSystem.size(of: old) == file.bytes.count, FileSystem.read(old) == file.bytes {
        try FileSystem.link(old, to: draft + "/" + file.path)
      } else {
        try FileSystem.writeDraft(file.bytes, to: draft + "/" + file.path)
      }
    }
  }

  /// Those of some lessons whose pages of the last site say that they are flawed.
  func flawed(_ slugs: [String]) -> Set<String> {
    Set(
      slugs.filter { slug in
        FileSystem.read("\(folder)/lessons/\(slug).html").map {
          String(decoding: $0, as: UTF8.self).contains(PageClaim.mark + "\n")
        } ?? false
      })
  }

  /// What tells whether the site is as it was written: all files but the author's own dot files.
  func stamps() -> [FileStamp] {
    let output = FileSystem.resolved(FileSystem.absolute(folder))
    return FileSystem.stamps(below: output).filter { !$0.path.hasPrefix(".") || $0.path == Self.list }
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
