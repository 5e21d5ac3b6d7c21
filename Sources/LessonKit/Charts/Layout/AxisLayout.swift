/// One axis with all its decisions made: how many cells, which ticks, and the place of every value.
///
/// A place along an axis is an integer, in 1024ths of a cell from the center of the lowest cell (the leftmost column, the
/// bottom row). All glyphs are chosen by comparing such integers, so a difference in the last bit of a value, such as
/// `exp` has between systems, cannot change a character.
package struct AxisLayout: Sendable, Hashable {
  /// The author's name of the axis, with `(log scale)` where that holds; may be empty.
  package var label: String
  /// How values become places.
  package var scale: Chart.Scale
  /// Columns or rows of the plot along this axis, at least 2.
  package var cells: Int
  /// The ticks from low to high.
  package var ticks: [Tick]
  /// The distance of ticks, in values or, on a log axis, in powers of ten.
  package var step: TickStep
  /// The cells between two neighbouring ticks; on a log axis with 1-2-5 ticks, in one power of ten.
  package var cellsPerTick: Int
  /// The number of the lowest cell when cells are counted from value 0 (on a log axis from value 1).
  package var firstCell: Int
  /// The places on the plot: from half a cell below the lowest center to half a cell above the highest, but never beyond a
  /// range that the author fixed.
  package var reach: ClosedRange<Int>

  /// A value with a label.
  package struct Tick: Sendable, Hashable {
    /// What the label says, as a number.
    package var value: Double
    /// Its place, in 1024ths of a cell; a whole cell but for the 2 and 5 of a log axis, which are within 0.04 cells of one.
    package var place: Int
    /// What stands at the tick; one format for the whole axis.
    package var text: String
    /// False where the label would leave the page or touch another; the tick itself is drawn all the same.
    package var isLabeled = true
    /// The cell of the tick.
    package var cell: Int { AxisLayout.cell(at: place) }
  }

  /// The values at the centers of the lowest and the highest cell.
  package var bounds: (low: Double, high: Double) { (value(at: 0), value(at: (cells - 1) * 1024)) }

  /// The place of a value in 1024ths of a cell; outside `0...(cells - 1) * 1024` for values beyond the axis, nil for NaN,
  /// infinities and, on a log axis, values at or below zero.
  package func place(_ value: Double) -> Int? {
    AxisPlaces(self)[value]
  }

  /// The value at a place, the inverse of `place` up to its rounding.
  package func value(at place: Int) -> Double {
    let steps = (Double(place) / 1024 + Double(firstCell)) / Double(cellsPerTick)
    let scaled = TickStep.scaled(steps * Double(step.mantissa), byTenTo: step.exponent)
    return scale == .log ? exp(scaled * 2.302585092994045684) : scaled
  }

  /// The cell that holds a place, counted from the lowest one; half a cell goes up, except at the upper end.
  package func cell(at place: Int) -> Int { Swift.min(cells - 1, AxisLayout.cell(at: place)) }

  /// The cells between two places, as far as they are on the plot.
  func cells(from low: Int, through high: Int) -> Range<Int> {
    let end = Swift.max(0, Swift.min(cells, AxisLayout.cell(at: high) + 1))
    return Swift.min(end, Swift.max(0, AxisLayout.cell(at: low)))..<end
  }

  /// The cell that holds a place on an endless axis.
  static func cell(at place: Int) -> Int { (place + 512) >> 10 }

  static func log10(_ value: Double) -> Double { log(value) / 2.302585092994045684 }
}

/// The places of many values on one axis: `AxisLayout.place` with the power of ten worked out once.
struct AxisPlaces {
  private let isLog: Bool
  private let power: Int
  private let factor: Double
  private let mantissa: Double
  private let cellsPerTick: Double
  private let firstCell: Double

  init(_ axis: AxisLayout) {
    isLog = axis.scale == .log
    power = -axis.step.exponent
    factor = TickStep.scaled(1, byTenTo: Swift.min(22, Int(power.magnitude)))
    mantissa = Double(axis.step.mantissa)
    cellsPerTick = Double(axis.cellsPerTick)
    firstCell = Double(axis.firstCell)
  }

  subscript(value: Double) -> Int? {
    guard value.isFinite, !isLog || value > 0 else { return nil }
    let value = isLog ? AxisLayout.log10(value) : value
    let shifted =
      power.magnitude > 22 ? TickStep.scaled(value, byTenTo: power) : power < 0 ? value / factor : value * factor
    let scaled = Swift.min(1e12, Swift.max(-1e12, (shifted / mantissa * cellsPerTick - firstCell) * 1024))
    // Half away from zero, without a call of the C library on processors that have no instruction for it.
    return Int(scaled + (scaled < 0 ? -0.5 : 0.5))
  }
}
