/// Digits in superscript.
package enum Superscript {
  /// The digit that a character in superscript is; nil for any other.
  package static func digit(_ scalar: Unicode.Scalar) -> Int? { digits.firstIndex(of: scalar) }

  /// Digits and signs as superscript.
  package static func text(_ text: String) -> String {
    var raised = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "-", "\u{2212}": raised.append("\u{207B}")
      case "+": raised.append("\u{207A}")
      case "0"..."9": raised.append(digits[Int(scalar.value) - 48])
      default: raised.append(scalar)
      }
    }
    return String(raised)
  }

  private static let digits: [Unicode.Scalar] = ["⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"]
}
