import LessonModel

/// Reads what `explore` says: `rate: 0.01...1.2 step 0.01 = 0.1; noisy: Bool = false; how (optimizer): plain | Adam = Adam`.
///
/// A name may have a label in parentheses behind it, and a default a unit.
struct ParameterReader {
  /// A mistake, with its place in bytes of the text.
  struct Fault: Equatable {
    var message: String
    var offset: Int
  }

  private(set) var parameters: [LessonParameter] = []
  /// Where each of the parameters begins in the text.
  private(set) var offsets: [Int] = []
  private(set) var faults: [Fault] = []

  static let example = "rate: 0.01...1.2 step 0.01 = 0.1"

  init(_ text: String) {
    var pieces = ParameterText(text).split(at: ";")
    // One behind the last parameter ends it.
    if pieces.count > 1, pieces.last?.isEmpty == true { pieces.removeLast() }
    for piece in pieces {
      guard parameters.count < Self.most else {
        report("a block has at most \(Self.most) parameters", at: piece)
        return
      }
      read(piece)
    }
  }

  /// A page hands 64 parameters to its program, and a reader can overlook few.
  static let most = 8

  private mutating func read(_ piece: ParameterText) {
    if piece.isEmpty { return report("a parameter is missing here, such as '\(Self.example)'", at: piece) }
    let parts = piece.split(at: ":", most: 2)
    guard parts.count == 2 else {
      return report("a parameter is a name, ':' and what it may be, such as '\(Self.example)'", at: piece)
    }
    guard let (name, label) = name(parts[0]) else { return }
    let sides = parts[1].split(at: "=", most: 2)
    guard sides.count == 2, !sides[1].isEmpty else {
      return report("'\(name)' has no default; end it with '=' and what the lesson runs with", at: parts[1])
    }
    guard var parameter = parameter(name, sides[0], sides[1]) else { return }
    if let earlier = parameters.first(where: { $0.name == name }) {
      return report("the parameter '\(earlier.name)' is written twice", at: parts[0])
    }
    parameter.label = label
    parameters.append(parameter)
    offsets.append(piece.offset)
  }

  private mutating func name(_ text: ParameterText) -> (String, label: String)? {
    let name = text.prefix { $0 != "(" }
    let isName =
      name.text.unicodeScalars.allSatisfy { $0.properties.isXIDContinue || $0 == "_" }
      && name.text.unicodeScalars.first.map { $0.properties.isXIDStart || $0 == "_" } == true
    guard isName, !name.text.hasPrefix("__"), !Self.keywords.contains(name.text) else {
      report("'\(name.text)' cannot be the name of a constant in Swift", at: name)
      return nil
    }
    let rest = text.dropFirst(name)
    if rest.isEmpty { return (name.text, Self.words(name.text)) }
    let label = rest.text.dropFirst().dropLast().trimmed
    guard rest.text.hasSuffix(")"), !label.isEmpty else {
      report("a label stands in parentheses behind the name: '\(name.text) (what readers see): ...'", at: rest)
      return nil
    }
    return (name.text, label)
  }

  /// A name as words: `learningRate` is a learning rate.
  private static func words(_ name: String) -> String {
    var words = ""
    for character in name {
      if character.isUppercase, let last = words.last, last.isLowercase || last.isNumber {
        words += " " + character.lowercased()
      } else {
        words.append(character == "_" ? " " : character)
      }
    }
    return words
  }

  private mutating func parameter(
    _ name: String, _ domain: ParameterText, _ standard: ParameterText
  ) -> LessonParameter? {
    if domain.text.contains("...") { return range(name, domain, standard) }
    if domain.text == "Bool" { return flag(name, standard) }
    if domain.text.contains("|") { return choice(name, domain, standard) }
    let advice =
      domain.text.contains("..<")
      ? "; write '...', for both ends belong to it"
      : ["bool", "Boolean", "boolean", "switch"].contains(domain.text) ? "; did you mean 'Bool'?" : ""
    report(
      "'\(domain.text)' is no range such as 0.01...1.2 step 0.01, not 'Bool', and no choice such as a | b | c\(advice)",
      at: domain)
    return nil
  }

  private func made(
    _ name: String, _ domain: LessonParameter.Domain, _ standard: Double, _ type: LessonParameter.SwiftType, _ literal: String,
    unit: String = ""
  ) -> LessonParameter {
    LessonParameter(
      name: name, label: name, unit: unit, domain: domain, standard: standard, type: type, literal: literal, block: 0,
      position: SourcePosition(line: 1, column: 1))
  }

