import Foundation

/// A folder of the cache that is written once: a list of its files with their sizes, written last, tells whether it is whole.
package enum SealedFolder {
  private static let list = "sizes.txt"

  /// Whether every file is there at its full size, and no other.
  package static func isWhole(_ folder: String) -> Bool {
    FileSystem.read(folder + "/" + list).map { $0.elementsEqual(sizes(in: folder).utf8) } ?? false
  }

  private static func sizes(in folder: String) -> String {
    FileSystem.files(below: folder).filter { $0 != list }.map { "\($0) \(FileSystem.size(of: folder + "/" + $0) ?? -1)\n" }
      .joined()
  }

  /// Seals a folder at its place, for what cannot be moved.
  package static func seal(_ folder: String) throws(MachineFault) {
    try FileSystem.write(Array(sizes(in: folder).utf8), to: folder + "/" + list)
  }

  /// A sealed folder while it is filled: it stands beside its place, and is gone with this value unless it was sealed.
  package struct Draft: ~Copyable {
    /// The folder to fill.
    package let path: String
    private let place: String

    /// - Parameter place: Where the folder will stand.
    package init(for place: String) throws(MachineFault) {
      let name = "/.\(FileSystem.name(of: place).prefix(16))-\(ProcessInfo.processInfo.processIdentifier)"
      self.place = place
      self.path = FileSystem.parent(of: place) + name
      FileSystem.remove(path)
      try FileSystem.makeFolder(path)
    }

    deinit { FileSystem.remove(path) }

    /// Moves the folder to its place, in one step.
    package consuming func seal() throws(MachineFault) {
      try SealedFolder.seal(path)
      FileSystem.remove(place)
      // Another run may have come first; its folder is as good.
      do { try FileSystem.move(path, to: place) } catch { if !SealedFolder.isWhole(place) { throw error } }
    }
  }
}
