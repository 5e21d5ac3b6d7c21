import TestSupport

/// Makes new inputs of old ones: the same for the same seed and number.
package struct Mutator: Sendable {
  package let seeds: [[UInt8]]

  /// What means something to one of the readers; a mutation puts it anywhere.
  private static let tokens: [[UInt8]] = [
    "```swift\n", "```output\n", "```\n", "~~~", "[1](swift:", "](<swift: ", ">)", "$$", "$", "[^a]", "[^a]: ", "[@a]", "| ",
    "|-|", "> ",
    "> [!QUIZ]\n", "- [x] ", "- ", "1. ", "---\n", "# ", "`", "``", "*", "**", "~~", "<!--", "-->", "<a b=\"", "&#x", "&amp;",
    "\\", "](", "![",
    "{#a ", "tolerance=", "caption=\"", "}", "// => ", "// Prints \"", "\r\n", "\r", "\t", "    ", "\n\n", "\u{FEFF}",
    "\u{E000}", "\u{301}",
    "\u{202E}", "é", "日", "\0", "title: ", "requires: [", "&x *x", "!!int", "1e999", "0x1p3", "1,234.5", "NaN", "-inf", "±",
    "%", "−0", "...", "...\n",
    "L 2 0 - 0\n", "M 0 0 - 0\n", "V 0 0 d 8\n", "F 0 0 t 3\n", "-1", "9223372036854775807", "9223372036854775808",
  ].map { Array($0.utf8) }

  /// - Parameter seeds: What to begin with.
  package init(seeds: [[UInt8]]) { self.seeds = seeds.isEmpty ? [[]] : seeds }

  /// An input by its number.
  package func input(_ number: Int, seed: UInt64) -> [UInt8] {
    var generator = NumberGenerator(seed: seed &+ UInt64(bitPattern: Int64(number)) &* 0x9E37_79B9)
    var bytes = generator.pick(seeds)
    for _ in 0..<Int.random(in: 1...8, using: &generator) { change(&bytes, &generator) }
    return Array(bytes.prefix(1 << 14))
  }

  private func change(_ bytes: inout [UInt8], _ generator: inout NumberGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    let end = min(bytes.count, place + Int.random(in: 0...40, using: &generator))
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes.removeSubrange(place..<end)
    case 1, 2, 3: bytes.insert(contentsOf: generator.pick(Self.tokens), at: place)
    case 4:
      let piece = Array(bytes[place..<end])
      for _ in 0..<Int.random(in: 1...20, using: &generator) { bytes.insert(contentsOf: piece, at: place) }
    case 5: if place < bytes.count { bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator) }
    case 6:
      let other = generator.pick(seeds)
      let start = Int.random(in: 0...other.count, using: &generator)
      bytes.insert(contentsOf: other[start..<min(other.count, start + 60)], at: place)
    default: bytes.removeSubrange(place...)
    }
  }
}
