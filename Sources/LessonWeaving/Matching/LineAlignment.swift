/// Which recorded line belongs to which computed line, where lines were added, removed or changed.
struct LineAlignment {
  enum Pair: Equatable {
    case both(Int, Int)
    case missing(Int)
    /// The computed line stands before the recorded line `before`.
    case extra(Int, before: Int)
  }

  /// Aligns two runs of lines; lines that match at both ends are left out.
  ///
  /// The cheapest way to turn one into the other: a line that matches costs nothing, one whose numbers changed 2, one that
  /// was added or removed 3, one that says something else 5 (Needleman and Wunsch, J. Mol. Biol. 48, 1970). Long runs, whose
  /// table would cost more than it tells, are paired in order.
  ///
  /// Complexity: O(lines), plus up to 40 000 comparisons of lines.
  static func pairs(_ matcher: inout LineMatcher, _ written: Range<Int>, _ computed: Range<Int>) -> [Pair] {
    var (written, computed) = (written, computed)
    while let left = written.first, let right = computed.first, matcher.holds(.match, left, right) {
      (written, computed) = (written.dropFirst(), computed.dropFirst())
    }
    while let left = written.last, let right = computed.last, matcher.holds(.match, left, right) {
      (written, computed) = (written.dropLast(), computed.dropLast())
    }
    guard !written.isEmpty, !computed.isEmpty, written.count <= 40_000 / computed.count else {
      let shared = min(written.count, computed.count)
      return zip(written, computed).map { .both($0, $1) } + written.dropFirst(shared).map { .missing($0) }
        + computed.dropFirst(shared).map { .extra($0, before: written.upperBound) }
    }
    return cheapest(&matcher, written, computed)
  }

  private static func cheapest(_ matcher: inout LineMatcher, _ written: Range<Int>, _ computed: Range<Int>) -> [Pair] {
    let gap = 3
    let (rows, columns) = (written.count, computed.count)
    // cost[i][j]: the cheapest way to align what is left from row i and column j on; steps[i][j]: the price of pairing there.
    var cost = (0...rows).map { row in (0...columns).map { (rows - row + columns - $0) * gap } }
    var steps = Array(repeating: Array(repeating: 0, count: columns), count: rows)
    for row in (0..<rows).reversed() {
      for column in (0..<columns).reversed() {
        let (left, right) = (written.lowerBound + row, computed.lowerBound + column)
        let step = matcher.holds(.match, left, right) ? 0 : matcher.holds(.sameTexts, left, right) ? 2 : 5
        steps[row][column] = step
        cost[row][column] = min(
          cost[row + 1][column + 1] + step, cost[row + 1][column] + gap, cost[row][column + 1] + gap)
      }
    }
    var pairs: [Pair] = []
    var (row, column) = (0, 0)
    while row < rows || column < columns {
      let (left, right) = (written.lowerBound + row, computed.lowerBound + column)
      if row < rows, column < columns, cost[row][column] == cost[row + 1][column + 1] + steps[row][column] {
        pairs.append(.both(left, right))
        (row, column) = (row + 1, column + 1)
      } else if row < rows, cost[row][column] == cost[row + 1][column] + gap {
        pairs.append(.missing(left))
        row += 1
      } else {
        pairs.append(.extra(right, before: left))
        column += 1
      }
    }
    return pairs
  }
}
