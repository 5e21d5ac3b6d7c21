package import LessonModel

/// `Lesson → Program`: what is compiled and run for one session of a lesson, and what its records mean.
package struct Program: Sendable, Equatable {
  /// Why the program is run.
  package enum Purpose: Sendable, Equatable {
    /// All blocks of a session that should work.
    case session
    /// All blocks of a session that the parser can read, where there are others: it is compiled for its errors, and never run.
    case remains
    /// The blocks up to one that must trap.
    case trap(block: Int)
    /// The blocks up to one that must not compile.
    case compileError(block: Int)
    /// The blocks up to the last one whose values at its lines are recorded.
    case trace

    /// Whether the values of the lesson stand in the program.
    var hasValues: Bool { self == .session || self == .remains || self == .trace }

    /// The block that is to fail; nil where none is.
    var failing: Int? {
      switch self {
      case .session, .remains, .trace: nil
      case .trap(let block), .compileError(let block): block
      }
    }
  }

  package var session: String
  package var purpose: Purpose
  /// The Swift source, with a `#sourceLocation` wherever the author's text begins.
  package var text: String
  /// Everything that the text says but positions: two programs with the same key text behave alike.
  package var keyText: String
  /// The blocks it runs, in order.
  package var blocks: [Int]
  /// What the places of the program stand for; a record names its place by index.
  package var probes: [Probe]
  /// The modules that its text imports.
  package var imports: [String]
  package var settings: SwiftSettings
  /// The files that it may read, in the folder in which it runs.
  package var data: [SiteFile] = []
  /// The places where the author's text begins, in the order of the text.
  package var anchors: [ProgramAnchor] = []
  /// How long it may take from the start to its first mark, then from mark to mark.
  package var limits: [TimeLimit]
  /// The name that positions carry in the compiler's and the runtime's messages.
  package var fileName: String
}

/// A place in a program that reports to the tool.
package enum Probe: Sendable, Equatable {
  case blockStart(Int)
  case blockEnd(Int)
  /// Before a statement whose printed lines are checked, or whose error would end the program.
  case beforeStatement(block: Int, statement: Int)
  /// The value of a statement, or of the constant it declares.
  case statement(block: Int, statement: Int)
  case value(Int)
}

extension TimeLimit {
  /// The limit as the machine takes it.
  var duration: Duration { .milliseconds(milliseconds) }

  /// The limit that the machine was given.
  init(_ duration: Duration) { self.init(milliseconds: Int(duration / .milliseconds(1))) }
}
