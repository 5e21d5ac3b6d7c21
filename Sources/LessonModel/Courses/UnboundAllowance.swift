/// How many numbers in its text a lesson may have that nobody computes (SPEC 1.10).
package enum UnboundAllowance: Sendable, Equatable {
  /// Nothing is said of it.
  case any
  /// So many in each lesson.
  case each(Int)
  /// A ratchet: so many in each of these lessons, and as many as they like in all others.
  case ratchet([Limit])

  /// What the course file says of one lesson.
  package struct Limit: Sendable, Equatable {
    /// The lesson, as ``LessonNames`` knows it.
    package var lesson: FrontMatter.Required
    package var count: Int

    package init(lesson: FrontMatter.Required, count: Int) {
      self.lesson = lesson
      self.count = count
    }
  }

  /// How many a lesson may have; nil for as many as it likes.
  package func allowance(of slug: String, among names: LessonNames) -> Int? {
    switch self {
    case .any: nil
    case .each(let count): count
    case .ratchet(let limits): limits.first { names.slug($0.lesson.slug) == slug }?.count
    }
  }
}
