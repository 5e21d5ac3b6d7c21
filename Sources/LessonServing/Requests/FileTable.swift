package import LessonModel

/// The files of a site by their addresses. What is not in the table does not exist: no address is ever joined to a folder.
package struct FileTable: Sendable, Equatable {
  private var files: [[UInt8]: SiteFile]

  package init(_ files: [SiteFile] = []) {
    self.files = Dictionary(files.map { (Array($0.path.utf8), $0) }) { _, last in last }
  }

  package var isEmpty: Bool { files.isEmpty }

  /// The paths of the files, in the order of their bytes.
  package var paths: [String] { files.values.map(\.path).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }

  /// The file of that path from the root of the site.
  package subscript(path path: String) -> SiteFile? {
    get { files[Array(path.utf8)] }
    set { files[Array(path.utf8)] = newValue }
  }

  /// The file at an address, written with percent signs; the address of the root is that of the first page.
  package func file(at address: String) -> SiteFile? {
    guard let path = Self.decoded(address), path.first == UInt8(ascii: "/") else { return nil }
    return files[path.count == 1 ? Array("index.html".utf8) : Array(path.dropFirst())]
  }

  /// This table with the files of a newer one in their places.
  package func taking(_ newer: FileTable) -> FileTable {
    var table = self
    table.files.merge(newer.files) { $1 }
    return table
  }

  /// The paths of the files that differ, or that only one of the two has.
  package func differences(from other: FileTable) -> [String] {
    let all = files.keys + other.files.keys.filter { files[$0] == nil }
    return all.filter { files[$0] != other.files[$0] }.map { String(decoding: $0, as: UTF8.self) }.sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// The bytes of an address, once decoded; nil where it is not written as addresses are.
  private static func decoded(_ address: String) -> [UInt8]? {
    var bytes: [UInt8] = []
    var rest = Array(address.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      guard rest.count >= 2, let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16),
        rest.prefix(2).allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") })
      else { return nil }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    return bytes
  }
}
