/// Where a formula ends: `$...$` as Pandoc reads it, and `$$...$$`.
///
/// What is tighter than a formula, code and HTML, may hold the dollar that would close it.
struct FormulaGrammar {
  let bytes: [UInt8]
  var atoms: InlineAtoms
  /// False once a `\text{` was met that nothing closes, so that none is looked for again.
  private var closesText = true

  init(bytes: [UInt8], atoms: InlineAtoms) {
    self.bytes = bytes
    self.atoms = atoms
  }

  /// The end of the formula in a line whose dollar opens it at `start`: the next dollar closes it, with no blank before it and
  /// no digit behind it.
  mutating func inlineEnd(from start: Int, before limit: Int) -> Int? {
    guard start + 1 < limit, !bytes[start + 1].isSpace else { return nil }
    var place = start + 1
    while place < limit, bytes[place] != UInt8(ascii: "$") { place = afterToken(place, before: limit) }
    guard place < limit, place > start + 1, !bytes[place - 1].isSpace else { return nil }
    if place + 1 < bytes.count, bytes[place + 1].isDigit { return nil }
    return place + 1
  }

  /// The end of the formula that two dollars open at `start`.
  mutating func displayEnd(from start: Int, before limit: Int) -> Int? {
    var place = start + 2
    while place + 1 < limit {
      if bytes[place] == UInt8(ascii: "$"), bytes[place + 1] == UInt8(ascii: "$") {
        return bytes[(start + 2)..<place].allSatisfy(\.isSpace) ? nil : place + 2
      }
      place = afterToken(place, before: limit)
    }
    return nil
  }

  /// Behind an escape, behind `\text{...}`, which may hold formulas of its own, behind code or a tag, or behind a byte.
  private mutating func afterToken(_ place: Int, before limit: Int) -> Int {
    guard bytes[place] == UInt8(ascii: "\\") else {
      guard let end = atoms.end(of: place), end <= limit else { return place + 1 }
      return end
    }
    guard closesText, bytes[place..<limit].starts(with: "\\text{".utf8) else { return min(place + 2, limit) }
    var depth = 0
    var last = place + 5
    while last < limit {
      if bytes[last] == UInt8(ascii: "\\") {
        last += 1
      } else if bytes[last] == UInt8(ascii: "{") {
        depth += 1
      } else if bytes[last] == UInt8(ascii: "}") {
        depth -= 1
      }
      last += 1
      if depth == 0 { return min(last, limit) }
    }
    closesText = false
    return place + 2
  }
}
