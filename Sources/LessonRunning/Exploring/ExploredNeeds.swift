import LessonModel
import SwiftReading

/// Which blocks a page's program needs: those that a reader can change, and all that declares or changes what they use.
///
/// What is left out may read files, use what pages have not, or compute for minutes. Should something be left out that is needed,
/// the check of the page tells, for there the page is compared with the whole lesson.
enum ExploredNeeds {
  static func blocks(of lesson: Lesson, _ read: LessonNames, _ ranges: [ExploredRange]) -> Set<Int> {
    let last = ranges.map(\.items.upperBound).max() ?? -1
    var blocks: [Int] = []
    for case .block(let index) in ExploredItem.items(of: lesson).prefix(last + 1).map(\.kind) { blocks.append(index) }
    let statements = read.blocks
    let all = blocks.flatMap { statements[$0] }
    // What is shared can be changed under any name.
    if all.contains(where: \.isShared) { return Set(blocks) }
    let declared = all.filter(\.extends.isEmpty).reduce(into: Set<String>()) { $0.formUnion($1.gives) }
    let effects = effects(of: all)
    func isRoot(_ block: Int) -> Bool {
      ranges.contains { $0.statements[block] != nil } || !lesson.blocks[block].attributes.parameters.isEmpty
        || statements[block].contains { $0.isUsedUnnamed || !$0.extends.isSubset(of: declared) }
    }
    var needed: Set<Int> = []
    var names = Set<String>()
    for range in ranges {
      for value in range.values { names.formUnion(read.values[value]) }
    }
    var pending = blocks.filter(isRoot)
    while !pending.isEmpty {
      needed.formUnion(pending)
      for statement in pending.flatMap({ statements[$0] }) { names.formUnion(statement.uses) }
      pending = blocks.filter { block in
        !needed.contains(block)
          && statements[block].contains {
            !$0.gives.isDisjoint(with: names) || !changes(of: $0, effects).isDisjoint(with: names)
          }
      }
    }
    return needed
  }

  /// What calling each function may change.
  private static func effects(of statements: [StatementNames]) -> [String: Set<String>] {
    var effects: [String: Set<String>] = [:]
    var isGrowing = true
    while isGrowing {
      isGrowing = false
      for statement in statements where statement.runsLater {
        let changes = changes(of: statement, effects)
        for name in statement.gives where !changes.isSubset(of: effects[name] ?? []) {
          effects[name, default: []].formUnion(changes)
          isGrowing = true
        }
      }
    }
    return effects
  }

  private static func changes(of statement: StatementNames, _ effects: [String: Set<String>]) -> Set<String> {
    statement.uses.reduce(into: statement.changes) { $0.formUnion(effects[$1] ?? []) }
  }
}
