import Foundation

/// The rows of the syllabus that the course answers, from the list beside the tests.
struct Claim: Sendable, Hashable {
  var id: String
  var isWrong = false
  /// Whether it is an opinion, which needs no place.
  var isOpinion = false
  /// Whether the claim is a number or leads to one, so that it can be refuted by computation.
  var hasNumber = true

  static func all() throws -> [Claim] {
    let path = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../Fixtures/claims.txt")
    return try String(contentsOf: path.standardized, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      let words = $0.split(separator: " ").map(String.init)
      return Claim(id: words[0], isWrong: words[1] == "W", isOpinion: words[1] == "V", hasNumber: words.last != "words")
    }
  }
}

/// What the lessons of a course leave to be done of a list of claims.
struct Coverage {
  /// Claims that no lesson has a mark for.
  private(set) var uncovered: [String] = []
  /// Marks that name no claim: `lesson:line id`.
  private(set) var unknown: [String] = []
  /// Wrong numbers without a value that refutes them, or that says what they imply, in a section or in a lesson that marks them.
  private(set) var unrefutedInSection: [String] = []
  private(set) var unrefutedInLesson: [String] = []

  init(of lessons: [LessonResult], claims: [Claim]) {
    let ids = Set(claims.map(\.id))
    for lesson in lessons {
      unknown += lesson.covers.filter { !ids.contains($0.id) }.map { "\(lesson.slug):\($0.line) \($0.id)" }
    }
    for claim in claims {
      let places = lessons.flatMap { lesson in lesson.covers.filter { $0.id == claim.id }.map { (lesson, $0.section) } }
      if places.isEmpty, !claim.isOpinion { uncovered.append(claim.id) }
      guard claim.isWrong, claim.hasNumber, !places.isEmpty else { continue }
      let refuted = places.map { lesson, section in
        lesson.values.filter { ["refuted", "implied"].contains($0.standing) }.map { $0.section == section }
      }
      if !refuted.contains(where: { $0.contains(true) }) { unrefutedInSection.append(claim.id) }
      if refuted.allSatisfy(\.isEmpty) { unrefutedInLesson.append(claim.id) }
    }
  }
}

/// The course of this repository, checked once for all tests.
enum TheCourse {
  static let report = Result<CheckReport, any Error> {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("../../..").standardized.path
    return try CheckReport(
      LessonsProcess.run(["check", "lessons", "--format", "json", "--cache", Scratch.cache, "-j", "2"], in: root))
  }

  static func lessons() throws -> [LessonResult] { try report.get().lessons.values.sorted { $0.lesson < $1.lesson } }
}
