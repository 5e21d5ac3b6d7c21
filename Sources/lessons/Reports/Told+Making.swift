import LessonModel
import LessonPipeline

extension Told {
  /// What is told when a site or a book has been made of a course.
  ///
  /// - Parameter verb: What was done with the lessons: "built", say.
  static func made(
    _ verb: String, _ course: CourseReport, into place: String, withoutSolutions: Bool, on console: Console
  ) -> Told {
    var lines = console.text(course.failures).map { ToldLine.remark($0) }
    // A mismatch is for `check` to fail on; here the page tells it, and the author hears of it.
    let mismatches = course.mismatches.errorCount
    if mismatches > 0 {
      lines += console.remark(
        "\(counted(mismatches, "result")) unrecorded or not matching; 'lessons check' names them, 'lessons accept' records them"
      )
    }
    let drafts = course.lessons.count(where: \.isDraft)
    let edition = withoutSolutions ? ", without solutions" : ""
    let left = drafts > 0 ? ", left out \(counted(drafts, "draft"))" : ""
    lines += console.remark("\(verb) \(counted(course.lessons.count - drafts, "lesson")) into \(place)\(left)\(edition)")
    let errors = course.failures.errorCount
    if errors > 0 { lines += console.remark(counted(errors, "error")) }
    return Told(lines, isGood: errors == 0)
  }
}
