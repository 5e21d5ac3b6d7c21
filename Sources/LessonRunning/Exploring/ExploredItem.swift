import LessonModel

/// A block or a value of a lesson's own session, in the order in which they run.
struct ExploredItem: Equatable {
  enum Kind: Equatable {
    case block(Int)
    case value(Int)
  }

  var kind: Kind
  /// Its place among them.
  var order: Int

  static func items(of lesson: Lesson) -> [ExploredItem] {
    var items: [ExploredItem] = []
    var values = lesson.values[...]
    func add(_ kind: Kind) { items.append(ExploredItem(kind: kind, order: items.count)) }
    func addValues(before block: Int) {
      while let value = values.first, value.blocksBefore <= block {
        add(.value(value.index))
        values = values.dropFirst()
      }
    }
    for block in lesson.blocks where block.runsWithOthers && block.session.isEmpty {
      addValues(before: block.index)
      add(.block(block.index))
    }
    addValues(before: .max)
    return items
  }
}
