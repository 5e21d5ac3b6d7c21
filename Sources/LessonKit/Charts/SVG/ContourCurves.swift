/// Marching squares: where a sampled function of two variables has a level, as curves in values.
///
/// In a square whose corners lie high and low in turn, the mean of the four decides which corners belong together.
/// Source: W. E. Lorensen and H. E. Cline, "Marching cubes", SIGGRAPH 1987, in two dimensions.
struct ContourCurves {
  typealias Point = (x: Double, y: Double)

  /// A straight piece through one square, between two of its sides; a side has one number for both its squares.
  private struct Piece {
    var sides: (Int, Int)
  }

  private let contour: Chart.Contour

  init(_ contour: Chart.Contour) { self.contour = contour }

  /// The curves of one level; a closed one ends where it begins.
  func curves(at level: Double) -> [[Point]] {
    let pieces = pieces(at: level)
    var atSide: [Int: [Int]] = [:]
    for (index, piece) in pieces.enumerated() {
      atSide[piece.sides.0, default: []].append(index)
      atSide[piece.sides.1, default: []].append(index)
    }
    var isUsed = [Bool](repeating: false, count: pieces.count)
    func walk(from start: Int) -> [Int] {
      var sides = [start]
      while let next = atSide[sides[sides.count - 1]]?.first(where: { !isUsed[$0] }) {
        isUsed[next] = true
        let piece = pieces[next]
        sides.append(piece.sides.0 == sides[sides.count - 1] ? piece.sides.1 : piece.sides.0)
      }
      return sides
    }
    var curves: [[Point]] = []
    for piece in pieces.indices where !isUsed[piece] {
      // One way from the middle, then the other way: an open curve is found whole wherever it is met first.
      let forward = walk(from: pieces[piece].sides.0)
      let backward = walk(from: pieces[piece].sides.0)
      curves.append((backward.dropFirst().reversed() + forward).map { point(on: $0, level) })
    }
    return curves
  }

  private func pieces(at level: Double) -> [Piece] {
    var pieces: [Piece] = []
    guard contour.columns > 1, contour.rows > 1 else { return [] }
    for row in 0..<(contour.rows - 1) {
      for column in 0..<(contour.columns - 1) { add(&pieces, row * contour.columns + column, level) }
    }
    return pieces
  }

  /// Adds what a square holds, given its lower left sample.
  private func add(_ pieces: inout [Piece], _ sample: Int, _ level: Double) {
    let up = contour.columns
    let a = contour.values[sample] - level
    let b = contour.values[sample + 1] - level
    let c = contour.values[sample + 1 + up] - level
    let d = contour.values[sample + up] - level
    guard a.isFinite, b.isFinite, c.isFinite, d.isFinite else { return }
    let (isA, isB, isC, isD) = (a < 0, b < 0, c < 0, d < 0)
    if isA == isB, isB == isC, isC == isD { return }
    // Sides in turn: bottom, right, top, left. An even number starts to the right of its sample, an odd one above it.
    let sides = [2 * sample, 2 * (sample + 1) + 1, 2 * (sample + up), 2 * sample + 1]
    let crossed = [isA != isB, isB != isC, isC != isD, isD != isA]
    let hit = (0..<4).filter { crossed[$0] }.map { sides[$0] }
    if hit.count == 2 { return pieces.append(Piece(sides: (hit[0], hit[1]))) }
    let joinsA = isA == (a + b + c + d < 0)
    pieces.append(Piece(sides: joinsA ? (hit[0], hit[1]) : (hit[3], hit[0])))
    pieces.append(Piece(sides: joinsA ? (hit[2], hit[3]) : (hit[1], hit[2])))
  }

  /// Where the level lies on a side, by linear interpolation between its samples.
  private func point(on side: Int, _ level: Double) -> Point {
    let from = side / 2
    let to = side % 2 == 0 ? from + 1 : from + contour.columns
    let (a, b) = (contour.values[from] - level, contour.values[to] - level)
    let share = a / (a - b)
    let column = Double(from % contour.columns) + (side % 2 == 0 ? share : 0)
    let row = Double(from / contour.columns) + (side % 2 == 0 ? 0 : share)
    let (width, height) = (contour.x.upperBound - contour.x.lowerBound, contour.y.upperBound - contour.y.lowerBound)
    return (
      contour.x.lowerBound + width * (column / Double(contour.columns - 1)),
      contour.y.lowerBound + height * (row / Double(contour.rows - 1))
    )
  }
}
