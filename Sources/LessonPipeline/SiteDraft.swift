import Machine
import Synchronization

/// A site that is written beside its place.
struct SiteDraft: Sendable {
  let folder: ProcessFolder
  /// The files of the last site that it has, under second names.
  var files: Set<String> = []

  var path: String { folder.path }

  init(in place: SitePlace) throws(MachineFault) { folder = try place.draft() }

  /// Gives files of the last site second names in it. Where that fails it is tried again when the file is needed, and told then.
  ///
  /// - Parameter last: The folder of the last site.
  mutating func take(_ paths: [String], from last: String) {
    for folder in Set(paths.map { FileSystem.parent(of: $0) }) where !folder.isEmpty {
      try? FileSystem.makeFolder(path + "/" + folder)
    }
    for name in paths where (try? FileSystem.link(last + "/" + name, to: path + "/" + name)) == true { files.insert(name) }
  }

  /// Takes out what the new site does not have, and the folders that are empty then.
  mutating func keep(_ paths: Set<String>) throws(MachineFault) {
    let others = files.subtracting(paths)
    if others.isEmpty { return }
    for name in others { try remove(name) }
    var folders = Set(others.map { FileSystem.parent(of: $0) })
    while let longest = folders.max(by: { $0.utf8.count < $1.utf8.count }), !longest.isEmpty {
      folders.remove(longest)
      if FileSystem.removeIfEmpty(path + "/" + longest) { folders.insert(FileSystem.parent(of: longest)) }
    }
  }

  /// Takes a file out, which stays in the last site.
  mutating func remove(_ name: String) throws(MachineFault) {
    guard files.remove(name) != nil else { return }
    try FileSystem.removeFile(path + "/" + name)
  }
}

/// A new site that is begun while nobody knows yet what will be in it: most of it will be as it was.
///
/// One that nobody takes is gone with this value.
final class BegunSite: Sendable {
  private let draft: Meanwhile<Result<SiteDraft, MachineFault>>
  private let isTaken = Atomic(false)

  init(_ begin: @escaping @Sendable () throws(MachineFault) -> SiteDraft) {
    draft = Meanwhile(.low) { Result { () throws(MachineFault) in try begin() } }
  }

  /// The draft, for the one who asks first.
  func take() throws(MachineFault) -> SiteDraft? {
    isTaken.exchange(true, ordering: .relaxed) ? nil : try draft.value.get()
  }

  deinit {
    if !isTaken.load(ordering: .relaxed), case .success(let draft) = draft.value { draft.folder.remove() }
  }
}

/// The last site when another has taken its place: it goes while something else is done, and the last copy of this value waits
/// until it is gone.
package final class OldSite: Sendable {
  private let removal: Meanwhile<Void>

  init(_ draft: SiteDraft) { removal = Meanwhile { draft.folder.remove() } }

  deinit { removal.value }
}
