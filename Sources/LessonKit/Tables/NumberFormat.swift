/// How a number is written in a table, a diagram or a sentence.
///
/// ```swift
/// NumberFormat.shortest.text(of: 0.1)  // => "0.1"
/// NumberFormat.fixed(2).text(of: 0.125)  // => "0.12"
/// NumberFormat.significant(3).text(of: 1234.5)  // => "1230"
/// NumberFormat.significant(3).text(of: 0.000159469)  // => "1.59e-4"
/// NumberFormat.scientific(2).text(of: 1234.5)  // => "1.23e+03"
/// ```
public enum NumberFormat: Sendable, Hashable {
  /// The fewest digits that read back as the same `Double`, as Swift prints it.
  case shortest
  /// So many digits after the point, as `fixed(_:_:)`.
  case fixed(Int)
  /// At most so many digits that count, without zeros at the end; an exponent under 0.001 and from a million on.
  case significant(Int)
  /// One digit before the point, so many after it, and an exponent, as `scientific(_:_:)`.
  case scientific(Int)

  /// `value` in this format, correctly rounded (a tie goes to the even digit); `nan`, `inf` and `-inf` as words.
  ///
  /// A negative number of digits counts as 0, no significant digit as 1.
  public func text(of value: Double) -> String {
    switch self {
    case .shortest: value.description
    case .fixed(let digits): LessonKit.fixed(value, max(0, digits))
    case .significant(let digits): value.withDigits(max(1, digits))
    case .scientific(let digits): LessonKit.scientific(value, max(0, digits))
    }
  }
}
