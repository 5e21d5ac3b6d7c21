/// The choice of ticks and size for one axis: every step and every spacing of ticks is tried, the cheapest wins.
///
/// Cost = 4 x unused share of the domain + 2 x |ticks - t| / t + |cells - wanted| / wanted + 0.1 x rank of the mantissa in
/// 1, 5, 2, 2.5 + 0.3 x decimals of the labels + 0.25 for each end of the domain without a tick + 1 for each tick
/// beyond a fixed range + the cost of the spacing; on equal cost the larger step. The last terms keep ends readable, no number
/// at an axis that its author left out, and columns a round share of a step.
struct AxisSearch {
  /// The domain in values, or in powers of ten for a log axis.
  var low: Double
  var high: Double
  var isFixed = false
  var isLog = false
  /// Ends of the domain must be ticks (log axes).
  var endsOnTicks = false
  /// The lowest cell must stay free of data: on a log axis its row is not zero and must not look like it.
  var leavesLowestFree = false
  var wantedTicks: Int
  var wantedCells: Int
  var maxCells: Int
  var spacings: ClosedRange<Int>
  /// Ticks stand on whole numbers only (indices, counts).
  var isWhole = false
  /// True for columns: labels stand side by side and need room.
  var isHorizontal = false

  struct Choice {
    var step: TickStep
    var spacing: Int
    var first: Int
    var last: Int
    var cost: Int
  }

  func best() -> Choice {
    var best: Choice?
    func consider(_ choice: Choice?) {
      guard let choice else { return }
      if let other = best, other.cost < choice.cost || (other.cost == choice.cost && other.step.value >= choice.step.value) {
        return
      }
      best = choice
    }
    // A span of 10^d takes steps from 10^(d - 2), some hundred ticks, to 10^(d + 1), one or two.
    let magnitude = TickStep.magnitude(high / 2 - low / 2)
    let least = isLog || isWhole ? 0 : -400
    let exponents = Swift.max(least, magnitude - 2)...Swift.max(least, magnitude + 1)
    for exponent in exponents {
      for rank in TickStep.mantissas.indices where !(isLog && TickStep.mantissas[rank] == 25) {
        let step = TickStep(
          mantissa: TickStep.mantissas[rank], exponent: TickStep.mantissas[rank] == 25 ? exponent - 1 : exponent)
        if isWhole, step.exponent < 0 { continue }
        for spacing in spacings { consider(choice(step, rank: rank, spacing: spacing, leastTicks: 2)) }
      }
    }
    if let best { return best }
    // No room for readable ticks: any cell-aligned domain that fits.
    for exponent in exponents {
      for rank in TickStep.mantissas.indices where TickStep.mantissas[rank] != 25 {
        let step = TickStep(mantissa: TickStep.mantissas[rank], exponent: exponent)
        for spacing in 1...12 { consider(choice(step, rank: rank, spacing: spacing, leastTicks: 0)) }
      }
    }
    return best ?? Choice(step: TickStep(mantissa: 1, exponent: magnitude + 1), spacing: 1, first: 0, last: 1, cost: 0)
  }

  private func choice(_ step: TickStep, rank: Int, spacing: Int, leastTicks: Int) -> Choice? {
    let from = step.steps(to: low) * Double(spacing)
    let to = step.steps(to: high) * Double(spacing)
    guard from.magnitude < 1e14, to.magnitude < 1e14, to - from < 4 * Double(maxCells) else { return nil }
    var (first, last) = cells(from, to)
    if endsOnTicks {
      first = first.floorDivided(by: spacing) * spacing
      last = -(-last).floorDivided(by: spacing) * spacing
      if leavesLowestFree, AxisLayout.cell(at: Int((from * 1024).rounded())) <= first { first -= spacing }
    }
    if last == first { last += 1 }
    let count = last - first + 1
    guard count <= maxCells else { return nil }
    let lowTick = -(-first).floorDivided(by: spacing)
    let highTick = last.floorDivided(by: spacing)
    let ticks = highTick - lowTick + 1
    guard ticks >= leastTicks else { return nil }
    var decimals = 0
    if ticks > 0, !isLog {
      let style = step.style(from: lowTick, through: highTick)
      decimals = style.decimals
      if isHorizontal, leastTicks > 0, spacing < longest(step, style, lowTick, highTick) + 2 { return nil }
    } else if isLog, isHorizontal, leastTicks > 0, spacing < 6 {
      return nil
    }
    let domain = Double(last - first)
    var cost = 4 * (isFixed ? (domain - (to - from)).magnitude : Swift.max(0, domain - (to - from))) / domain
    cost += 2 * Double((ticks - wantedTicks).magnitude) / Double(wantedTicks)
    cost += Double((count - wantedCells).magnitude) / Double(wantedCells)
    cost += (isLog ? 0.4 : 0.1) * Double(rank) + 0.3 * Double(decimals)
    if first != lowTick * spacing { cost += 0.25 }
    if last != highTick * spacing { cost += 0.25 }
    if isFixed, Double(lowTick * spacing) < from - 1e-9 { cost += 1 }
    if isFixed, Double(highTick * spacing) > to + 1e-9 { cost += 1 }
    if isHorizontal { cost += AxisSearch.cost(ofSpacing: spacing) }
    return Choice(step: step, spacing: spacing, first: first, last: last, cost: Int((cost * 1e6).rounded()))
  }

  /// The outer cells: they cover the data, or lie nearest to the bounds of a fixed range.
  private func cells(_ from: Double, _ to: Double) -> (first: Int, last: Int) {
    let (low, high) = (Int((from * 1024).rounded()), Int((to * 1024).rounded()))
    return isFixed ? ((low + 512) >> 10, (high + 511) >> 10) : (low >> 10, (high + 1023) >> 10)
  }

  /// A tenth of a step for each column reads best, then an eighth, then whatever fits.
  private static func cost(ofSpacing spacing: Int) -> Double {
    switch spacing {
    case 10: 0
    case 8, 20, 30: 0.1
    case 6, 12: 0.2
    default: 0.3
    }
  }

  private func longest(_ step: TickStep, _ style: TickStep.Style, _ low: Int, _ high: Int) -> Int {
    Swift.max(step.label(low, style).utf8.count, step.label(high, style).utf8.count)
  }
}
