/// What is said of numbers in the text that nobody computed (SPEC 1.10).
package enum UnboundNumbers {
  /// Those beyond what the course allows its lesson.
  package static func faults(in lesson: Lesson) -> [Diagnostic] {
    let numbers = lesson.numbers
    let allowed = numbers.allowed ?? 0
    let has = counted(numbers.unbound.count, "number") + " that nobody computed"
    return numbers.excess.map { number in
      Diagnostic(
        .unbound,
        "nobody computes \(number.text): bind it to a value, or say that it is given, [\(number.text)](given); this lesson has \(has), and the course allows \(allowed)",
        in: lesson.source, at: number.offset)
    }
  }

  /// All others: a list for authors who ask for it.
  package static func list(of lesson: Lesson) -> [Diagnostic] {
    lesson.numbers.tolerated.map { number in
      Diagnostic(
        .unbound, "nobody computes \(number.text); bind it to a value, or say that it is given, [\(number.text)](given)",
        in: lesson.source, at: number.offset, severity: .note)
    }
  }
}
