import LessonModel

/// The picture of a course, drawn from what it is: a bar for each lesson, as high as the numbers that were checked in it.
enum CourseArt {
  /// A bar of the picture: where it stands, from 0 to 1 across, and how high it is, from 0 to 1.
  struct Bar: Sendable, Equatable {
    var start: Double
    var width: Double
    var height: Double
    /// Whether every number of the lesson is computed and right.
    var isWhole: Bool
  }

  static func bars(_ lessons: [WovenFacts]) -> [Bar] {
    let counts = lessons.map { Double(checked($0)) }
    let most = max(counts.max() ?? 0, 1)
    let step = 1 / Double(max(counts.count, 1))
    return counts.enumerated().map { index, count in
      Bar(
        start: Double(index) * step, width: step * 0.72, height: 0.05 + 0.95 * count / most,
        isWhole: lessons[index].proof.isWhole)
    }
  }

  private static func checked(_ facts: WovenFacts) -> Int {
    let counts = facts.counts
    return counts.computed + counts.published + counts.refuted + counts.implied + counts.results + counts.comments
  }

  static let (ground, ink, mark, flaw) = ("#fcfbf8", "#211f1b", "#18754f", "#b34a00")
}
