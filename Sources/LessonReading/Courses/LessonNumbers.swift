import LessonModel

/// What the lessons of a course are counted by: the numbers that their names begin with, and where names have none their places.
///
/// Figures, formulas and exercises are called by these numbers, so no two lessons have the same. A lesson without a number whose
/// place is the number of another takes one behind all others. Where two names have the same, as in folders that each count
/// from 1, all lessons are counted by their places.
package struct LessonNumbers: Sendable, Equatable {
  private let numbers: [String: Int]
  private let areCounted: Bool

  /// - Parameter slugs: The lessons in the order of the course.
  package init(inOrder slugs: [String]) {
    let named = slugs.map { LessonReader.number(of: $0) }
    var taken = Set(named.compactMap(\.self))
    let areCounted = taken.count < named.count(where: { $0 != nil })
    self.areCounted = areCounted
    var numbers: [String: Int] = [:]
    for (place, slug) in slugs.enumerated() {
      if areCounted {
        numbers[slug] = place + 1
      } else if let number = named[place] {
        numbers[slug] = number
      } else {
        let number = taken.contains(place + 1) ? max(taken.max() ?? 0, slugs.count) + 1 : place + 1
        numbers[slug] = number
        taken.insert(number)
      }
    }
    self.numbers = numbers
  }

  /// The lesson with its number.
  func numbered(_ lesson: Lesson) -> Lesson {
    var lesson = lesson
    lesson.number = numbers[lesson.slug] ?? lesson.number
    lesson.isCounted = areCounted
    return lesson
  }
}
