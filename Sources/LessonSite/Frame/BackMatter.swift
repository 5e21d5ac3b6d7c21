package import LessonModel

/// The pages that are made of all lessons together, in the order in which they are listed.
package enum BackMatter: Sendable, Equatable, CaseIterable {
  case references, errata, numbers

  /// The title of the part that these pages join; where no part has it they are a part of their own.
  package static let part = "Back matter"

  package var title: String {
    switch self {
    case .references: "References"
    case .errata: "Errata of the web"
    case .numbers: "All numbers"
    }
  }

  /// The way to it from the site's root.
  package var path: String {
    switch self {
    case .references: "references.html"
    case .errata: "errata.html"
    case .numbers: "numbers.html"
    }
  }

  package var summary: String {
    switch self {
    case .references: "The sources that the lessons cite, with the numbers that each of them lends."
    case .errata: "Published numbers that are wrong: who says what, what is computed, and how far the two are apart."
    case .numbers: "Every number in the text of every lesson, as written and as computed."
    }
  }

  /// The pages that a course has: none is made that would be empty.
  package static func pages(of file: CourseFile, _ facts: [LessonFacts]) -> [BackMatter] {
    let keys = facts.reduce(into: Set<String>()) { $0.formUnion($1.uses.map(\.key)) }
    return allCases.filter { page in
      switch page {
      case .references: file.references.contains { keys.contains($0.id) }
      case .errata: facts.contains { $0.uses.contains { $0.wrong > 0 } }
      case .numbers: facts.contains(where: \.hasValues)
      }
    }
  }
}
