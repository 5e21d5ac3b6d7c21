internal import SwiftReading

/// Which block declares which name: how a value in the prose is traced to the code that it comes from.
struct Declarations {
  private let blocks: [(index: Int, names: Set<Substring>)]

  init(_ lesson: Lesson) {
    blocks = lesson.blocks.filter { $0.attributes.runs && $0.attributes.expectation == nil && $0.session.isEmpty }.map {
      ($0.index, Self.names(in: $0))
    }
  }

  /// The last block before a value that declares a name it reads; where none does, the block right before it.
  func block(of value: ProseValue) -> Int? {
    let before = blocks.filter { $0.index < value.blocksBefore }
    let read = Set(Self.words(value.expression))
    return before.last { !$0.names.isDisjoint(with: read) }?.index ?? before.last?.index
  }

  private static func names(in block: SwiftBlock) -> Set<Substring> {
    var names = Set(block.outline.variables.map { $0.name[...] })
    // A word behind one of these is a name, wherever it stands; a comment that says "func f" costs a wrong hint at most.
    let keywords: Set<Substring> = ["func", "struct", "enum", "class", "actor", "protocol", "typealias"]
    let words = words(block.code.text)
    for (keyword, name) in zip(words, words.dropFirst()) where keywords.contains(keyword) { names.insert(name) }
    return names
  }

  private static func words(_ text: String) -> [Substring] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
  }
}
