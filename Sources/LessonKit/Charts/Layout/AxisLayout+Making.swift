extension AxisLayout {
  /// What an axis is made from.
  struct Request {
    var axis: Chart.Axis
    /// The smallest and the largest finite value, or nil without data.
    var extent: ClosedRange<Double>?
    var isHorizontal: Bool
    var wantedCells: Int
    var maxCells: Int
    /// Ticks stand on whole numbers only.
    var isWhole = false
    var wantedTicks: Int { isHorizontal ? 7 : 5 }
  }

  /// Chooses ticks and size together.
  static func making(_ request: Request) -> AxisLayout {
    let isLog = request.axis.scale == .log
    var label = request.axis.label
    if isLog { label += label.isEmpty ? "log scale" : " (log scale)" }
    let fixed = request.axis.range.flatMap { usable($0, isLog: isLog) }
    let domain = widened(fixed ?? request.extent ?? (isLog ? 1...10 : request.isHorizontal ? 0...2 : 0...1), isLog: isLog)
    var search = AxisSearch(
      low: domain.lowerBound, high: domain.upperBound, isFixed: fixed != nil, isLog: isLog,
      wantedTicks: request.wantedTicks, wantedCells: request.wantedCells, maxCells: Swift.max(2, request.maxCells),
      spacings: request.isHorizontal ? 6...(request.isWhole ? 30 : 12) : 2...5, isWhole: request.isWhole,
      isHorizontal: request.isHorizontal)
    if isLog {
      if search.high - search.low < 2, let fine = fineLog(search, label, request) { return fine }
      search.endsOnTicks = fixed == nil
      search.leavesLowestFree = fixed == nil && !request.isHorizontal
    }
    let choice = search.best()
    let low = -(-choice.first).floorDivided(by: choice.spacing)
    let high = choice.last.floorDivided(by: choice.spacing)
    let style = choice.step.style(from: low, through: high)
    var layout = AxisLayout(
      label: label, scale: isLog ? .log : .linear, cells: choice.last - choice.first + 1, ticks: [], step: choice.step,
      cellsPerTick: choice.spacing, firstCell: choice.first, reach: 0...0)
    if low <= high {
      layout.ticks = (low...high).map { count in
        let steps = TickStep.scaled(Double(count * choice.step.mantissa), byTenTo: choice.step.exponent)
        return Tick(
          value: isLog ? TickStep.scaled(1, byTenTo: Int(steps)) : steps, place: (count * choice.spacing - choice.first) * 1024,
          text: isLog ? TickStep.logLabel(1, Int(steps)) : choice.step.label(count, style))
      }
    }
    layout.setReach(fixed)
    return layout
  }

  /// Under two powers of ten: 10, 20, 30... cells for each, so that 2 and 5, at 0.301 and 0.699, are within 0.04 cells of a
  /// cell center.
  private static func fineLog(_ search: AxisSearch, _ label: String, _ request: Request) -> AxisLayout? {
    var best: (cost: Int, spacing: Int, first: Int, last: Int)?
    for spacing in stride(from: 10, through: 60, by: 10) {
      let low = Int((search.low * Double(spacing) * 1024).rounded())
      let high = Int((search.high * Double(spacing) * 1024).rounded())
      var (first, last) = search.isFixed ? ((low + 512) >> 10, (high + 511) >> 10) : (low >> 10, (high + 1023) >> 10)
      if !search.isFixed, !search.isHorizontal, (low + 512) >> 10 <= first { first -= 1 }
      if last == first { last += 1 }
      let cost = (last - first + 1 - request.wantedCells).magnitude
      guard last - first + 1 <= search.maxCells, best.map({ Int(cost) < $0.cost }) ?? true else { continue }
      best = (Int(cost), spacing, first, last)
    }
    guard let best else { return nil }
    var layout = AxisLayout(
      label: label, scale: .log, cells: best.last - best.first + 1, ticks: [], step: TickStep(mantissa: 1, exponent: 0),
      cellsPerTick: best.spacing, firstCell: best.first, reach: 0...0)
    let powers = best.first.floorDivided(by: best.spacing)...best.last.floorDivided(by: best.spacing)
    for power in powers {
      for (digit, tenths) in [(1, 0), (2, 3), (5, 7)] {
        let cell = power * best.spacing + tenths * best.spacing / 10 - best.first
        let value = TickStep.scaled(Double(digit), byTenTo: power)
        guard (0..<layout.cells).contains(cell), let place = layout.place(value) else { continue }
        layout.ticks.append(Tick(value: value, place: place, text: TickStep.logLabel(digit, power)))
      }
    }
    layout.setReach(search.isFixed ? request.axis.range : nil)
    return layout.ticks.count < 2 ? nil : layout
  }

  private mutating func setReach(_ fixed: ClosedRange<Double>?) {
    reach = -512...((cells - 1) * 1024 + 512)
    guard let fixed, let low = place(fixed.lowerBound), let high = place(fixed.upperBound), low < high else { return }
    reach = reach.clamped(to: low...high)
  }

  /// A fixed range that can be an axis, else nil.
  private static func usable(_ range: ClosedRange<Double>, isLog: Bool) -> ClosedRange<Double>? {
    range.lowerBound.isFinite && range.upperBound.isFinite && (!isLog || range.lowerBound > 0) ? range : nil
  }

  /// The domain to search: powers of ten for a log axis; constant data, up to noise, get `v - r...v + r`, r = max(|v| / 2, 1).
  private static func widened(_ range: ClosedRange<Double>, isLog: Bool) -> ClosedRange<Double> {
    let (low, high) = isLog ? (log10(range.lowerBound), log10(range.upperBound)) : (range.lowerBound, range.upperBound)
    let size = Swift.max(low.magnitude, high.magnitude)
    if high / 2 - low / 2 > (isLog ? 1e-12 : size * 1e-12) { return low...high }
    if isLog { return (low - 0.5)...(high + 0.5) }
    // The middle, not an end: noise in the last bit must not move the domain by a cell.
    let middle = low / 2 + high / 2
    let radius = Swift.max(middle.magnitude / 2, 1)
    let most = Double.greatestFiniteMagnitude
    return Swift.max(-most, middle - radius)...Swift.min(most, middle + radius)
  }
}
