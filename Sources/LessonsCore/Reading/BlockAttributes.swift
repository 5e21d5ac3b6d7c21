/// What the info string of a Swift block says, with the defaults of the lesson contract.
package struct BlockAttributes: Sendable, Equatable {
  package var name: String?
  package var runs = true
  package var code = Display.show
  package var output = Display.show
  package var expectation: Expectation?
  package var session: String?
  package var timeout: TimeLimit?
  /// An absolute tolerance for the numbers of the recorded output, as written.
  package var tolerance: String?
  package var isVolatile = false
  package var caption: Caption?

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
  }
}
