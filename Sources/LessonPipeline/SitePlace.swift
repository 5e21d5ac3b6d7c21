import LessonModel
import Machine
import Synchronization

/// The folder that a site goes to, held against other builds: nobody else replaces it until this value is gone.
final class SitePlace: Sendable {
  /// The folder without links.
  let path: String
  /// A build that swaps the folder holds the new one before nobody has held it.
  private let locks: Mutex<[FolderLock]>
  /// Whether another build had to be waited for.
  let hasWaited: Bool

  /// Waits until no other build holds the folder, which must be there, and takes up what dead ones have left of theirs.
  init(_ path: String, willWait: () -> Void) throws(MachineFault) {
    var waits = false
    let lock = try FolderLock.wait(for: path) {
      waits = true
      willWait()
    }
    self.path = path
    locks = Mutex([lock])
    hasWaited = waits
    for draft in ProcessFolder.dead(in: FileSystem.parent(of: path), startingWith: draftStart) {
      try giveBack(from: draft)
      draft.remove()
    }
  }

  private var draftStart: String { DraftName.start(for: FileSystem.name(of: path)) }

  /// A new folder beside the place, whose lock stays with this value.
  func draft() throws(MachineFault) -> ProcessFolder {
    try ProcessFolder(in: FileSystem.parent(of: path), startingWith: draftStart)
  }

  /// Puts a draft in the place, in one step; what was there is where the draft was.
  func swap(_ draft: ProcessFolder) throws(MachineFault) {
    try FileSystem.exchange(draft.path, path)
    locks.withLock { $0.append(draft.lock) }
  }

  /// Moves what is the author's own from an old site to the new one, such as the `.git` of a branch that is published. It is
  /// moved and never copied: it may be large.
  ///
  /// - Throws: Where that fails. Then nothing is removed, and the next build does it.
  func giveBack(from old: ProcessFolder) throws(MachineFault) {
    var hasMoved = false
    for name in try FileSystem.allNames(in: old.path) where name.hasPrefix(".") && name != SiteWriter.list {
      let (source, target) = (old.path + "/" + name, path + "/" + name)
      if FileSystem.isFolderItself(source) || !FileSystem.isThere(target) {
        do { try FileSystem.move(source, to: target) } catch {
          throw MachineFault("\(error.message); nothing of it is lost: see that it can be moved, then build again")
        }
        hasMoved = true
      }
    }
    if hasMoved { try FileSystem.sync(path) }
  }
}
