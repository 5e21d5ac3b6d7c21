import LessonModel

extension LessonParameter {
  /// The declaration of its constant in a program that can be told another setting.
  func reading(number: Int) -> String {
    "let \(name): \(type.rawValue) = __lessonParameter(\(number), \(choiceLiterals ?? literal));"
  }

  /// A choice is handed in by its place among all.
  private var choiceLiterals: String? {
    guard case .choice(let choices) = domain else { return nil }
    return "\(Int(standard)), [\(choices.map(type.literal).joined(separator: ", "))]"
  }
}
