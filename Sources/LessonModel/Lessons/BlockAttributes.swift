/// What the info string of a Swift block says, with the defaults of the lesson contract.
package struct BlockAttributes: Sendable, Equatable {
  package var name: String?
  package var runs = true
  /// How the page shows the source; nil where the author leaves that to the page, which folds what only draws.
  package var code: Display?
  package var output = Display.show
  package var expectation: Expectation?
  package var session: String?
  package var timeout: TimeLimit?
  /// An absolute tolerance for the numbers of the recorded output.
  package var tolerance: Tolerance?
  package var isVolatile = false
  package var caption: Caption?
  /// Whether the value of the last statement is neither shown nor recorded.
  package var hidesValue = false
  /// Whether standard error belongs to the output.
  package var showsStandardError = false
  /// Whether the compiler's warnings are not told.
  package var allowsWarnings = false
  /// Whether the page shows the values at its lines while it ran.
  package var isTraced = false
  /// What a reader may change in the page.
  package var parameters: [LessonParameter] = []

  package init(
    name: String? = nil, runs: Bool = true, code: Display? = nil, output: Display = Display.show,
    expectation: Expectation? = nil, session: String? = nil, timeout: TimeLimit? = nil, tolerance: Tolerance? = nil,
    isVolatile: Bool = false, caption: Caption? = nil
  ) {
    self.name = name
    self.runs = runs
    self.code = code
    self.output = output
    self.expectation = expectation
    self.session = session
    self.timeout = timeout
    self.tolerance = tolerance
    self.isVolatile = isVolatile
    self.caption = caption
  }

  package enum Display: String, Sendable, Equatable, CaseIterable { case show, fold, hide }

  /// How a block must fail.
  package enum Expectation: String, Sendable, Equatable, CaseIterable {
    case trap
    case compileError = "compile-error"
  }

  /// The caption of a figure, in Markdown, with the place of its first byte in the lesson.
  package struct Caption: Sendable, Equatable {
    package var text: String
    package var offset: Int

    package init(text: String, offset: Int) {
      self.text = text
      self.offset = offset
    }
  }
}
