/// A value as it stands beside a line: what `print` would write, on one line; of what is long its beginning and its end, of an
/// object its fields.
///
/// It is the same each time: of a set and a dictionary the elements stand in the order of their texts.
struct TracedText {
  /// Nil where there is nothing to read, as in a function.
  private(set) var text: String?
  /// Whether it is what `print` would write, to the character.
  private(set) var isExact = true

  /// How many elements of a list are written at its beginning and at its end, where not all are.
  static let shown = (first: 4, last: 2)
  /// Longer lists are shortened.
  static let mostElements = 8
  /// Longer texts are cut.
  static let mostCharacters = 120
  /// How deep values are looked into: a list of lists is, a list in a field of an element of a list is not.
  private static let deepest = 3
  /// A set or a dictionary of more is not put in order.
  private static let mostSorted = 1_000

  init<Value>(of value: Value) {
    if Self.isFunction(value) { return }
    let whole = written(value, depth: 0)
    let written = Self.flat(whole)
    if written != whole { isExact = false }
    if written.count > Self.mostCharacters {
      isExact = false
      text = written.prefix(Self.mostCharacters - 1) + "…"
    } else {
      text = written
    }
  }

  private static func isFunction(_ value: Any) -> Bool {
    Mirror(reflecting: value).displayStyle == nil && String(describing: type(of: value)).contains("->")
  }

  /// On one line: what would begin another one is shown as a sign.
  private static func flat(_ text: String) -> String {
    String(text.map { $0.isNewline ? "⏎" : $0 == "\t" ? " " : $0 })
  }

  private mutating func written(_ value: Any, depth: Int) -> String {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection: return list(mirror, depth)
    case .set: return unordered(mirror, empty: "[]", depth) { $0.written($1, depth: depth + 1) }
    case .dictionary:
      return unordered(mirror, empty: "[:]", depth) { text, pair in
        let parts = Array(Mirror(reflecting: pair).children)
        return parts.map { text.written($0.value, depth: depth + 1) }.joined(separator: ": ")
      }
    case .tuple: return "(" + fields(mirror, depth) + ")"
    case .optional:
      return mirror.children.first.map { "Optional(\(written($0.value, depth: depth + 1)))" } ?? "nil"
    case .struct where !(value is any CustomStringConvertible), .class where !(value is any CustomStringConvertible):
      let name = Self.name(of: mirror.subjectType)
      if depth > 0 || mirror.displayStyle == .class { isExact = false }
      // An object may lead back to itself.
      if depth > 0, mirror.displayStyle == .class { return name }
      return depth >= Self.deepest ? name : name + "(" + fields(mirror, depth) + ")"
    case .enum:
      if depth > 0 { isExact = false }
      return String(describing: value)
    default: return depth == 0 ? String(describing: value) : described(value)
    }
  }

  /// What is not alone is written as Swift writes it in a list: a text has its quotation marks.
  private func described(_ value: Any) -> String {
    switch value {
    case let value as any CustomDebugStringConvertible: value.debugDescription
    default: String(describing: value)
    }
  }

  private static func name(of type: Any.Type) -> String {
    let name = String(describing: type)
    // Where it is declared in a block, its name carries the place.
    return name.hasPrefix("(unknown") ? String(name.split(separator: ".").last ?? "") : name
  }

  private mutating func list(_ mirror: Mirror, _ depth: Int) -> String {
    if depth >= Self.deepest, !mirror.children.isEmpty { return skipped("[…]") }
    let count = mirror.children.count
    if count <= Self.mostElements {
      return "[" + mirror.children.map { written($0.value, depth: depth + 1) }.joined(separator: ", ") + "]"
    }
    let first = mirror.children.prefix(Self.shown.first).map { written($0.value, depth: depth + 1) }
    let last = mirror.children.suffix(Self.shown.last).map { written($0.value, depth: depth + 1) }
    return skipped("[" + (first + ["…"] + last).joined(separator: ", ") + "]")
  }

  private mutating func unordered(
    _ mirror: Mirror, empty: String, _ depth: Int, _ write: (inout TracedText, Any) -> String
  ) -> String {
    if mirror.children.isEmpty { return empty }
    if depth >= Self.deepest || mirror.children.count > Self.mostSorted { return skipped("[…]") }
    let all = mirror.children.map { write(&self, $0.value) }.sorted()
    if all.count > 1 { isExact = false }
    if all.count <= Self.mostElements { return "[" + all.joined(separator: ", ") + "]" }
    return skipped("[" + (all.prefix(Self.shown.first) + ["…"] + all.suffix(Self.shown.last)).joined(separator: ", ") + "]")
  }

  private mutating func fields(_ mirror: Mirror, _ depth: Int) -> String {
    if depth >= Self.deepest, !mirror.children.isEmpty { return skipped("…") }
    return mirror.children.map { field in
      let value = written(field.value, depth: depth + 1)
      // The fields of a tuple without labels are called by their places.
      guard let label = field.label, !label.hasPrefix(".") else { return value }
      return "\(label): \(value)"
    }.joined(separator: ", ")
  }

  private mutating func skipped(_ text: String) -> String {
    isExact = false
    return text
  }
}
