/// Finds the known word that an author most likely meant.
package enum Suggestion {
  /// The nearest of `candidates`, if it is near enough to be a slip of the keyboard.
  package static func nearest(to word: String, in candidates: [String]) -> String? {
    let limit = max(1, word.count / 3)
    var best: (word: String, distance: Int)?
    for candidate in candidates.sorted() {
      let distance = editDistance(word.lowercased(), candidate.lowercased())
      if distance <= limit, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// A clause to end a message with: the likely word, or the short list of what is known.
  package static func clause(for word: String, in candidates: [String]) -> String {
    if let nearest = nearest(to: word, in: candidates) { return "; did you mean '\(nearest)'?" }
    guard !candidates.isEmpty, candidates.count <= 16 else { return "" }
    return "; known: \(candidates.joined(separator: ", "))"
  }

  /// How many characters must be changed, added, dropped or swapped with a neighbor (optimal string alignment).
  package static func editDistance(_ left: String, _ right: String) -> Int {
    let left = Array(left.prefix(64))
    let right = Array(right.prefix(64))
    var beforePrevious: [Int] = []
    var previous = Array(0...right.count)
    for i in 0..<left.count {
      var current = [i + 1]
      for j in 0..<right.count {
        var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
        current.append(cost)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[right.count]
  }
}
