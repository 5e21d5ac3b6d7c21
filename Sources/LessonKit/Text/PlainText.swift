extension String {
  /// This text on one line: control characters become spaces.
  var oneLine: String {
    guard unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }) else { return self }
    var result = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      result.append(scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) ? " " : scalar)
    }
    return String(result)
  }

  /// This text without trailing spaces.
  var withoutTrailingSpaces: String {
    guard let last = utf8.lastIndex(where: { $0 != UInt8(ascii: " ") }) else { return "" }
    return String(self[...last])
  }

  /// This text without leading spaces.
  var withoutLeadingSpaces: String { String(decoding: Array(utf8).drop { $0 == UInt8(ascii: " ") }, as: UTF8.self) }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`.
  var spokenList: String {
    count < 2 ? joined() : dropLast().joined(separator: ", ") + " and " + self[count - 1]
  }
}

extension Int {
  /// `1 point`, `2 points`.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
