import LessonModel
import SwiftReading

/// The blocks and values of a program that cannot run, and those that follow from it: they use what the former would have
/// declared, so that an error in them says nothing of its own.
package struct LostBlocks: Sendable, Equatable {
  private let names: [Int: BlockNames]
  private let valueNames: [Int: BlockNames]
  /// How many blocks of the lesson come before a value.
  private let blocksBefore: [Int: Int]
  private let words: [Int: Set<Substring>]
  /// The blocks that do not parse or compile.
  private(set) var blocks: Set<Int> = []
  /// The values that do not compile.
  private(set) var values: Set<Int> = []
  /// Blocks that follow, each with the block of ``blocks`` that it follows from.
  private(set) var followers: [Int: Int] = [:]
  /// The same of values.
  private(set) var followingValues: [Int: Int] = [:]
  /// Modules that cannot be imported.
  private(set) var modules: Set<String> = []

  /// - Parameter program: What should run, of which nothing is lost yet.
  init(of program: Program, in lesson: Lesson) {
    let blocks = program.blocks.map { ($0, lesson.blocks[$0]) }
    names = Dictionary(
      uniqueKeysWithValues: blocks.map {
        ($0, BlockNames(of: $1.code.text, declaring: $1.attributes.parameters.map(\.name)))
      })
    words = Dictionary(
      uniqueKeysWithValues: blocks.map {
        ($0, Set($1.exploredCode.split { !$0.isLetter && !$0.isNumber && $0 != "_" }))
      })
    var values: [Int: BlockNames] = [:]
    for case .value(let index) in program.probes { values[index] = BlockNames(of: lesson.values[index].expression) }
    valueNames = values
    blocksBefore = Dictionary(uniqueKeysWithValues: values.keys.map { ($0, lesson.values[$0].blocksBefore) })
  }

  /// The same where what follows is there.
  var withoutFollowers: LostBlocks {
    var lost = self
    lost.followers = [:]
    lost.followingValues = [:]
    return lost
  }

  /// Whether a block or value is left out.
  func contains(block: Int) -> Bool { blocks.contains(block) || followers[block] != nil }
  func contains(value: Int) -> Bool { values.contains(value) || followingValues[value] != nil }

  /// The imports of blocks that are left out: what is left may need them.
  var imports: [(block: Int, import: BlockNames.Import)] {
    (blocks.union(followers.keys)).sorted().flatMap { block in
      (names[block]?.imports ?? []).filter { !modules.contains($0.module) }.map { (block, $0) }
    }
  }

  // MARK: Losing

  /// Leaves out a block that does not parse or compile, and what needs it.
  mutating func lose(block: Int) {
    followers[block] = nil
    if blocks.insert(block).inserted { follow(block, from: block) }
  }

  /// Leaves out a value that does not compile.
  mutating func lose(value: Int) {
    followingValues[value] = nil
    values.insert(value)
  }

  /// Leaves out the import of a module that is not there.
  mutating func lose(module: String) { modules.insert(module) }

  /// Leaves out a block because the compiler misses in it what is left out.
  mutating func follow(block: Int, for message: String) {
    guard !contains(block: block), let cause = cause(of: message) else { return }
    followers[block] = cause
    follow(block, from: cause)
  }

  /// The same of a value.
  mutating func follow(value: Int, for message: String) {
    if !contains(value: value) { followingValues[value] = cause(of: message) }
  }

  private mutating func follow(_ lost: Int, from cause: Int) {
    guard let lostNames = names[lost] else { return }
    // Who comes before a name is declared again means the first one.
    let before = names.filter { $0.key < lost && !contains(block: $0.key) }.values
    let earlierNames = lostNames.withoutDeclaring(before.reduce(into: []) { $0.formUnion($1.declared) })
    for (value, names) in valueNames where !contains(value: value) {
      let isLater = blocksBefore[value] ?? 0 > lost
      if names.needs(isLater ? lostNames : earlierNames, isLater: isLater) { followingValues[value] = cause }
    }
    for (block, names) in names.sorted(by: { $0.key < $1.key }) where !contains(block: block) {
      let isLater = block > lost
      guard names.needs(isLater ? lostNames : earlierNames, isLater: isLater) else { continue }
      followers[block] = cause
      follow(block, from: cause)
    }
  }

  // MARK: Errors that come of it

  /// Whether the compiler says no more than that an error which it has told already leaves a type unknown.
  package static func isEcho(_ message: String) -> Bool {
    message.hasPrefix("failed to produce diagnostic for expression")
      || message.hasPrefix("generic parameter '") && message.hasSuffix("' could not be inferred")
  }

  /// Whether the compiler has given up on an expression, as it may where what is missing leaves a type unknown.
  static func hasGivenUp(_ message: String) -> Bool {
    message.hasPrefix("the compiler is unable to type-check this expression in reasonable time")
  }

  /// Whether an error may come of what is left out.
  func mayCause(_ message: String) -> Bool {
    let lost = blocks.union(followers.keys).compactMap { words[$0] }
    if lost.isEmpty { return false }
    let misses = ["cannot find ", " has no member ", "no such module", "cannot infer "].contains { message.contains($0) }
    if misses, !modules.isEmpty { return true }
    let extends = lost.contains { $0.contains("extension") }
    if message.contains(" conform"), extends || quoted(message).contains(where: { name in lost.contains { $0.contains(name) } })
    {
      return true
    }
    if message.contains(" operator '"), lost.contains(where: { $0.contains("func") }) { return true }
    return misses && quoted(message).contains { name in lost.contains { $0.contains(name) } }
  }

  /// The block that an error comes of: one that has the name that the error misses, else the last one.
  private func cause(of message: String) -> Int? {
    let quoted = quoted(message)
    let lost = blocks.union(followers.keys).sorted()
    let block = lost.first { block in quoted.contains { words[block]?.contains($0) ?? false } } ?? lost.last
    return block.map { followers[$0] ?? $0 }
  }

  /// The names in the quotations of a message.
  private func quoted(_ message: String) -> [Substring] {
    message.split(separator: "'", omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { $0.element.prefix { $0.isLetter || $0.isNumber || $0 == "_" } }
  }
}
