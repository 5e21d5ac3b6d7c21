/// Finds the known word that an author most likely meant.
package enum Suggestion {
  /// The nearest of `candidates`, if it is near enough to be a slip of the keyboard; of several the first in their order.
  package static func nearest(to word: String, in candidates: [String]) -> String? {
    let letters = letters(of: word)
    let bytes = asciiLetters(of: word)
    var best: (word: String, distance: Int)?
    for candidate in candidates {
      let limit = best?.distance ?? max(1, word.count / 3)
      let distance =
        if let bytes, let others = asciiLetters(of: candidate) {
          distance(bytes, others, upTo: limit)
        } else {
          distance(letters, self.letters(of: candidate), upTo: limit)
        }
      guard let distance else { continue }
      if let best, distance == best.distance, best.word <= candidate { continue }
      best = (candidate, distance)
    }
    return best?.word
  }

  /// A clause to end a message with: the likely word, or the short list of what is known.
  package static func clause(for word: String, in candidates: [String]) -> String {
    if let nearest = nearest(to: word, in: candidates) { return "; did you mean '\(nearest)'?" }
    guard !candidates.isEmpty, candidates.count <= 16 else { return "" }
    return "; known: \(candidates.joined(separator: ", "))"
  }

  private static func letters(of word: String) -> [Character] { Array(word.lowercased().prefix(64)) }

  /// The same as bytes; nil where a letter is more than one. A course has thousands of names to compare with.
  private static func asciiLetters(of word: String) -> [UInt8]? {
    var letters: [UInt8] = []
    letters.reserveCapacity(64)
    for byte in word.utf8.prefix(64) {
      // A carriage return and a line feed are one character.
      guard byte < 0x80, byte != 13 else { return nil }
      letters.append((65...90).contains(byte) ? byte + 32 : byte)
    }
    return letters
  }

  /// How many characters must be changed, added, dropped or swapped with a neighbor (optimal string alignment); nil where that
  /// is more than `limit`.
  private static func distance<Letter: Equatable>(_ left: [Letter], _ right: [Letter], upTo limit: Int) -> Int? {
    if abs(left.count - right.count) > limit { return nil }
    // Three rows of the table: the one that is filled, and the two before it.
    var rows = [[Int]](repeating: Array(0...right.count), count: 3)
    var leastBefore = 0
    for i in left.indices {
      let (row, previous, beforePrevious) = (i % 3, (i + 2) % 3, (i + 1) % 3)
      rows[row][0] = i + 1
      var least = i + 1
      for j in right.indices {
        var cost = min(
          rows[previous][j + 1] + 1, rows[row][j] + 1, rows[previous][j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, rows[beforePrevious][j - 1] + 1)
        }
        rows[row][j + 1] = cost
        least = min(least, cost)
      }
      // What follows comes from this row or, by a swap, from the one before.
      if min(least, leastBefore) > limit { return nil }
      leastBefore = least
    }
    let distance = left.isEmpty ? right.count : rows[(left.count - 1) % 3][right.count]
    return distance <= limit ? distance : nil
  }
}
