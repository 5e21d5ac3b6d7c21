import Foundation
import LessonModel
package import LessonSite
package import Machine

/// Puts a site in the place of the last one, whole or not at all: it is written beside its place and swapped in one step.
package struct SiteWriter: Sendable {
  /// The output folder as the author gave it.
  package var folder: String
  private var place: SitePlace?
  /// The site that was begun before it is written.
  private var start: BegunSite?

  package init(folder: String) { self.folder = folder }

  /// The list of the site's own files, in the site: what tells a folder of ours from a stranger's.
  static let list = ".lessons-site"

  private var path: String { FileSystem.resolved(FileSystem.absolute(folder)) }

  /// The same writer while no other build may touch the folder; the last copy of it lets go.
  ///
  /// - Parameter willWait: Is called where another build holds it, which is then waited for.
  package func held(willWait: () -> Void = {}) throws(MachineFault) -> SiteWriter {
    let path = path
    try FileSystem.makeFolder(path)
    var writer = self
    writer.place = try SitePlace(path, willWait: willWait)
    return writer
  }

  var isHeld: Bool { place != nil }

  /// Whether another build had to be waited for.
  var hasWaited: Bool { place?.hasWaited ?? false }

  /// The same writer, which begins to write a site that has most files of the last one while nobody knows yet which.
  package func begun() throws(MachineFault) -> SiteWriter {
    guard let place else { return try held().begun() }
    var writer = self
    writer.start = BegunSite { [self] () throws(MachineFault) in
      var draft = try SiteDraft(in: place)
      draft.take((try? ownFiles(in: place.path)) ?? [], from: place.path)
      return draft
    }
    return writer
  }

  /// Writes the site. Files that are as they were keep their place on the disk: they get a second name in the new folder.
  ///
  /// - Parameter keepsOthers: Whether pages of the last site that this one does not have stay, as when one lesson is built.
  /// - Returns: The last site, which is being removed.
  @discardableResult
  package func write(_ site: Site, keepsOthers: Bool = false) throws(MachineFault) -> OldSite {
    guard let place else { return try held().write(site, keepsOthers: keepsOthers) }
    var draft = if let draft = try start?.take() { draft } else { try SiteDraft(in: place) }
    do {
      try fill(&draft, site, last: place.path, keepsOthers: keepsOthers)
      try refuseStrangers()
      try Interrupts.refuse()
      try place.swap(draft.folder)
    } catch {
      draft.folder.remove()
      throw error
    }
    // Here the draft's folder has become the last site's.
    try place.giveBack(from: draft.folder)
    try FileSystem.sync(FileSystem.parent(of: place.path), as: folder)
    return OldSite(draft)
  }

  /// - Parameter last: The folder of the last site.
  private func fill(_ draft: inout SiteDraft, _ site: Site, last: String, keepsOthers: Bool) throws(MachineFault) {
    var carried = site.carried
    if keepsOthers { carried.formUnion(try ownFiles(in: last).filter { FileSystem.exists(last + "/" + $0) }) }
    carried.subtract(site.files.map(\.path))
    let list = (carried + site.files.map(\.path)).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    try draft.keep(Set(list))
    let folders = Set(list.map { FileSystem.parent(of: $0) }).filter { !$0.isEmpty }.sorted()
    for folder in folders { try FileSystem.makeFolder(draft.path + "/" + folder) }
    // Dot files such as .gitignore are the author's; they get a second name, and dot folders follow when all is well.
    for name in try FileSystem.allNames(in: last) where name.hasPrefix(".") && name != Self.list {
      if !FileSystem.isFolderItself(last + "/" + name) { try carry(name, last, draft.path) }
    }
    for path in carried where !draft.files.contains(path) { try carry(path, last, draft.path) }
    for file in site.files + [SiteFile(path: Self.list, text: list.map { $0 + "\n" }.joined())] {
      let new = draft.path + "/" + file.path
      if draft.files.contains(file.path) {
        if holds(new, file.bytes) { continue }
        try draft.remove(file.path)
      } else if holds(last + "/" + file.path, file.bytes),
        try FileSystem.link(last + "/" + file.path, to: new, as: shown(file.path))
      {
        continue
      }
      try FileSystem.writeDraft(file.bytes, to: new, as: shown(file.path))
    }
    FileSystem.copyPermissions(of: last, to: draft.path)
    // Nothing takes the place of the last site before it is on the disk.
    try FileSystem.syncDisk(of: draft.path, as: folder)
  }

  private func holds(_ path: String, _ bytes: [UInt8]) -> Bool {
    FileSystem.isRegularFile(path) && FileSystem.size(of: path) == bytes.count && FileSystem.read(path) == bytes
  }

  private func carry(_ name: String, _ last: String, _ draft: String) throws(MachineFault) {
    if try FileSystem.link(last + "/" + name, to: draft + "/" + name, as: shown(name)) { return }
    try FileSystem.copyDraft(last + "/" + name, to: draft + "/" + name)
  }

  /// The path of a file of the site, as messages show it.
  private func shown(_ path: String) -> String { folder + "/" + path }

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
    FileSystem.stamps(below: path).filter { !$0.path.hasPrefix(".") || $0.path == Self.list }
  }

  private func ownFiles(in output: String) throws(MachineFault) -> [String] {
    guard let list = try FileSystem.readIfThere(output + "/" + Self.list) else { return [] }
    let dot = UInt8(ascii: ".")
    return list.split(separator: UInt8(ascii: "\n")).filter { path in
      !zip(path, path.dropFirst()).contains { $0 == dot && $1 == dot }
    }.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension SiteWriter {
  /// Refuses a folder that must not or cannot be replaced, before any work is done.
  ///
  /// - Parameter course: The folder of the lessons.
  package func refuseUnsafeFolder(course: String) throws(MachineFault) {
    try refuseWrongPlace(course: course)
    try refuseStrangers()
    try refuseWithoutSwap()
  }

  /// Refuses what the path alone tells to be wrong.
  func refuseWrongPlace(course: String) throws(MachineFault) {
    let output = path
    let lessons = FileSystem.resolved(FileSystem.absolute(course))
    let home = FileSystem.resolved(NSHomeDirectory())
    if output.hasPrefix(lessons + "/") {
      throw MachineFault(
        "the site cannot go to \(folder), which lies in the folder that it is made from; give one outside of it with -o, such as -o ../site"
      )
    }
    if output == "/" || output == home || output == lessons || lessons.hasPrefix(output + "/") {
      throw MachineFault(
        "the site cannot go to \(folder): it would replace or mix with other files; give a folder of its own with -o")
    }
    if FileSystem.exists(output), !FileSystem.isFolder(output) {
      throw MachineFault("\(folder) is a file; give a folder with -o")
    }
    try FileSystem.makeFolder(output)
    guard FileSystem.canWrite(intoFolder: output) else { throw MachineFault("\(folder) cannot be written") }
    if FileSystem.isMount(output) {
      throw MachineFault("\(folder) is a disk of its own, which cannot be replaced; give a folder on it with -o")
    }
    guard FileSystem.canReplace(output) else {
      throw MachineFault(
        "\(folder) cannot be replaced, for the folder that it lies in cannot be written; give another folder with -o")
    }
  }

  /// Refuses a folder with files that no build of ours has put there, but for dot files such as `.gitignore` and what is in
  /// dot folders.
  private func refuseStrangers() throws(MachineFault) {
    let output = path
    let own = Set(try ownFiles(in: output))
    if let stranger = try FileSystem.allFiles(below: output).first(where: { !$0.hasPrefix(".") && !own.contains($0) }) {
      throw MachineFault(
        "\(folder) holds files that are not of a site, such as '\(stranger)'; move them away or give another folder with -o")
    }
  }

  /// Refuses a place where two folders cannot be swapped, as some file systems of networks cannot: tried out with two empty ones.
  private func refuseWithoutSwap() throws(MachineFault) {
    guard let place else { return try held().refuseWithoutSwap() }
    let draft = try place.draft()
    defer { draft.remove() }
    let pair = [draft.path + "/a", draft.path + "/b"]
    for folder in pair { try FileSystem.makeFolder(folder) }
    do { try FileSystem.exchange(pair[0], pair[1]) } catch {
      throw MachineFault(
        "\(folder) cannot be replaced in one step on its disk (\(error.message.split(separator: ": ").last ?? "")); "
          + "give a folder on another disk with -o")
    }
  }
}
