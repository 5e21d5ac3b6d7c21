/// One entry of a `Table`: words, or a number with the way it is written.
///
/// ```swift
/// let row: [Cell] = ["lr = 0.03", 50, .number(0.0328779963, .significant(3))]
/// row.map(\.text)  // => ["lr = 0.03", "50", "0.0329"]
/// ```
public enum Cell: Sendable, Hashable {
  /// Words; control characters, line feeds among them, are printed as spaces.
  case text(String)
  /// An integer, written whole.
  case integer(Int)
  /// A number in a format.
  case number(Double, NumberFormat = .shortest)

  /// The entry as it is printed, on one line.
  public var text: String {
    switch self {
    case .text(let text): text.oneLine
    case .integer(let value): String(value)
    case .number(let value, let format): format.text(of: value)
    }
  }

  /// Whether the entry is a number, which stands to the right in its column.
  public var isNumber: Bool {
    switch self {
    case .text: false
    case .integer, .number: true
    }
  }
}

extension Cell: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  public init(stringLiteral value: String) { self = .text(value) }
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(floatLiteral value: Double) { self = .number(value) }
}
