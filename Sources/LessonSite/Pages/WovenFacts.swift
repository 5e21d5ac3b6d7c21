package import LessonModel

/// What the pages of a course say of a lesson that they are not about, once it has run.
package struct WovenFacts: Sendable, Equatable {
  package var lesson: LessonFacts
  package var counts: Counts
  package var proof: LessonProof
  /// Its published numbers that are wrong, in the order of its text.
  package var errata: [Erratum]

  /// - Parameter sentences: The sentences around its wrong numbers, by the addresses of these.
  package init(_ woven: WovenLesson, sentences: [String: HTML] = [:]) {
    lesson = LessonFacts(.readable(woven.lesson))
    counts = woven.counts
    proof = woven.proof
    errata = woven.values.compactMap { Erratum($0, in: woven, sentences) }
  }
}

/// A published number that is wrong, as the page of errata has it.
package struct Erratum: Sendable, Equatable {
  /// The source that prints it.
  package var key: String
  package var written: String
  package var rounded: String?
  /// In full, or nearly so.
  package var computed: String?
  package var gap: String
  /// What shows that the source prints it.
  package var evidence: ValueEvidence
  /// The section that it stands in.
  package var section: String?
  package var anchor: String
  /// The sentence of the lesson in which it stands, with the number marked; nil where it stands alone.
  package var sentence: HTML?

  /// What the number is, in the words of the course's author.
  package var about: String? {
    if case .quoted(let quote) = evidence { quote.about } else { nil }
  }

  package init?(_ value: WovenValue, in woven: WovenLesson, _ sentences: [String: HTML] = [:]) {
    guard case .refuted(let key) = value.value.publication else { return nil }
    self.key = key
    written = woven.lesson.typeset(value.value.written)
    rounded = value.rounded.map(woven.lesson.typeset)
    computed = value.computed?.description.map { woven.lesson.typeset(ValueRenderer.cut($0, 60)) }
    gap = ValueRenderer.gap(value)
    evidence = value.value.evidence
    section = woven.anchors.section(ofLine: value.value.position.line)?.title
    anchor = value.anchor
    sentence = sentences[anchor]
  }
}
