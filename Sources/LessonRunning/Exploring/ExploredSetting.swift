import LessonModel

/// One run of the check: a parameter at another setting than its default.
struct ExploredSetting: Equatable {
  /// The number of the parameter, and of the part of the page that runs again for it.
  var parameter: Int
  var part: Int
  var value: Double
  /// All parameters by their numbers; the others stand at their defaults.
  var all: [Double]

  /// Both ends and what lies between of each parameter; for a page that is made at once, the ends alone.
  static func all(of lesson: Lesson, _ page: PageProgram, grade: PageToolchain.Grade) -> [ExploredSetting] {
    let standard = lesson.parameters.map(\.standard)
    return lesson.parameters.enumerated().flatMap { number, parameter -> [ExploredSetting] in
      guard let part = page.parts.firstIndex(where: { $0.parameters.contains(number) }) else { return [] }
      let samples = parameter.samples
      let wanted = grade == .quick ? [samples.first, samples.last].compactMap { $0 } : samples
      return wanted.map { value in
        var all = standard
        all[number] = value
        return ExploredSetting(parameter: number, part: part, value: value, all: all)
      }
    }
  }
}
