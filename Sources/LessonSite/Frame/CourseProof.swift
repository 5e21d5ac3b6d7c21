import LessonModel

/// The lessons of a course whose numbers are not all computed, each with what is wrong in a word or two.
package struct CourseProof: Sendable, Equatable {
  package var flaws: [String: String]

  package init(flaws: [String: String] = [:]) { self.flaws = flaws }

  package subscript(_ slug: String) -> String? { flaws[slug] }
}

/// What the foot of a page says of its numbers.
package enum PageClaim: Sendable, Equatable {
  /// Nothing: there are none.
  case silent
  case page(isWhole: Bool)
  case course(CourseProof)

  /// The mark in the head of a page that is not whole, by which it is known again.
  package static let mark = " data-flawed>"

  package var isFlawed: Bool {
    switch self {
    case .silent: false
    case .page(let isWhole): !isWhole
    case .course(let proof): !proof.flaws.isEmpty
    }
  }

  /// The sentence.
  func text(_ words: PageWords) -> String? {
    switch self {
    case .silent: nil
    case .page(isWhole: true): words[.pageIsWhole]
    case .page(isWhole: false): words[.pageIsFlawed]
    case .course(let proof) where proof.flaws.isEmpty: words[.courseIsWhole]
    case .course(let proof): words.counted(proof.flaws.count, one: .courseIsFlawedOnce, many: .courseIsFlawed)
    }
  }
}
