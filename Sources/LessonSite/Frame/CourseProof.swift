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
  var text: String? {
    switch self {
    case .silent: nil
    case .page(isWhole: true): "Every result on this page is computed by the code beside it."
    case .page(isWhole: false): "This page has errors: not every number on it is computed."
    case .course(let proof) where proof.flaws.isEmpty: "Every result in this course is computed by the code beside it."
    case .course(let proof):
      "\(counted(proof.flaws.count, "lesson")) of this course \(proof.flaws.count == 1 ? "has" : "have") errors: "
        + "not all numbers are computed."
    }
  }
}
