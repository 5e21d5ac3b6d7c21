/// A folder of the cache that is written once: a list of its files with their sizes, written last, tells whether it is whole.
enum SealedFolder {
  private static let list = "sizes.txt"

  static func seal(_ folder: String) throws(MachineFault) {
    try FileSystem.write(Array(sizes(in: folder).utf8), to: folder + "/" + list)
  }

  /// Whether every file is there at its full size, and no other.
  static func isWhole(_ folder: String) -> Bool {
    FileSystem.read(folder + "/" + list).map { $0.elementsEqual(sizes(in: folder).utf8) } ?? false
  }

  private static func sizes(in folder: String) -> String {
    FileSystem.files(below: folder).filter { $0 != list }.map { "\($0) \(FileSystem.size(of: folder + "/" + $0) ?? -1)\n" }
      .joined()
  }
}
