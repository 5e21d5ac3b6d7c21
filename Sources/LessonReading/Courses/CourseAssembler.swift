package import LessonModel

/// Puts the lessons of a folder into the order of their course, and finds what does not fit together.
package enum CourseAssembler {
  /// The lessons of the course file's parts first, then all others in the order they come in.
  ///
  /// - Parameters:
  ///   - lessons: The lessons of the folder, in the order of their names.
  ///   - source: The course file; nil where there is none.
  package static func ordered(
    _ lessons: [ReadLesson], by file: CourseFile, in source: SourceText?
  ) -> (lessons: [ReadLesson], diagnostics: [Diagnostic]) {
    var diagnostics: [Diagnostic] = []
    let slugs = lessons.map(\.slug)
    let names = LessonNames(slugs)
    let places = Dictionary(slugs.enumerated().map { ($1, $0) }) { first, _ in first }
    var order: [Int] = []
    var isListed = [Bool](repeating: false, count: lessons.count)
    for entry in file.parts.flatMap(\.lessons) {
      if let place = names.slug(entry.slug).flatMap({ places[$0] }), !isListed[place] {
        order.append(place)
        isListed[place] = true
      } else if let source {
        let message = names.fault(of: entry.slug) ?? "the lesson '\(entry.slug)' is listed twice"
        diagnostics.append(Diagnostic(.courseFile, message, in: source, at: entry.position))
      }
    }
    for lesson in lessons.readable {
      for required in lesson.frontMatter.requires {
        guard let fault = names.fault(of: required.slug) else { continue }
        diagnostics.append(Diagnostic(.frontMatter, fault, in: lesson.source, at: required.position))
      }
    }
    if let source { diagnostics += strangers(in: file.unbound, among: names, source) }
    order += lessons.indices.filter { !isListed[$0] }
    let ordered = order.map { lessons[$0] }
    diagnostics += latecomers(among: ordered, names)
    let numbers = LessonNumbers(inOrder: ordered.map(\.slug))
    return (ordered.map { numbered($0, by: numbers, in: file, names) }, diagnostics + collisions(of: lessons))
  }

  /// A lesson as it is in the course: with its number, in the course's words, and with what the course allows it.
  ///
  /// - Parameters:
  ///   - numbers: Those of all lessons of the course.
  ///   - names: Their names.
  package static func numbered(
    _ read: ReadLesson, by numbers: LessonNumbers, in file: CourseFile, _ names: LessonNames
  ) -> ReadLesson {
    guard case .readable(let unnumbered) = read else { return read }
    var lesson = numbers.numbered(unnumbered)
    lesson.words = file.pageWords
    lesson.typography = file.typography
    lesson.numbers.allowed = file.unbound.allowance(of: lesson.slug, among: names)
    return .readable(lesson)
  }

  /// What a lesson needs and the reader of the course has not read yet.
  private static func latecomers(among lessons: [ReadLesson], _ names: LessonNames) -> [Diagnostic] {
    var before: Set<String> = []
    var diagnostics: [Diagnostic] = []
    for lesson in lessons {
      if case .readable(let lesson) = lesson {
        for required in lesson.frontMatter.requires {
          guard let slug = names.slug(required.slug), !before.contains(slug) else { continue }
          let message =
            slug == lesson.slug
            ? "a lesson cannot come before itself"
            : "'\(required.slug)' comes after this lesson in the course; put it first, or take it out"
          diagnostics.append(
            Diagnostic(.frontMatter, message, in: lesson.source, at: required.position, severity: .warning))
        }
      }
      before.insert(lesson.slug)
    }
    return diagnostics
  }

  /// Names in a ratchet that no lesson has: what they would hold goes where it likes.
  private static func strangers(
    in unbound: UnboundAllowance, among names: LessonNames, _ source: SourceText
  ) -> [Diagnostic] {
    guard case .ratchet(let limits) = unbound else { return [] }
    return limits.compactMap { limit in
      names.fault(of: limit.lesson.slug).map {
        Diagnostic(.courseFile, $0, in: source, at: limit.lesson.position, severity: .warning)
      }
    }
  }

  /// Two names that differ in case only are one file on some systems.
  private static func collisions(of lessons: [ReadLesson]) -> [Diagnostic] {
    var last: [String: ReadLesson] = [:]
    return lessons.sorted { $0.slug < $1.slug }.compactMap { lesson in
      guard let other = last.updateValue(lesson, forKey: lesson.slug.lowercased()) else { return nil }
      return Diagnostic(
        .slug, "this lesson and \(other.source.path) have the same address but for case; rename one", in: lesson.source, at: 0)
    }
  }
}

extension CourseAssembler {
  /// Why a path without its `.md` cannot be an address; nil where it can.
  package static func slugFault(_ path: String) -> String? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    let folders = parts.dropLast()
    if let folder = folders.first(where: { partFault($0) != nil || $0.hasSuffix(".html") }) {
      return "the folder '\(folder)' cannot be part of an address: \(partFault(folder) ?? "it is called as a page is")"
    }
    return partFault(parts.last ?? "")
  }

  private static func partFault(_ slug: String) -> String? {
    if slug.isEmpty || slug.utf8.count > 200 { return "the name of a lesson has 1 to 200 bytes before .md" }
    let isPlain = slug.unicodeScalars.allSatisfy { scalar in
      scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark || "-_. ".unicodeScalars.contains(scalar)
    }
    if !isPlain || slug.hasPrefix(" ") || slug.hasSuffix(" ") || slug.contains("..") {
      return "the name of a lesson may have letters, digits, '-', '_', '.' and inner blanks only"
    }
    let reserved = ["con", "prn", "aux", "nul"] + (1...9).flatMap { ["com\($0)", "lpt\($0)"] }
    return reserved.contains(slug.lowercased()) ? "'\(slug)' is a reserved name on some systems; rename the lesson" : nil
  }
}
