/// A folder of the cache that is written once: a list of its files with their digests, written last, tells whether it is whole.
package enum SealedFolder {
  private static let list = "digests.txt"
  private static let draftStart = ".draft-"

  /// Whether every file is there as it was sealed, and no other, and the folder is the one of this name.
  package static func isWhole(_ folder: String) -> Bool {
    guard let sealed = FileSystem.read(folder + "/" + list), let there = digests(in: folder, of: FileSystem.name(of: folder))
    else { return false }
    return sealed.elementsEqual(there.utf8)
  }

  /// Whether it was sealed, whatever is in it now.
  package static func isSealed(_ folder: String) -> Bool { FileSystem.isRegularFile(folder + "/" + list) }

  /// - Parameter name: The name of the folder, so that one in the place of another is none.
  private static func digests(in folder: String, of name: String) -> String? {
    let files = FileSystem.files(below: folder).filter { $0 != list }
    // The compiler's modules are tens of megabytes.
    let lines = Parallel.map(files, jobs: 4) { file -> String? in
      guard FileSystem.isRegularFile(folder + "/" + file), let digest = FileSystem.digest(of: folder + "/" + file) else {
        return nil
      }
      return "\(digest) \(file)\n"
    }
    return lines.contains(nil) ? nil : name + "\n" + lines.compactMap { $0 }.joined()
  }

  /// Seals a folder at its place, for what cannot be moved.
  package static func seal(_ folder: String) throws(MachineFault) { try seal(folder, as: FileSystem.name(of: folder)) }

  private static func seal(_ folder: String, as name: String) throws(MachineFault) {
    guard let digests = digests(in: folder, of: name) else { throw MachineFault("cannot read what was written to \(folder)") }
    try FileSystem.write(Array(digests.utf8), to: folder + "/" + list)
  }

  /// A sealed folder while it is filled: it stands beside its place, and is gone with this value unless it was sealed, and with
  /// the next draft where the process was killed.
  package struct Draft: ~Copyable {
    private let folder: ProcessFolder
    private let place: String

    /// The folder to fill.
    package var path: String { folder.path }

    /// - Parameter place: Where the folder will stand.
    package init(for place: String) throws(MachineFault) {
      let parent = FileSystem.parent(of: place)
      try FileSystem.makeFolder(parent)
      for dead in ProcessFolder.dead(in: parent, startingWith: draftStart) { dead.remove() }
      let folder = try ProcessFolder(in: parent, startingWith: draftStart)
      self.folder = folder
      self.place = place
    }

    deinit { folder.remove() }

    /// Moves the folder to its place, in one step.
    package consuming func seal() throws(MachineFault) {
      try SealedFolder.seal(path, as: FileSystem.name(of: place))
      FileSystem.remove(place)
      // Another run may have come first; its folder is as good.
      do { try FileSystem.move(path, to: place) } catch { if !SealedFolder.isWhole(place) { throw error } }
    }
  }
}
