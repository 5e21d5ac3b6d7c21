public import LessonKit

/// A value that can be written down without a mirror.
public protocol PageValue {
  /// What `print` writes.
  var pageText: String { get }
  /// What stands for it inside an array or a tuple.
  var pageInnerText: String { get }
}

extension PageValue {
  /// The same as outside.
  public var pageInnerText: String { pageText }
}

extension Double: PageValue { public var pageText: String { description } }
extension Float: PageValue { public var pageText: String { description } }
extension Int: PageValue { public var pageText: String { description } }
extension Int8: PageValue { public var pageText: String { description } }
extension Int16: PageValue { public var pageText: String { description } }
extension Int32: PageValue { public var pageText: String { description } }
extension Int64: PageValue { public var pageText: String { description } }
extension UInt: PageValue { public var pageText: String { description } }
extension UInt8: PageValue { public var pageText: String { description } }
extension UInt16: PageValue { public var pageText: String { description } }
extension UInt32: PageValue { public var pageText: String { description } }
extension UInt64: PageValue { public var pageText: String { description } }
extension Bool: PageValue { public var pageText: String { self ? "true" : "false" } }
extension String: PageValue {
  public var pageText: String { self }
  public var pageInnerText: String { "\"" + self + "\"" }
}
extension Character: PageValue {
  public var pageText: String { String(self) }
  public var pageInnerText: String { "\"" + String(self) + "\"" }
}
extension Array: PageValue where Element: PageValue {
  public var pageText: String {
    var text = "["
    for (index, element) in enumerated() {
      if index > 0 { text += ", " }
      text += element.pageInnerText
    }
    return text + "]"
  }
}
extension Optional: PageValue where Wrapped: PageValue {
  public var pageText: String { if let self { "Optional(" + self.pageInnerText + ")" } else { "nil" } }
}

/// Reports the value at a place.
public func __lessonValue(_ place: Int, _ value: Double) { send("V", place, "d", String(value.bitPattern, radix: 16)) }
/// Reports the value at a place.
public func __lessonValue(_ place: Int, _ value: Float) { send("V", place, "f", String(value.bitPattern, radix: 16)) }
/// Reports the value at a place.
public func __lessonValue(_ place: Int, _ value: Bool) { send("V", place, "b", value ? "true" : "false") }
/// Reports the value at a place.
public func __lessonValue(_ place: Int, _ value: Int) { send("V", place, "i", value.description) }
/// Reports the value at a place.
public func __lessonValue<Value: FixedWidthInteger & CustomStringConvertible>(_ place: Int, _ value: Value) {
  send("V", place, "i", value.description)
}
/// Reports that an expression has no value.
public func __lessonValue(_ place: Int, _ value: Void) { send("V", place, "v") }
/// Reports the value at a place.
public func __lessonValue<Value: Showable>(_ place: Int, _ value: Value) { send("V", place, "g", value.figure.fields) }
/// Reports the value at a place.
public func __lessonValue(_ place: Int, _ value: String) { send("V", place, "t", value) }
/// Reports the value at a place.
public func __lessonValue<Value: PageValue>(_ place: Int, _ value: Value) { send("V", place, "t", value.pageText) }
/// Reports the value at a place.
@_disfavoredOverload
public func __lessonValue<Value: CustomStringConvertible>(_ place: Int, _ value: Value) {
  send("V", place, "t", value.description)
}
/// Reports a tuple at a place.
public func __lessonValue<First: PageValue, Second: PageValue>(_ place: Int, _ value: (First, Second)) {
  send("V", place, "t", "(" + [value.0.pageInnerText, value.1.pageInnerText].joined(separator: ", ") + ")")
}
/// Reports a tuple at a place.
public func __lessonValue<First: PageValue, Second: PageValue, Third: PageValue>(_ place: Int, _ value: (First, Second, Third))
{
  send(
    "V", place, "t", "(" + [value.0.pageInnerText, value.1.pageInnerText, value.2.pageInnerText].joined(separator: ", ") + ")")
}
/// Reports a tuple at a place.
public func __lessonValue<First: PageValue, Second: PageValue, Third: PageValue, Fourth: PageValue>(
  _ place: Int, _ value: (First, Second, Third, Fourth)
) {
  send(
    "V", place, "t",
    "(" + [value.0.pageInnerText, value.1.pageInnerText, value.2.pageInnerText, value.3.pageInnerText].joined(separator: ", ")
      + ")")
}
/// Reports a value of which nothing can be said in a page: the tool refuses it.
@_disfavoredOverload
public func __lessonValue<Value>(_ place: Int, _ value: Value, _ unused: Void = ()) {
  send("V", place, "t", "(cannot print value in embedded Swift)")
}

