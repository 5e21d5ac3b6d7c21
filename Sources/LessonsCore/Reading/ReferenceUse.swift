/// Which references a course uses: in citations and as the sources of published numbers.
package enum ReferenceUse {
  /// The keys that a lesson names.
  package static func keys(of lesson: Lesson) -> Set<String> {
    Set(lesson.citations.flatMap { $0.items.map(\.key) } + lesson.values.compactMap(\.source))
  }

  /// A warning for each reference that no lesson names.
  ///
  /// Nothing is said while a lesson cannot be read: it may be the one that names them.
  package static func warnings(of course: Course) -> [Diagnostic] {
    guard let source = course.source, course.lessons.allSatisfy({ $0.lesson != nil }) else { return [] }
    let used = course.lessons.reduce(into: Set<String>()) { used, read in
      if let lesson = read.lesson { used.formUnion(keys(of: lesson)) }
    }
    return course.file.references.filter { !used.contains($0.id) }.map { reference in
      Diagnostic(
        .unusedReference,
        "nothing cites the reference '\(reference.id)'; write [@\(reference.id)] where it is used, or take it out",
        in: source, at: reference.position, severity: .warning)
    }
  }
}

extension ProseValue {
  /// The key of the source that the number belongs to.
  package var source: String? {
    switch publication {
    case .own: nil
    case .published(let key), .refuted(let key): key
    }
  }
}
