import LessonModel
import MarkdownReading

/// Reads the caption of a block as Markdown, each part with its place in the file.
enum CaptionReader {
  /// The words of a caption; nil where it cannot be read.
  static func inlines(of caption: BlockAttributes.Caption, in source: SourceText) -> [Inline]? {
    let places = places(of: caption, in: source)
    return MarkdownReader.inlines(caption.text, at: 0)?.map { inline in inline.placed { places[$0] } }
  }

  /// For each byte of the caption where it stands in the file, and where the text behind it stands.
  ///
  /// Between quotation marks a backslash stands before a quotation mark and before a backslash; the caption has it no more.
  private static func places(of caption: BlockAttributes.Caption, in source: SourceText) -> [Int] {
    let bytes = source.bytes
    let isQuoted = bytes[caption.offset - 1] == UInt8(ascii: "\"")
    var place = caption.offset
    var places: [Int] = []
    for _ in caption.text.utf8 {
      if isQuoted, bytes[place] == UInt8(ascii: "\\"),
        bytes[place + 1] == UInt8(ascii: "\"") || bytes[place + 1] == UInt8(ascii: "\\")
      {
        place += 1
      }
      places.append(place)
      place += 1
    }
    return places + [place]
  }
}