// What the standard library has and its embedded form has not.

/// Prints two values.
public func print<First: PageValue, Second: PageValue>(
  _ first: First, _ second: Second,
  separator: String = " ", terminator: String = "\n"
) {
  printAll([first.pageText, second.pageText], separator, terminator)
}
/// Prints three values.
public func print<First: PageValue, Second: PageValue, Third: PageValue>(
  _ first: First, _ second: Second, _ third: Third,
  separator: String = " ", terminator: String = "\n"
) {
  printAll([first.pageText, second.pageText, third.pageText], separator, terminator)
}
/// Prints four values.
public func print<First: PageValue, Second: PageValue, Third: PageValue, Fourth: PageValue>(
  _ first: First, _ second: Second, _ third: Third, _ fourth: Fourth,
  separator: String = " ", terminator: String = "\n"
) {
  printAll([first.pageText, second.pageText, third.pageText, fourth.pageText], separator, terminator)
}
/// Prints five values.
public func print<First: PageValue, Second: PageValue, Third: PageValue, Fourth: PageValue, Fifth: PageValue>(
  _ first: First, _ second: Second, _ third: Third, _ fourth: Fourth, _ fifth: Fifth,
  separator: String = " ", terminator: String = "\n"
) {
  printAll([first.pageText, second.pageText, third.pageText, fourth.pageText, fifth.pageText], separator, terminator)
}
/// Prints six values.
public func print<First: PageValue, Second: PageValue, Third: PageValue, Fourth: PageValue, Fifth: PageValue, Sixth: PageValue>(
  _ first: First, _ second: Second, _ third: Third, _ fourth: Fourth, _ fifth: Fifth, _ sixth: Sixth,
  separator: String = " ", terminator: String = "\n"
) {
  printAll(
    [first.pageText, second.pageText, third.pageText, fourth.pageText, fifth.pageText, sixth.pageText], separator, terminator)
}
/// Prints seven values.
public func print<
  First: PageValue, Second: PageValue, Third: PageValue, Fourth: PageValue, Fifth: PageValue, Sixth: PageValue,
  Seventh: PageValue
>(
  _ first: First, _ second: Second, _ third: Third, _ fourth: Fourth, _ fifth: Fifth, _ sixth: Sixth, _ seventh: Seventh,
  separator: String = " ", terminator: String = "\n"
) {
  printAll(
    [first.pageText, second.pageText, third.pageText, fourth.pageText, fifth.pageText, sixth.pageText, seventh.pageText],
    separator, terminator)
}
/// Prints eight values.
public func print<
  First: PageValue, Second: PageValue, Third: PageValue, Fourth: PageValue, Fifth: PageValue, Sixth: PageValue,
  Seventh: PageValue, Eighth: PageValue
>(
  _ first: First, _ second: Second, _ third: Third, _ fourth: Fourth, _ fifth: Fifth, _ sixth: Sixth, _ seventh: Seventh,
  _ eighth: Eighth,
  separator: String = " ", terminator: String = "\n"
) {
  printAll(
    [
      first.pageText, second.pageText, third.pageText, fourth.pageText, fifth.pageText, sixth.pageText, seventh.pageText,
      eighth.pageText,
    ], separator, terminator)
}
private func printAll(_ texts: [String], _ separator: String, _ terminator: String) {
  Swift.print(texts.joined(separator: separator) + terminator, terminator: "")
}
/// Prints an array.
public func print<Element: PageValue>(_ array: [Element], terminator: String = "\n") {
  Swift.print(array.pageText + terminator, terminator: "")
}
/// Prints a value or nothing; every value is one of these as well, and prints as itself.
@_disfavoredOverload
public func print<Wrapped: PageValue>(_ value: Wrapped?, terminator: String = "\n") {
  Swift.print(value.pageText + terminator, terminator: "")
}

extension DefaultStringInterpolation {
  /// An array in a text.
  public mutating func appendInterpolation<Element: PageValue>(_ array: [Element]) { appendLiteral(array.pageText) }
  /// A value or nothing in a text.
  @_disfavoredOverload
  public mutating func appendInterpolation<Wrapped: PageValue>(_ value: Wrapped?) { appendLiteral(value.pageText) }
}

extension String {
  /// The text of a value.
  public init<Value: PageValue>(describing value: Value) { self = value.pageText }
}
