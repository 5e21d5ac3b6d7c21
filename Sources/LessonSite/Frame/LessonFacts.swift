package import LessonModel

/// What the pages of a course say of a lesson that they are not about: little enough to be kept for every lesson.
package struct LessonFacts: Sendable, Equatable {
  package var entry: CourseContents.Entry
  /// What its exercises are numbered by.
  package var number: Int
  /// The references that it names, in the order of their keys.
  package var uses: [Use]
  package var hasValues: Bool
  /// Whether there is a program of it to take along.
  package var hasPrograms: Bool
  package var isDraft: Bool

  /// How a lesson uses a source.
  package struct Use: Sendable, Equatable {
    package var key: String
    /// How many numbers it borrows, and how many of them are wrong.
    package var values = 0
    package var wrong = 0
  }

  package init(_ read: ReadLesson) {
    entry = CourseContents.Entry(read)
    isDraft = read.isDraft
    number = 0
    uses = []
    hasValues = false
    hasPrograms = false
    guard case .readable(let lesson) = read else { return }
    number = lesson.number
    hasValues = !lesson.values.isEmpty
    hasPrograms = !lesson.sessions.isEmpty
    var found = lesson.referenceKeys.reduce(into: [:]) { $0[$1] = Use(key: $1) }
    for value in lesson.values {
      guard let key = value.source else { continue }
      found[key]?.values += 1
      if value.isRefuted { found[key]?.wrong += 1 }
    }
    uses = found.values.sorted { $0.key < $1.key }
  }

  package var slug: String { entry.slug }
  package var isReadable: Bool { entry.minutes != nil }
  /// The references that it names.
  package var referenceKeys: [String] { uses.map(\.key) }
}
