extension Chart {
  /// This chart with the marks alone that its figure has a place for.
  ///
  /// The first mark decides the figure. Beside horizontal bars stand more bars; beside a matrix stands nothing. On two axes
  /// stands everything but a matrix and bars without named places, and of the marks that rule an axis (upright bars, a
  /// histogram, boxes) those of the first kind alone. Boxes of several calls are one mark.
  var drawn: Chart {
    changed { copy in
      copy.marks = drawnIndices.map { marks[$0] }
      guard !isAlone, let ruler, let merged = marks[ruler].traits.merged else { return }
      let kind = marks[ruler].traits.kind
      guard let first = copy.marks.firstIndex(where: { $0.traits.kind == kind }) else { return }
      copy.marks[first] = merged(marks.filter { $0.traits.kind == kind })
    }
  }

  /// The places in `marks` of the marks of `drawn`.
  var drawnIndices: [Int] {
    let traits = marks.map { $0.traits }
    let standings = traits.map { $0.standing(x) }
    if let first = standings.first, case .soloist(let joins) = first {
      return traits.indices.filter { $0 == 0 || (joins && traits[$0].kind == traits[0].kind) }
    }
    let ruler = self.ruler
    return traits.indices.filter { i in
      switch standings[i] {
      case .guest: true
      case .ruler(let joins): i == ruler || (joins && ruler.map { traits[$0].kind == traits[i].kind } ?? true)
      case .idle(let joins): joins || ruler.map { traits[$0].merged == nil } ?? true
      case .soloist: false
      }
    }
  }

  /// What is left out, in words; empty for nothing.
  var undrawnWords: String {
    let drawn = drawnIndices
    let merging = isAlone ? nil : ruler.map { marks[$0].traits }.flatMap { $0.merged == nil ? nil : $0.kind }
    let left = marks.indices.filter { !drawn.contains($0) }.map { marks[$0].traits.kind }.filter { $0 != merging }
    return left.counted.map { $0.kind.marks($0.count) }.spokenList
  }

  /// Whether the first mark takes the whole figure.
  var isAlone: Bool {
    guard let first = marks.first, case .soloist = first.traits.standing(x) else { return false }
    return true
  }

  /// The figure of the first mark if that stands alone.
  var ownFigure: OwnFigure? { isAlone ? marks.first?.traits.figure?(self) : nil }

  /// What the first mark that rules an axis decides.
  var ruling: Ruling? { ruler.flatMap { marks[$0].traits.ruling?(self) } }

  /// The first mark that makes an axis its own.
  private var ruler: Int? {
    marks.firstIndex { if case .ruler = $0.traits.standing(x) { true } else { false } }
  }
}
