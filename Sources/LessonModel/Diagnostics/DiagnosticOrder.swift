extension [Diagnostic] {
  /// All that is told of a course: what is said of the course itself, then lesson by lesson in the order of their texts.
  ///
  /// What only the whole course shows of a lesson, such as a lesson that it needs and that is not there, comes among the lesson's
  /// own.
  ///
  /// - Parameter lessons: What is said of each lesson.
  package func told(with lessons: [[Diagnostic]]) -> [Diagnostic] {
    // As it is where all is well: every build asks more than once.
    if isEmpty { return lessons.flatMap { $0 } }
    let files = Set(lessons.compactMap { $0.first?.path })
    let shared = Dictionary(grouping: filter { files.contains($0.path) }, by: \.path)
    // Of what no lesson has words of its own for, each file once and in its order.
    let others = filter { !files.contains($0.path) }
    var paths: [String] = []
    for path in others.map(\.path) where !paths.contains(path) { paths.append(path) }
    var told = paths.flatMap { path in others.filter { $0.path == path }.sorted { $0.position < $1.position } }
    for lesson in lessons {
      guard let file = lesson.first?.path, let more = shared[file] else {
        told += lesson
        continue
      }
      told += (lesson + more).sorted { $0.position < $1.position }
    }
    return told
  }
}
