public import LessonKit

@_extern(c, "page_file") func pageFile(
  _ path: UnsafePointer<UInt8>?, _ length: Int32, _ count: UnsafeMutablePointer<Int32>
) -> UnsafePointer<UInt8>?

extension CSV {
  /// Reads a file that the lesson's `data` names: a page brings them with its program.
  ///
  /// - Parameters:
  ///   - path: Such as `data/prices.csv`.
  ///   - separator: What stands between cells, such as `";"` or `"\t"`; one ASCII character.
  public init(contentsOf path: String, separator: Unicode.Scalar = ",") throws(CSVError) {
    var name = path
    var count: Int32 = 0
    guard let bytes = name.withUTF8({ pageFile($0.baseAddress, Int32($0.count), &count) }) else {
      throw .unreadable(path: path)
    }
    let text = String(decoding: UnsafeBufferPointer(start: bytes, count: Int(count)), as: UTF8.self)
    try self.init(text, separator: separator)
  }
}
