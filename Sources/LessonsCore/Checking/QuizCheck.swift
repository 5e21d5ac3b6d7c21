internal import MarkdownReading

/// Finds the choices of quizzes that are meant to be wrong and say what the right one says.
enum QuizCheck {
  static func diagnostics(of lesson: Lesson, _ run: Run) -> [Diagnostic] {
    lesson.document.callouts.filter { $0.kind == .quiz }.compactMap(\.list).flatMap { list in
      let choices = list.items.map { Choice($0.label, in: lesson) }
      let wrong = list.items.indices.filter { list.items[$0].isTicked != true }
      return wrong.compactMap { index -> Diagnostic? in
        guard let place = choices[index].values.first?.textRange.lowerBound,
          let right = list.ticked.first(where: { choices[index].says(choices[$0], run) })
        else { return nil }
        let letters = (CalloutList.letter(of: index), CalloutList.letter(of: right))
        return Diagnostic(
          .ambiguousQuiz, "choice \(letters.0) is meant to be wrong, and its value is that of the right choice \(letters.1)",
          in: lesson.source, at: place)
      }
    }
  }

  /// The words of a choice with its values left out, and these.
  private struct Choice {
    var words = ""
    var values: [ProseValue] = []

    init(_ label: Range<Int>, in lesson: Lesson) {
      var rest = label[...]
      while let index = rest.popFirst() {
        if case .value(let value)? = lesson.document.roles[index] {
          values.append(lesson.values[value])
          words += "\0"
          rest = rest.drop { lesson.document.events[$0].phase != .exit || !isLink(lesson.document.events[$0]) }
          rest = rest.dropFirst()
        } else {
          switch lesson.document.events[index].node {
          case .text(let text), .code(let text): words += text
          case .math(let math): words += math.tex
          default: break
          }
        }
      }
    }

    private func isLink(_ event: MarkdownEvent) -> Bool {
      if case .link = event.node { true } else { false }
    }

    /// Whether two choices have the same words and the same values.
    func says(_ other: Choice, _ run: Run) -> Bool {
      words == other.words && !values.isEmpty && zip(values, other.values).allSatisfy { isSame($0, $1, run) }
    }

    private func isSame(_ value: ProseValue, _ other: ProseValue, _ run: Run) -> Bool {
      guard let computed = run.values[value.index].value.flatMap(ComputedValue.init),
        let expected = run.values[other.index].value.flatMap(ComputedValue.init)
      else { return false }
      return computed == expected || (value.written == other.written && !value.isUnrecorded) || isSame(computed, expected)
    }

    /// Numbers of whatever types, but for the last digits of floating point. Nothing is rounded as in the prose: 3 is a good
    /// distractor for 2.58.
    private func isSame(_ left: ComputedValue, _ right: ComputedValue) -> Bool {
      guard let left = Double(left.description), let right = Double(right.description) else { return false }
      return left == right || abs(left - right) <= 1e-9 * max(abs(left), abs(right))
    }
  }
}
