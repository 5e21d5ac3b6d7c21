/// How a number is written in a table.
///
///     NumberFormat.shortest.text(of: 0.1)  // => "0.1"
///     NumberFormat.fixed(2).text(of: 0.125)  // => "0.12"
///     NumberFormat.significant(3).text(of: 0.000159469)  // => "1.59e-4"
public enum NumberFormat: Sendable, Hashable {
  /// The fewest digits that read back as the same `Double`.
  case shortest
  /// So many digits after the point.
  case fixed(Int)
  /// So many digits that count; an exponent where the number is under 0.001 or has more digits than that before its point.
  case significant(Int)

  /// `value` in this format, correctly rounded (a tie goes to the even digit); `nan`, `inf` and `-inf` as words.
  public func text(of value: Double) -> String {
    value.description
  }
}
