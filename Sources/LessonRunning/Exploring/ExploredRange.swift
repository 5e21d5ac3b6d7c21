import LessonModel
import SwiftReading

/// The parameters of a section, and what depends on them: all from there to the last of it.
struct ExploredRange: Equatable {
  /// The numbers of its parameters.
  var parameters: [Int]
  /// The first and the last item of the lesson that is run again and heard.
  var items: ClosedRange<Int>
  /// The statements that depend on the parameters, by blocks.
  var statements: [Int: Set<Int>] = [:]
  /// The values that depend on them, but those whose text is a source's.
  var values: Set<Int> = []
  /// In bytes of the lesson, to the end of its last section.
  var extent: Range<Int>

  static func ranges(of lesson: Lesson, _ names: LessonNames) -> [ExploredRange] {
    let parameters = lesson.parameters
    if parameters.isEmpty { return [] }
    let sections = sections(of: lesson)
    let items = ExploredItem.items(of: lesson)
    let ranges = sections.compactMap { section -> ExploredRange? in
      let own = parameters.indices.filter { section.contains(lesson.blocks[parameters[$0].block].range.lowerBound) }
      let first = items.first { item in own.contains { item.kind == .block(parameters[$0].block) } }
      guard let first else { return nil }
      return range(of: own, from: first.order, in: lesson, names, items, sections, section)
    }
    return merged(ranges)
  }

  /// The ranges, with such as have a result in common made one: each result comes of one run.
  private static func merged(_ ranges: [ExploredRange]) -> [ExploredRange] {
    var merged: [ExploredRange] = []
    for var range in ranges {
      while let index = merged.firstIndex(where: { $0.shares(with: range) }) { range = merged.remove(at: index).joined(range) }
      merged.append(range)
    }
    return merged
  }

  private func shares(with other: ExploredRange) -> Bool {
    statements.keys.contains { other.statements[$0] != nil } || !values.isDisjoint(with: other.values)
  }

  private func joined(_ other: ExploredRange) -> ExploredRange {
    ExploredRange(
      parameters: parameters + other.parameters,
      items: min(items.lowerBound, other.items.lowerBound)...max(items.upperBound, other.items.upperBound),
      statements: statements.merging(other.statements) { $0.union($1) }, values: values.union(other.values),
      extent: min(extent.lowerBound, other.extent.lowerBound)..<max(extent.upperBound, other.extent.upperBound))
  }

  /// The bytes from each heading of the first two levels to the next.
  private static func sections(of lesson: Lesson) -> [Range<Int>] {
    var starts: [Int] = []
    lesson.document.walk { block in
      if case .heading(let level, _) = block.kind, level <= 2 { starts.append(block.range.lowerBound) }
    }
    let bounds = Set([0] + starts).sorted() + [max(lesson.source.bytes.count, 1)]
    return zip(bounds, bounds.dropFirst()).map { $0..<$1 }
  }

  private static func range(
    of own: [Int], from first: Int, in lesson: Lesson, _ read: LessonNames, _ items: [ExploredItem],
    _ sections: [Range<Int>], _ section: Range<Int>
  ) -> ExploredRange {
    var range = ExploredRange(parameters: own, items: first...first, extent: section)
    var names = Set(own.map { lesson.parameters[$0].name })
    // A function may stand below what calls it.
    var before = -1
    while before != names.count {
      before = names.count
      for case .block(let index) in items[first...].map(\.kind) {
        for statement in read.blocks[index] where !statement.uses.isDisjoint(with: names) {
          names.formUnion(statement.gives)
          names.formUnion(statement.changes)
        }
      }
    }
    for item in items[first...] {
      let place: Int
      switch item.kind {
      case .block(let index):
        let dependent = read.blocks[index].indices.filter { !read.blocks[index][$0].uses.isDisjoint(with: names) }
        guard !dependent.isEmpty else { continue }
        range.statements[index] = Set(dependent)
        place = lesson.blocks[index].range.lowerBound
      case .value(let index):
        let value = lesson.values[index]
        guard value.publication == .own, !read.values[index].isDisjoint(with: names) else { continue }
        range.values.insert(index)
        place = value.range.lowerBound
      }
      range.items = first...item.order
      if let end = sections.first(where: { $0.contains(place) })?.upperBound, end > range.extent.upperBound {
        range.extent = range.extent.lowerBound..<end
      }
    }
    return range
  }
}
