import LessonModel
import LessonReading
import LessonSite
import LessonWeaving
import Synchronization

/// What a preview keeps of its last build: each part with what it was made from.
package final class PreviewMemory: Sendable {
  let lessons = KeptParts<LessonInput, ReadLesson>()
  let runs = KeptParts<RunInput, Run>()
  let anchors = KeptParts<Lesson, Anchors>()
  let vocabularies = KeptParts<Lesson, LessonVocabulary>()
  let links = KeptParts<CourseLinks, CourseLinks>()
  let woven = KeptParts<WeavingInput, WovenLesson>()
  let facts = KeptParts<ReadLesson, LessonFacts>()
  let surroundings = KeptParts<Surroundings, Surroundings>()
  let rendered = KeptParts<RenderingInput, RenderedLesson>()
  let theme = KeptParts<Bool, Theme>()
  let files = KeptParts<[LessonFormulas], [SiteFile]>()
  private let state = Mutex<(formulas: [FormulaKey: SetFormula], readings: ReadingMemory?)>(([:], nil))

  package init() {}

  struct LessonInput: Sendable, Equatable {
    var content: CourseFolder.Content
    var data: [SiteFile]
    var oversized: [CourseFolder.Oversized]
    var changed: String?
    var terms: CourseTerms
  }

  struct RunInput: Sendable, Equatable {
    var lesson: ReadLesson
    var settings: SwiftSettings
    var support: [SourceText]
    var package: [Inputs.Input]
  }

  struct WeavingInput: Sendable, Equatable {
    var lesson: Lesson
    var run: Run
    var links: CourseLinks
    var formulas: FormulaTable
  }

  /// What a page shows beside its lesson.
  struct Surroundings: Sendable, Equatable {
    var file: CourseFile
    var neighbors: [String: CourseNeighbor]
    var theme: CourseTheme
    var navigation: String
  }

  struct RenderingInput: Sendable, Equatable {
    var entry: WovenEntry
    var surroundings: Surroundings
  }

  /// The formulas of the last build that could be set.
  var formulas: [FormulaKey: SetFormula] {
    get { state.withLock { $0.formulas } }
    set { state.withLock { $0.formulas = newValue } }
  }

  /// The readings of Swift for one more build.
  ///
  /// - Parameter first: Those of the first one.
  func nextReadings(_ first: () -> ReadingMemory) -> ReadingMemory {
    state.withLock { state in
      let next = state.readings.map { ReadingMemory(after: $0) } ?? first()
      state.readings = next
      return next
    }
  }
}

/// Parts of what is built, by their names, each with what it was made from.
final class KeptParts<Input: Sendable & Equatable, Part: Sendable>: Sendable {
  private let parts = Mutex<[String: (input: Input, part: Part)]>([:])

  /// The part of that name; nil where it was made from something else, or not at all.
  func part(_ name: String, of input: Input) -> Part? {
    parts.withLock { $0[name] }.flatMap { $0.input == input ? $0.part : nil }
  }

  func keep(_ part: Part, _ name: String, of input: Input) { parts.withLock { $0[name] = (input, part) } }

  /// The part of that name, made again where it was made from something else.
  func part<Fault: Error>(
    _ name: String, of input: Input, _ make: (Input) throws(Fault) -> Part
  ) throws(Fault) -> Part {
    if let known = part(name, of: input) { return known }
    let made = try make(input)
    keep(made, name, of: input)
    return made
  }
}
