/// A piece of the text of parameters without the blanks around it, with its place.
struct ParameterText {
  let text: String
  /// In bytes.
  let offset: Int

  init(_ text: String) { self.init(text[...], at: 0) }

  private init(_ text: Substring, at offset: Int) {
    let start = text.prefix { $0 == " " || $0 == "\t" }
    self.text = text.dropFirst(start.count).trimmed
    self.offset = offset + start.utf8.count
  }

  var isEmpty: Bool { text.isEmpty }

  func split(at separator: String, most: Int = .max) -> [ParameterText] {
    var pieces: [ParameterText] = []
    var rest = text[...]
    var place = offset
    while pieces.count < most - 1, let found = rest.firstRange(of: separator) {
      pieces.append(ParameterText(rest[..<found.lowerBound], at: place))
      place += rest[..<found.upperBound].utf8.count
      rest = rest[found.upperBound...]
    }
    return pieces + [ParameterText(rest, at: place)]
  }

  /// What stands before a separator, and behind it.
  func parted(by separator: String) -> (ParameterText, ParameterText?) {
    let pieces = split(at: separator, most: 2)
    return (pieces[0], pieces.count == 2 ? pieces[1] : nil)
  }

  func prefix(while condition: (Character) -> Bool) -> ParameterText {
    ParameterText(text.prefix(while: condition), at: offset)
  }

  /// What stands behind a beginning of it.
  func dropFirst(_ beginning: ParameterText) -> ParameterText {
    ParameterText(text.dropFirst(beginning.text.count), at: offset + beginning.text.utf8.count)
  }
}

extension StringProtocol {
  /// Without blanks at its ends.
  var trimmed: String {
    let start = drop { $0 == " " || $0 == "\t" }
    let end = start.reversed().prefix { $0 == " " || $0 == "\t" }.count
    return String(start.dropLast(end))
  }
}
