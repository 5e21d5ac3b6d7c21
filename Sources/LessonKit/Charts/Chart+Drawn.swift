extension Chart {
  /// This chart with the marks alone that its figure has a place for.
  ///
  /// The first mark decides the figure. Beside horizontal bars stand more bars; beside a matrix stands nothing. On two axes
  /// stands everything but a matrix and bars without named places, and of the marks that rule an axis (upright bars, a
  /// histogram, boxes) those of the first kind alone. Boxes of several calls are one mark.
  var drawn: Chart {
    changed { copy in
      copy.marks = drawnIndices.map { marks[$0] }
      guard rulingKind == .box, let first = copy.marks.firstIndex(where: { $0.traits.kind == .box }) else { return }
      copy.marks[first] = .box(Boxes(boxes: boxes))
    }
  }

  /// The places in `marks` of the marks of `drawn`.
  var drawnIndices: [Int] {
    let isAlone = hasHorizontalBars || hasMatrix
    let (ruler, rulingKind) = (self.ruler, self.rulingKind)
    return marks.indices.filter { i in
      switch marks[i] {
      case .bars: isAlone ? hasHorizontalBars : x.scale == .category && (rulingKind == marks[i].traits.kind || !rules(marks[i]))
      case .matrix: hasMatrix && i == 0
      case .box, .histogram: !isAlone && (rules(marks[i]) ? i == ruler : rulingKind != .box)
      default: !isAlone
      }
    }
  }

  /// What is left out, in words; empty for nothing.
  var undrawnWords: String {
    let isDrawn = Set(drawnIndices)
    let left = marks.indices.filter { !isDrawn.contains($0) }.map { marks[$0].traits.kind }
      .filter { !($0 == .box && rulingKind == .box && !hasHorizontalBars && !hasMatrix) }
    var kinds: [MarkKind] = []
    for kind in left where !kinds.contains(kind) { kinds.append(kind) }
    return kinds.map { kind in kind.marks(left.count { $0 == kind }) }.spokenList
  }

  /// The first mark that makes an axis its own.
  private var ruler: Int? { marks.firstIndex { rules($0) } }

  private var rulingKind: MarkKind? { ruler.map { marks[$0].traits.kind } }

  /// Whether the figure is a list of horizontal bars.
  var hasHorizontalBars: Bool {
    if case .bars = marks.first { x.scale != .category } else { false }
  }

  /// Whether the figure is a table of shades.
  var hasMatrix: Bool {
    if case .matrix = marks.first { true } else { false }
  }

  /// Whether a mark makes an axis its own.
  private func rules(_ mark: Mark) -> Bool {
    switch mark {
    case .bars(let bars): x.scale == .category && !bars.values.isEmpty
    case .histogram(let histogram): !histogram.counts.isEmpty
    case .box(let boxes): !boxes.boxes.isEmpty
    default: false
    }
  }
}