  private mutating func flag(_ name: String, _ standard: ParameterText) -> LessonParameter? {
    guard let isOn = Bool(standard.text) else {
      report("the default of a switch is true or false, not '\(standard.text)'", at: standard)
      return nil
    }
    return made(name, .flag, isOn ? 1 : 0, .bool, standard.text)
  }

  private mutating func report(_ message: String, at text: ParameterText) {
    faults.append(Fault(message: message, offset: text.offset))
  }

  private static let keywords: Set = [
    "as", "break", "case", "catch", "class", "continue", "default", "defer", "do", "else", "enum", "extension", "fallthrough",
    "false", "for", "func", "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator",
    "private", "protocol", "public", "repeat", "rethrows", "return", "self", "Self", "static", "struct", "subscript", "super",
    "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while", "_",
  ]
}

// Ranges.
extension ParameterReader {
  private mutating func range(_ name: String, _ domain: ParameterText, _ standard: ParameterText) -> LessonParameter? {
    let ends = domain.split(at: "...", most: 2)
    let (high, step) = ends[1].parted(by: " step ")
    let (number, unit) = standard.parted(by: " ")
    guard let low = self.number(ends[0]), let high = self.number(high), let start = self.number(number) else { return nil }
    var range = ParameterRange(low: low, high: high, step: high)
    guard low.value < high.value else {
      report("this range goes from \(low.text) to \(high.text); the smaller end comes first", at: domain)
      return nil
    }
    if let step {
      guard let step = self.number(step) else { return nil }
      range.step = step
    } else if low.isWhole, high.isWhole, let one = ParameterNumber("1") {
      range.step = one
    } else {
      report("a range of decimals needs a step: '\(domain.text) step \(Self.likelyStep(low, high))'", at: domain)
      return nil
    }
    guard range.step.value > 0, let count = range.count else {
      report(
        range.step.value > 0
          ? "no whole number of steps of \(range.step.text) leads from \(low.text) to \(high.text)"
          : "a step must be larger than 0, not \(range.step.text)", at: step ?? domain)
      return nil
    }
    guard count <= Self.mostSteps else {
      report("this range has \(count) steps; a slider has at most \(Self.mostSteps)", at: domain)
      return nil
    }
    guard range.index(of: start) != nil else {
      report(
        start.value < low.value || start.value > high.value
          ? "the default \(start.text) is outside of \(low.text)...\(high.text)"
          : "the default \(start.text) is between two steps of \(range.step.text) from \(low.text)", at: number)
      return nil
    }
    let isWhole = range.isWhole && start.isWhole
    return made(
      name, .range(range), start.value, isWhole ? .int : .double, start.text, unit: unit?.text ?? "")
  }

  static let mostSteps = 10_000

  private mutating func number(_ text: ParameterText) -> ParameterNumber? {
    if let number = ParameterNumber(text.text) { return number }
    let advice =
      text.text.hasPrefix(".") ? "; write 0\(text.text)" : text.text.contains(",") ? "; decimals have a point" : ""
    report(text.isEmpty ? "a number is missing here" : "'\(text.text)' is no number\(advice)", at: text)
    return nil
  }

  /// A tenth or a hundredth, finer only where the bounds are, and ten times that where a slider has no room for the steps.
  private static func likelyStep(_ low: ParameterNumber, _ high: ParameterNumber) -> String {
    let width = high.value - low.value
    let places = max(low.places, high.places, width > 20 ? 1 : 2)
    var (units, steps) = (1, (0..<places).reduce(width) { steps, _ in steps * 10 })
    while steps > Double(mostSteps) { (units, steps) = (units * 10, steps / 10) }
    return ParameterNumber.text(units: units, places: places)
  }
}

// Choices.
extension ParameterReader {
  private mutating func choice(_ name: String, _ domain: ParameterText, _ standard: ParameterText) -> LessonParameter? {
    let choices = domain.split(at: "|")
    if let empty = choices.first(where: \.isEmpty) {
      report("a choice is missing here", at: empty)
      return nil
    }
    let texts = choices.map(\.text)
    if let twice = choices.indices.first(where: { texts[..<$0].contains(texts[$0]) }) {
      report("'\(texts[twice])' is a choice already", at: choices[twice])
      return nil
    }
    guard let place = texts.firstIndex(of: standard.text) else {
      report("the default '\(standard.text)' is no choice\(Suggestion.clause(for: standard.text, in: texts))", at: standard)
      return nil
    }
    let numbers = texts.compactMap { ParameterNumber($0) }
    let type: LessonParameter.SwiftType =
      numbers.count < texts.count ? .string : numbers.allSatisfy(\.isWhole) ? .int : .double
    return made(name, .choice(texts), Double(place), type, type.literal(texts[place]))
  }
}
