import LessonModel

/// Finds the choices of quizzes that are meant to be wrong and say what the right one says.
enum QuizCheck {
  static func diagnostics(of woven: WovenLesson) -> [Diagnostic] {
    woven.lesson.callouts.filter { $0.kind == .quiz }.compactMap { $0.question?.list }.flatMap { list in
      let choices = list.items.map { Choice($0.label, in: woven) }
      let wrong = list.items.indices.filter { list.items[$0].isTicked != true }
      return wrong.compactMap { index -> Diagnostic? in
        guard let place = choices[index].values.first?.value.textRange.lowerBound,
          let right = list.ticked.first(where: { choices[index].says(choices[$0]) })
        else { return nil }
        let letters = (DocumentList.letter(of: index), DocumentList.letter(of: right))
        return Diagnostic(
          .ambiguousQuiz, "choice \(letters.0) is meant to be wrong, and its value is that of the right choice \(letters.1)",
          in: woven.lesson.source, at: place)
      }
    }
  }

  /// The words of a choice with its values left out, and these.
  private struct Choice {
    var words = ""
    var values: [WovenValue] = []

    init(_ label: [Inline], in woven: WovenLesson) { add(label, in: woven) }

    private mutating func add(_ inlines: [Inline], in woven: WovenLesson) {
      for inline in inlines {
        switch inline {
        case .value(let link):
          guard let value = woven.value(link) else { continue }
          values.append(value)
          words += "\0"
        case .text(let text), .code(let text): words += text
        case .formula(let formula): words += formula.key.tex
        case .citation(let citation): words += citation.text
        default: add(inline.content, in: woven)
        }
      }
    }

    /// Whether two choices have the same words and the same values.
    func says(_ other: Choice) -> Bool {
      words == other.words && !values.isEmpty && zip(values, other.values).allSatisfy(Self.isSame)
    }

    private static func isSame(_ value: WovenValue, _ other: WovenValue) -> Bool {
      guard let computed = value.computed, let expected = other.computed else { return false }
      // A right choice that is written wrongly is told as such, and accepting mends it.
      return computed == expected || (other.status == .ok && value.value.written == other.value.written)
        || isSame(computed, expected)
    }

    /// Numbers of whatever types, but for the last digits of floating point. Nothing is rounded as in the prose: 3 is a good
    /// distractor for 2.58.
    private static func isSame(_ left: ComputedValue, _ right: ComputedValue) -> Bool {
      guard let left = left.description.flatMap(Double.init), let right = right.description.flatMap(Double.init)
      else { return false }
      return left == right || abs(left - right) <= 1e-9 * max(abs(left), abs(right))
    }
  }
}
