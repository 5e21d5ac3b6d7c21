import CSystem
import Glibc
import Synchronization

/// What a run needs for a moment: one folder of the process in the temporary folder, and folders in it.
private enum Scratch {
  struct State {
    var root: ProcessFolder?
    var count = 0
  }

  static let state = Mutex(State())
  static let start = "lessons-scratch-"
  static let advice = "set TMPDIR to a folder that can be written"

  static func removeDead(in base: String) {
    for dead in ProcessFolder.dead(in: base, startingWith: start) { dead.remove() }
  }

  /// Makes the folder of this process, and removes those of processes that were killed.
  static func made() throws(MachineFault) -> ProcessFolder {
    let base = FileSystem.temporaryFolder
    removeDead(in: base)
    if csystem_forbids_programs(base) != 0 {
      throw MachineFault("programs cannot be started from the temporary folder \(base); set TMPDIR to one where they can")
    }
    let root: ProcessFolder
    do { root = try ProcessFolder(in: base, startingWith: start, mode: 0o700) } catch {
      throw MachineFault("\(error.message); \(advice)")
    }
    root.removeAtEnd()
    return root
  }
}

extension FileSystem {
  /// Where programs put what they need for a moment.
  package static var temporaryFolder: String {
    guard let given = getenv("TMPDIR"), given.pointee != 0 else { return "/tmp" }
    return absolute(String(cString: given))
  }

  /// Removes what runs that were killed have left in the temporary folder.
  package static func removeDeadScratch() { Scratch.removeDead(in: temporaryFolder) }

  /// The folder of this process in the temporary folder, which is gone when the process is.
  package static func scratchRoot() throws(MachineFault) -> String {
    // Whatever tidies the temporary folder may have been here.
    try Scratch.state.withLock { state throws(MachineFault) in
      if let root = state.root, isFolderItself(root.path) { return root.path }
      let root = try Scratch.made()
      state.root = root
      return root.path
    }
  }

  /// A new empty folder of our own for the time of one run.
  package static func makeScratchFolder() throws(MachineFault) -> String {
    let root = try scratchRoot()
    let path = "\(root)/\(Scratch.state.withLock { state in (state.count += 1, state.count).1 })"
    guard uninterrupted({ mkdir(path, 0o700) }) == 0 else {
      throw MachineFault("\(MachineFault(errno: errno, "cannot make a temporary folder").message); \(Scratch.advice)")
    }
    return path
  }
}
