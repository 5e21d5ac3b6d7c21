/// Formulas that a text says as well as MathML does.
extension FormulaCompactor {
  /// Letters, numbers and signs in a row as they are seen, where each is heard so: between two letters or numbers stands a sign, so
  /// that none runs into the next; nil for anything else.
  static func inLine(_ heard: Substring, _ seen: Substring) -> String? {
    let (open, close, mark) = ("<b><math>", "</math></b>", "<i aria-hidden=true>")
    guard heard.hasPrefix(open), heard.hasSuffix(close), seen.hasPrefix(mark) else { return nil }
    var rest = heard.dropFirst(open.count).dropLast(close.count)
    var said = ""
    var (wasSign, hasWord) = (true, false)
    while !rest.isEmpty {
      guard let kind = ["i", "n", "o"].first(where: { rest.hasPrefix("<m\($0)>") }),
        let end = rest.firstRange(ofBytes: "</m\(kind)>")
      else { return nil }
      let sign = rest.dropFirst(4)[..<end.lowerBound]
      let isSign = kind == "o"
      guard isSign || wasSign, !sign.contains("<"), !isSign || sign.unicodeScalars.allSatisfy(plainSigns.contains)
      else { return nil }
      said += sign
      wasSign = isSign
      hasWord = hasWord || !isSign
      rest = rest[end.upperBound...]
    }
    var text = ""
    var isInTag = false
    for character in seen {
      if character == "<" { isInTag = true }
      if !isInTag { text.append(character) }
      if character == ">" { isInTag = false }
    }
    return hasWord && text == said ? "<i>" + seen.dropFirst(mark.count) : nil
  }

  /// Signs that are heard in a text as they are in a formula; `<` and `>` are written as references.
  private static let plainSigns = Set("=+\u{2212},≈≠≤≥×&lgt;".unicodeScalars)
}
