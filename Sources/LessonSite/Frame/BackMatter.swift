package import LessonModel

/// The pages that are made of all lessons together, in the order in which they are listed.
package enum BackMatter: Sendable, Equatable, CaseIterable {
  case references, errata, numbers

  /// Whether a part of that title is the one that these pages join; where none is they are a part of their own.
  package static func joins(_ title: String?, _ words: PageWords) -> Bool {
    title == Phrase.backMatter.english || title == words[.backMatter]
  }

  package func title(_ words: PageWords) -> String {
    switch self {
    case .references: words[.references]
    case .errata: words[.errata]
    case .numbers: words[.allNumbers]
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

  package func summary(_ words: PageWords) -> String {
    switch self {
    case .references: words[.referencesSummary]
    case .errata: words[.errataSummary]
    case .numbers: words[.allNumbersSummary]
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
