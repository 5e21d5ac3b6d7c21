/// What the title of a value link says: a tolerance, a source, or a source that is wrong.
struct ValueTitle: Equatable {
  var publication = ProseValue.Publication.own
  var tolerance: String?

  /// Reads `±0.05`, `@key`, `not @key`, or a source and a tolerance together; otherwise says what is wrong.
  static func read(_ title: String) -> Result<ValueTitle, Fault> {
    var result = ValueTitle()
    var isNegated = false
    var key: String?
    for word in title.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "\n" }) {
      if word == "not", key == nil, !isNegated {
        isNegated = true
      } else if word.hasPrefix("@"), word.count > 1, key == nil {
        key = String(word.dropFirst())
      } else if let number = tolerance(word), result.tolerance == nil {
        result.tolerance = number
      } else {
        return .failure(Fault(word: String(word)))
      }
    }
    if let key { result.publication = isNegated ? .refuted(key: key) : .published(key: key) }
    if isNegated, key == nil { return .failure(Fault(word: "not")) }
    return .success(result)
  }

  struct Fault: Error, Equatable {
    var word: String

    var message: String {
      "'\(word)' has no meaning in a value's title; write \"±0.05\" for a tolerance, \"@key\" for a published number, "
        + "\"not @key\" for a published one that is wrong"
    }
  }

  private static func tolerance(_ word: Substring) -> String? {
    for mark in ["±", "+-", "+/-"] where word.hasPrefix(mark) {
      let number = word.dropFirst(mark.count)
      guard let value = Double(number), value.isFinite, value >= 0 else { return nil }
      return number.utf8.allSatisfy { "0123456789.eE+-".utf8.contains($0) } ? String(number) : nil
    }
    return nil
  }
}
