import CLessonRuntime

// The constants that a reader may change in the page. Natively only a check changes them, from outside.

/// The value of parameter `number`: what the program was told, or else what the lesson says.
public func __lessonParameter(_ number: Int, _ standard: Double) -> Double {
  lesson_runtime_parameter(Int32(truncatingIfNeeded: number), standard)
}

/// The value of a parameter that is a whole number.
public func __lessonParameter(_ number: Int, _ standard: Int) -> Int { Int(__lessonParameter(number, Double(standard))) }

/// The value of a parameter that is a switch.
public func __lessonParameter(_ number: Int, _ standard: Bool) -> Bool { __lessonParameter(number, standard ? 1.0 : 0.0) != 0 }

/// The value of a parameter that is one of some choices.
public func __lessonParameter<Choice>(_ number: Int, _ standard: Int, _ choices: [Choice]) -> Choice {
  choices[Int(__lessonParameter(number, Double(standard)))]
}
