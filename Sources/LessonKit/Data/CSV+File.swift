#if canImport(SwiftGlibc) || canImport(SwiftMusl) || canImport(Darwin)
extension CSV {
  /// Reads a file, by its path from the folder of the course; a lesson must declare it in its `data`.
  ///
  /// - Parameters:
  ///   - path: Such as `data/prices.csv`.
  ///   - separator: What stands between cells, such as `";"` or `"\t"`; one ASCII character.
  public init(contentsOf path: String, separator: Unicode.Scalar = ",") throws(CSVError) {
    guard let file = fopen(path, "r") else { throw .unreadable(path: path) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = fread(&piece, 1, piece.count, file)
      bytes += piece[..<count]
      if count < piece.count { break }
    }
    // A folder opens like a file.
    if ferror(file) != 0 { throw .unreadable(path: path) }
    try self.init(String(decoding: bytes, as: UTF8.self), separator: separator)
  }
}
#endif
