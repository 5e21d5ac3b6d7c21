/// A block quotation with a marker such as `[!NOTE]` in its first line, as code forges have it.
package struct Callout: Sendable, Equatable {
  package enum Kind: String, Sendable, Equatable, CaseIterable {
    case note, tip, important, warning, caution, exercise, hint, solution, claim, quiz

    /// As an author writes it between `[!` and `]`.
    package var marker: String { rawValue.uppercased() }
  }

  package var kind: Kind
  /// Its place among the callouts of the same kind, from 1.
  package var number: Int
  /// For a hint and a solution: the exercise they belong to, the last one before them.
  package var exercise: Int?
  /// The level of heading that fits below the last heading of the text around it.
  package var level: Int
  /// The bytes of the quotation, from its first `>` to the end of its last line.
  package var range: Range<Int>
  /// Where the marker stands.
  package var markerRange: Range<Int>
  /// The words of the title, as the lesson has them; nil without one.
  package var title: [Inline]?
  /// What stands in the quotation below its title.
  package var content: [DocumentBlock]
  /// How many quotations and callouts are around it.
  package var depth: Int

  package init(
    kind: Kind, number: Int, exercise: Int?, level: Int, range: Range<Int>, markerRange: Range<Int>, title: [Inline]?,
    content: [DocumentBlock], depth: Int
  ) {
    self.kind = kind
    self.number = number
    self.exercise = exercise
    self.level = level
    self.range = range
    self.markerRange = markerRange
    self.title = title
    self.content = content
    self.depth = depth
  }

  /// The first list of a claim (its statements), the first task list of a quiz (its choices), with what stands around it.
  package var question: Question? {
    guard kind == .quiz || kind == .claim else { return nil }
    for (index, block) in content.enumerated() {
      if case .list(let list) = block.kind, kind == .claim || list.isTaskList {
        return Question(before: content[..<index], list: list, after: content[(index + 1)...])
      }
    }
    return nil
  }

  /// A list that a callout is about.
  package struct Question: Sendable, Equatable {
    package var before: ArraySlice<DocumentBlock>
    package var list: DocumentList
    package var after: ArraySlice<DocumentBlock>

    package init(before: ArraySlice<DocumentBlock>, list: DocumentList, after: ArraySlice<DocumentBlock>) {
      self.before = before
      self.list = list
      self.after = after
    }
  }
}

extension Callout {
  /// What the tool calls it: its kind in words, so that nobody needs its color.
  ///
  /// - Parameter lesson: The number of the lesson, by which exercises are numbered.
  package func titleWords(lesson: Int, _ words: PageWords) -> String {
    switch kind {
    case .note: words[.calloutNote]
    case .tip: words[.calloutTip]
    case .important: words[.calloutImportant]
    case .warning: words[.calloutWarning]
    case .caution: words[.calloutCaution]
    case .exercise: words(.exercise, "\(lesson).\(number)")
    case .hint: words[.hint]
    case .solution: exercise.map { words(.solutionTo, "\(lesson).\($0)") } ?? words[.solution]
    case .claim: words[question == nil ? .claim : .claims]
    case .quiz: words(.question, number)
    }
  }

  /// The whole title as plain text, the author's own words included.
  package func titleText(lesson: Int, _ words: PageWords) -> String {
    titleWords(lesson: lesson, words) + (title.map { ": " + $0.plainText } ?? "")
  }
}
