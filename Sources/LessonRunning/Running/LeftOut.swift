import LessonModel

/// Blocks and values of a lesson that did not run because of another, as a message names them.
struct LeftOut: Sendable, Equatable {
  /// The names of the blocks.
  private var blocks: [String]
  private var values: Int
  /// Where the first of them stands; nil where nothing is left out.
  private(set) var position: SourcePosition?

  init(blocks: [SwiftBlock], values: [ProseValue]) {
    self.blocks = blocks.map(\.name)
    self.values = values.count
    position = (blocks.map(\.position) + values.map(\.position)).min()
  }

  /// A sentence about them, such as `blocks 'b' and 'c', and 2 values need what this block declares, and do not run`.
  ///
  /// - Parameter reason: What is said of one, and of several.
  func sentence(_ reason: (one: String, several: String)) -> String {
    let shown = blocks.prefix(5).map { "'\($0)'" } + (blocks.count > 5 ? ["\(blocks.count - 5) more"] : [])
    let parts = [
      blocks.isEmpty ? nil : (blocks.count == 1 ? "block " : "blocks ") + shown.listed,
      values == 0 ? nil : values == 1 ? "1 value" : "\(values) values",
    ].compactMap { $0 }
    let isOne = blocks.count + values == 1
    let subject = parts.joined(separator: blocks.count > 1 ? ", and " : " and ")
    return "\(subject) \(isOne ? reason.one : reason.several), and \(isOne ? "does" : "do") not run"
  }
}
