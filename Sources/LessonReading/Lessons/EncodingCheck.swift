import LessonModel

/// Refuses what is not UTF-8 text, naming the first byte that is wrong.
enum EncodingCheck {
  static func fault(in source: SourceText) -> Diagnostic? {
    let bytes = source.bytes
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      return Diagnostic(.encoding, "not UTF-8 (looks like UTF-16); save the lesson as UTF-8", in: header(source), at: 0)
    }
    if let place = firstInvalidByte(bytes) {
      let shown = SourceText(path: source.path, bytes: Array(bytes[..<place]))
      var diagnostic = Diagnostic(
        .encoding, "not UTF-8: the byte 0x\(hexadecimal(bytes[place])) cannot stand here; save the lesson as UTF-8", in: shown,
        at: source.position(of: place))
      diagnostic.sourceLine = nil
      return diagnostic
    }
    if let place = bytes.firstIndex(of: 0) {
      var diagnostic = Diagnostic(.encoding, "a NUL byte stands here; a lesson is text", in: source, at: place)
      diagnostic.sourceLine = nil
      return diagnostic
    }
    return nil
  }

  private static func header(_ source: SourceText) -> SourceText { SourceText(path: source.path, bytes: []) }

  private static func hexadecimal(_ byte: UInt8) -> String {
    let text = String(byte, radix: 16, uppercase: true)
    return text.count == 1 ? "0" + text : text
  }

  /// The first byte that is not part of well-formed UTF-8 (Unicode 15, table 3-7).
  static func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
    var index = 0
    while index < bytes.count {
      let lead = bytes[index]
      let length: Int
      var second: ClosedRange<UInt8> = 0x80...0xBF
      switch lead {
      case 0x00...0x7F: length = 1
      case 0xC2...0xDF: length = 2
      case 0xE0...0xEF:
        length = 3
        if lead == 0xE0 { second = 0xA0...0xBF }
        if lead == 0xED { second = 0x80...0x9F }
      case 0xF0...0xF4:
        length = 4
        if lead == 0xF0 { second = 0x90...0xBF }
        if lead == 0xF4 { second = 0x80...0x8F }
      default: return index
      }
      for offset in 1..<max(length, 1) where length > 1 {
        guard index + offset < bytes.count else { return index }
        let allowed = offset == 1 ? second : 0x80...0xBF
        if !allowed.contains(bytes[index + offset]) { return index }
      }
      index += length
    }
    return nil
  }
}
