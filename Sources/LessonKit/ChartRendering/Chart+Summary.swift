extension Chart {
  /// The chart in one paragraph of plain words, from its data: kind, axes, what each mark shows, what is missing. The
  /// author's `describe` replaces it.
  ///
  /// Numbers have three significant digits, integers below a million all of theirs.
  ///
  /// ```swift
  /// Chart("Loss").line([56, 20, 5.857], "lr = 0.005").x("step").summary
  /// // => "Line chart. x: step, 0 to 2. lr = 0.005 falls from 56 to 5.86."
  /// ```
  public var summary: String {
    if let spokenDescription { return spokenDescription }
    guard !marks.isEmpty else { return "Empty chart." }
    var sentences = [kind.sentence(ending: scaleWords)]
    if hasHorizontalBars || hasMatrix {
      for i in drawnIndices { sentences += MarkWords(self).sentences(for: marks[i], name: marks[i].name.oneLine) }
    } else {
      let drawn = self.drawn
      let words = MarkWords(drawn)
      sentences += drawn.axisSentences
      for (mark, name) in zip(drawn.marks, drawn.markNames) { sentences += words.sentences(for: mark, name: name) }
      if let hidden = drawn.hiddenPoints { sentences.append(hidden) }
    }
    let undrawn = undrawnWords
    if !undrawn.isEmpty { sentences.append("Not drawn: \(undrawn).") }
    return sentences.joined(separator: " ")
  }

  /// What the chart is, after its first mark, with what else is on it: "Contour plot with a path".
  private var kind: String {
    let drawn = drawnIndices.map { ChartKind(marks[$0]) }.filter { !$0.isNote }
    var kinds: [ChartKind] = []
    for kind in drawn where !kinds.contains(kind) { kinds.append(kind) }
    guard let main = kinds.first(where: { $0.isGround }) ?? kinds.first, let name = main.name else { return "Chart" }
    let others = kinds.filter { $0 != main }.map { kind in kind.marks(drawn.count { $0 == kind }) }
    return others.isEmpty ? name : "\(name) with \(others.spokenList)"
  }

  private var scaleWords: String {
    switch (x.scale == .log, y.scale == .log) {
    case (false, false): ""
    case (true, false): "x on a log scale"
    case (false, true): "y on a log scale"
    case (true, true): "x and y on log scales"
    }
  }

  /// Name and range of each axis. A log axis y is left to the series, which say its values; the first sentence named it.
  private var axisSentences: [String] {
    let extent = PlotExtent(self)
    var sentences: [String] = []
    if upright.groups > 0 {
      let label = x.label.oneLine
      if !label.isEmpty { sentences.append("x: \(label).") }
    } else if let range = xRange ?? extent.x.range {
      sentences.append(axisSentence("x", x, range))
    }
    let hasBoxes = marks.contains { ChartKind($0) == .box }
    if y.scale != .log, !hasBoxes, !y.label.isEmpty || y.range != nil, let range = y.range ?? extent.y.range {
      sentences.append(axisSentence("y", y, range))
    }
    return sentences
  }

  /// The range of the x axis that is not left to the data: the bins of a histogram, or the author's.
  var xRange: ClosedRange<Double>? { histogram.map { $0.edge(0)...$0.edge($0.counts.count) } ?? x.range }

  private func axisSentence(_ letter: String, _ axis: Axis, _ range: ClosedRange<Double>) -> String {
    let label = axis.label.oneLine
    let name = label.isEmpty || label == letter ? letter + ":" : "\(letter): \(label),"
    return "\(name) \(range.lowerBound.spoken) to \(range.upperBound.spoken)."
  }

  /// What each mark is called, in sentences and in the data table.
  ///
  /// A mark without a name is called by the y axis if it is the only one, else by its kind and number, `line 2`.
  var markNames: [String] {
    let unnamed = marks.filter { $0.noun != nil && $0.name.isEmpty }
    return marks.enumerated().map { index, mark in
      guard mark.name.isEmpty, let noun = mark.noun else { return mark.name.oneLine }
      if unnamed.count == 1 { return y.label.oneLine }
      let position = marks[...index].count { $0.name.isEmpty && $0.noun == noun }
      return unnamed.count { $0.noun == noun } == 1 ? "the \(noun)" : "\(noun) \(position)"
    }
  }

  /// How many points lie under points of a later class, where the text shows only the later.
  private var hiddenPoints: String? {
    guard marks.count(where: { if case .points = $0 { true } else { false } }) > 1, case .plot(let plot) = layout.content
    else { return nil }
    var owners = [Int](repeating: -1, count: plot.x.cells * plot.y.cells)
    var cells: [(mark: Int, cell: Int)] = []
    for (index, mark) in marks.enumerated() {
      guard case .points(let series) = mark else { continue }
      for point in 0..<series.count {
        guard let across = plot.x.place(series[point].x), let up = plot.y.place(series[point].y),
          plot.x.reach.contains(across), plot.y.reach.contains(up)
        else { continue }
        let cell = plot.y.cell(at: up) * plot.x.cells + plot.x.cell(at: across)
        owners[cell] = index
        cells.append((index, cell))
      }
    }
    let hidden = cells.count { owners[$0.cell] != $0.mark }
    return hidden == 0 ? nil : "\(hidden.counted("point")) hidden under points of a later class."
  }
}

extension Chart.Mark {
  /// What a mark without a name is called; `nil` for marks that never have one.
  var noun: String? {
    switch self {
    case .line: "line"
    case .step: "staircase"
    case .points: "group"
    case .path: "path"
    case .errorBars: "series"
    case .band: "band"
    case .bars: "bars"
    case .histogram, .matrix, .contour, .box, .rule, .label: nil
    }
  }
}

extension String {
  /// This text as a sentence, with something after a comma if there is something.
  fileprivate func sentence(ending: String) -> String { ending.isEmpty ? self + "." : "\(self), \(ending)." }
}

extension Double {
  /// A number for the ear: three significant digits, but integers below a million whole.
  var spoken: String {
    if isInfinite { return self < 0 ? "minus infinity" : "infinity" }
    return magnitude < 1e6 && self == rounded() ? String(Int(self)) : withDigits(3)
  }
}

extension Int {
  /// `1 point`, `2 points`.
  func counted(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
