import Machine

/// What is made for the pages of lessons that have run.
package enum PageProgress: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    /// The values at the lines of traced blocks.
    case traces
    /// Programs of lessons that a reader may change.
    case programs
  }

  /// For so many lessons; for others it is remembered.
  case begins(Kind, lessons: Int)
  /// A lesson whose turn it is, and one that is done.
  case starts(lesson: String)
  case ends(lesson: String)
}

extension Workshop {
  /// Makes something for each of some lessons side by side, and tells of each.
  func made<Task: Sendable, Product: Sendable>(
    _ kind: PageProgress.Kind, _ tasks: [Task], _ tell: @escaping @Sendable (PageProgress) -> Void,
    slug: @escaping @Sendable (Task) -> String, _ make: @escaping @Sendable (Task) throws(MachineFault) -> Product
  ) throws(MachineFault) -> [Product] {
    tell(.begins(kind, lessons: tasks.count))
    let results = Parallel.map(tasks, jobs: jobs) { task in
      tell(.starts(lesson: slug(task)))
      defer { tell(.ends(lesson: slug(task))) }
      return Result { () throws(MachineFault) in try make(task) }
    }
    var products: [Product] = []
    for result in results { products.append(try result.get()) }
    return products
  }
}
