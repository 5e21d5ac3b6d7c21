/// A constant of a lesson that a reader may change in the page: one part of `explore="rate: 0.01...1.2 step 0.01 = 0.1"`.
package struct LessonParameter: Sendable, Equatable {
  /// The name of the constant.
  package var name: String
  /// What its control is called.
  package var label: String
  /// What its number counts, such as `px`; empty where it says nothing.
  package var unit: String
  package var domain: Domain
  /// The default as a number: 0 or 1 for a switch, the place for a choice.
  package var standard: Double
  /// Its type, and the default as Swift text.
  package var type: SwiftType
  package var literal: String
  /// The Swift block that it stands at.
  package var block: Int
  package var position: SourcePosition

  package init(
    name: String, label: String, unit: String, domain: Domain, standard: Double, type: SwiftType, literal: String,
    block: Int, position: SourcePosition
  ) {
    self.name = name
    self.label = label
    self.unit = unit
    self.domain = domain
    self.standard = standard
    self.type = type
    self.literal = literal
    self.block = block
    self.position = position
  }

  /// What it may be.
  package enum Domain: Sendable, Equatable {
    case range(ParameterRange)
    /// A switch.
    case flag
    /// The choices as a reader sees them.
    case choice([String])
  }

  /// The type of the constant.
  package enum SwiftType: String, Sendable, Equatable {
    case double = "Double"
    case int = "Int"
    case bool = "Bool"
    case string = "String"
  }

  /// The declaration that makes the constant available where nobody explores.
  package var declaration: String { "let \(name): \(type.rawValue) = \(literal)" }

  /// A setting as a reader sees it, such as `0.47`, `true` or `Adam`.
  package func text(of setting: Double) -> String {
    switch domain {
    case .range(let range): range.text(of: setting)
    case .flag: setting == 0 ? "false" : "true"
    case .choice(let choices): choices.indices.contains(Int(setting)) ? choices[Int(setting)] : ""
    }
  }

  /// The settings that a check looks at besides the default: both ends and five between, every choice of few.
  package var samples: [Double] {
    switch domain {
    case .range(let range): range.samples
    case .flag: [0, 1]
    case .choice(let choices): choices.indices.map(Double.init)
    }
  }
}

extension LessonParameter.SwiftType {
  /// A choice as Swift text.
  package func literal(_ text: String) -> String {
    guard self == .string else { return text }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}

/// The numbers that a slider may stand at: from the lower bound in equal steps to the upper one.
package struct ParameterRange: Sendable, Equatable {
  package var low: ParameterNumber
  package var high: ParameterNumber
  package var step: ParameterNumber

  package init(low: ParameterNumber, high: ParameterNumber, step: ParameterNumber) {
    self.low = low
    self.high = high
    self.step = step
  }

  /// Whether it has whole numbers only.
  package var isWhole: Bool { low.isWhole && high.isWhole && step.isWhole }

  /// The decimals of its numbers.
  package var places: Int { max(low.places, high.places, step.places) }

  /// The decimals in which its numbers differ: of 1.0, 1.5 and 2.0 one, of 1.0, 2.0 and 3.0 none.
  package var decimals: Int {
    var places = places
    guard var low = low.units(places: places), var step = step.units(places: places) else { return places }
    while places > 0, low % 10 == 0, step % 10 == 0 { (low, step, places) = (low / 10, step / 10, places - 1) }
    return places
  }

  /// How many steps it is from one end to the other; nil where no whole number of steps leads there.
  package var count: Int? { index(of: high) }

  /// How many steps a number is from the lower end; nil where it is none of the steps.
  package func index(of number: ParameterNumber) -> Int? {
    let places = max(places, number.places)
    guard let low = low.units(places: places), let step = step.units(places: places),
      let high = high.units(places: places), let units = number.units(places: places), step > 0,
      (low...max(low, high)).contains(units), (units - low) % step == 0
    else { return nil }
    return (units - low) / step
  }

  private func units(at index: Int) -> Int {
    (low.units(places: places) ?? 0) + index * (step.units(places: places) ?? 0)
  }

  /// The number so many steps from the lower end.
  package func value(at index: Int) -> Double { ParameterNumber.value(units: units(at: index), places: places) }

  /// Both ends and five between.
  var samples: [Double] {
    let count = count ?? 0
    var indices: [Int] = []
    for sixth in 0...6 where indices.last != count * sixth / 6 { indices.append(count * sixth / 6) }
    return indices.map(value(at:))
  }

  /// The shortest text of one of its numbers.
  func text(of value: Double) -> String {
    let count = count ?? 0
    let (first, second) = (self.value(at: 0), self.value(at: 1))
    let index = Int(((value - first) / (second - first)).rounded())
    guard (0...count).contains(index), self.value(at: index) == value else { return "\(value)" }
    return ParameterNumber.text(units: units(at: index), places: places)
  }
}
