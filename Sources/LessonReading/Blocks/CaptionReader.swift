import LessonModel
import MarkdownReading

/// Reads the caption of a block as Markdown, each part with its place in the file.
enum CaptionReader {
  /// The words of a caption; nil where it cannot be read.
  static func inlines(of caption: BlockAttributes.Caption, in source: SourceText) -> [Inline]? {
    let places = AttributeText.places(of: caption.text, at: caption.offset, in: source)
    return MarkdownReader.inlines(caption.text, at: 0)?.map { inline in inline.placed { places[$0] } }
  }
}

/// The value of an attribute as it is written in the file.
enum AttributeText {
  /// For each byte of it where it stands in the file, and where the text behind it stands.
  ///
  /// Between quotation marks a backslash stands before a quotation mark and before a backslash; the value has it no more.
  static func places(of value: String, at offset: Int, in source: SourceText) -> [Int] {
    let bytes = source.bytes
    let isQuoted = bytes[offset - 1] == UInt8(ascii: "\"")
    var place = offset
    var places: [Int] = []
    for _ in value.utf8 {
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
