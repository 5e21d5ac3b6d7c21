import LessonModel

/// Tells of `@key` without brackets: other dialects cite with it, and here it is only text.
enum BareCitation {
  /// - Parameter keys: What may be cited.
  static func faults(in block: DocumentBlock, of source: SourceText, keys: Set<String>) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    var end = block.range.lowerBound
    for run in block.texts.flatMap(\.runs) where run.utf8.contains(UInt8(ascii: "@")) {
      var rest = run[...]
      while let mark = rest.firstIndex(of: "@") {
        // Behind a bracket it would be a citation: there its author has escaped the bracket.
        let before = mark == run.startIndex ? " " : run[run.index(before: mark)]
        let isFree = !before.isLetter && !before.isNumber && before != "["
        rest = rest[run.index(after: mark)...]
        guard isFree, let key = key(rest, keys), let place = place(of: "@" + key, in: end..<block.range.upperBound, of: source)
        else { continue }
        end = place + key.utf8.count
        faults.append(
          Diagnostic(
            .foreignMarkup, "'@\(key)' is only text without brackets; a citation is written '[@\(key)]'", in: source, at: place,
            severity: .warning))
      }
    }
    return faults
  }

  /// Where a text stands outside of brackets: in them it is a citation, which may well come before.
  private static func place(of text: String, in range: Range<Int>, of source: SourceText) -> Int? {
    var start = range.lowerBound
    while let place = source.place(of: text, in: start..<range.upperBound) {
      let before = source.bytes[range.lowerBound..<place].last { "[]".utf8.contains($0) }
      if before != UInt8(ascii: "[") { return place }
      start = place + text.utf8.count
    }
    return nil
  }

  /// The key that a text begins with; a mark behind it may end the sentence.
  private static func key(_ text: Substring, _ keys: Set<String>) -> String? {
    var key = text.prefix { $0.isLetter || $0.isNumber || "_:.#$%&-+?<>~/".contains($0) }
    while !key.isEmpty {
      if keys.contains(String(key)) { return String(key) }
      guard let last = key.last, !last.isLetter, !last.isNumber else { return nil }
      key.removeLast()
    }
    return nil
  }
}
