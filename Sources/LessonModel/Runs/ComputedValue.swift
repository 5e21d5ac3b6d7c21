/// A value as a running lesson reported it: with its type where the comparison of numbers needs one.
package enum ComputedValue: Sendable {
  /// There is no value, as of a statement that returns nothing.
  case nothing
  /// A value of an integer type of any width, in decimal.
  case integer(String)
  case float64(Double)
  case float32(Float)
  case bool(Bool)
  /// A value of any other type, by its description.
  case text(String)
  case exhibit(Exhibit)

  /// What `print` would write; nil where there is no value.
  package var description: String? {
    switch self {
    case .nothing: nil
    case .integer(let text), .text(let text): text
    // What is not a number has its sign and its kind in what `print` writes, and not in its `description`.
    case .float64(let value): "\(value)"
    case .float32(let value): "\(value)"
    case .bool(let value): value.description
    case .exhibit(let exhibit): exhibit.text
    }
  }
}

extension ComputedValue: Equatable {
  /// Floating-point values are the same where their bits are, not-a-number too.
  package static func == (left: ComputedValue, right: ComputedValue) -> Bool {
    switch (left, right) {
    case (.nothing, .nothing): true
    case (.integer(let left), .integer(let right)), (.text(let left), .text(let right)): left == right
    case (.float64(let left), .float64(let right)): left.bitPattern == right.bitPattern
    case (.float32(let left), .float32(let right)): left.bitPattern == right.bitPattern
    case (.bool(let left), .bool(let right)): left == right
    case (.exhibit(let left), .exhibit(let right)): left == right
    default: false
    }
  }
}
