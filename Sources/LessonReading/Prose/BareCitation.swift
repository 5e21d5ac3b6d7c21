import LessonModel

/// Tells of `@key` without brackets: other dialects cite with it, and here it is only text.
enum BareCitation {
  /// - Parameter keys: What may be cited.
  static func faults(in block: DocumentBlock, of source: SourceText, keys: Set<String>) -> [Diagnostic] {
    var faults: [Diagnostic] = []
    for run in block.texts.flatMap(\.runs) where run.utf8.contains(UInt8(ascii: "@")) {
      var rest = run[...]
      while let mark = rest.firstIndex(of: "@") {
        // Behind a bracket it would be a citation: there its author has escaped the bracket.
        let before = mark == run.startIndex ? " " : run[run.index(before: mark)]
        let isFree = !before.isLetter && !before.isNumber && before != "["
        rest = rest[run.index(after: mark)...]
        guard isFree, let key = key(rest, keys), let place = source.place(of: "@" + key, in: block.range) else { continue }
        faults.append(
          Diagnostic(
            .foreignMarkup, "'@\(key)' is only text without brackets; a citation is written '[@\(key)]'", in: source, at: place,
            severity: .warning))
      }
    }
    return faults
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
