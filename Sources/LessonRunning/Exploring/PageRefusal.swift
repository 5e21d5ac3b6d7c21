import LessonModel

/// What the compiler of pages said against a lesson, told as faults of the lesson.
struct PageRefusal {
  var messages: [CompilerMessage]
  var page: PageProgram

  func diagnostics(in lesson: Lesson) -> [Diagnostic] {
    let own = self.own
    let gathering = Gathering(.refused(own.isEmpty ? messages : own), of: page.program, in: lesson)
    return gathering.run.diagnostics.map { diagnostic in
      var moved = diagnostic
      moved.kind = .explore
      moved.message = "the page cannot run this: \(Self.reason(diagnostic.message, in: lesson))"
      return moved
    }
  }

  /// What is said of the lesson's own lines. What is wrong inside of the kit is wrong for what the lesson calls it with.
  private var own: [CompilerMessage] {
    var own: [CompilerMessage] = []
    var pending: CompilerMessage?
    for message in messages {
      let isOwn = message.isOwn(of: page.program)
      if message.severity == .error {
        pending = isOwn ? nil : message
        if isOwn { own.append(message) }
      }
      if isOwn, message.severity == .note, var moved = pending {
        (moved.file, moved.line, moved.column) = (message.file, message.line, message.column)
        own.append(moved)
        pending = nil
      }
    }
    return own
  }

  private static let reasons = [
    ("no such module 'Foundation'", "pages have no Foundation; LessonKit has the mathematics, and fixed(x, 3) writes numbers"),
    ("no such module", "pages have no modules but LessonKit and the course's own Support"),
    (
      "global function 'print",
      "pages cannot print such a value; print its parts, or give its type a 'description' (CustomStringConvertible)"
    ),
    ("'any Error'", "an error must have its type: 'throws(SomeError)'"),
    ("throws expression of type", "an error must have its type: 'throws(SomeError)'"),
    (
      "to closure result type '[Cell]'",
      "pages write tables of rows of cells, '[Cell(name), Cell(value)]', or of columns, 'CellColumn(\"name\", values)'"
    ),
    ("cannot use key path", "pages have no key paths; write a closure, as 'map { $0.name }' for 'map(\\.name)'"),
  ]

  /// Why Embedded Swift refuses something, in words for an author.
  private static func reason(_ message: String, in lesson: Lesson) -> String {
    if let reason = reasons.first(where: { message.contains($0.0) })?.1 { return reason }
    // A block that only imports is not in the page's program, so nobody has missed the module.
    let modules = Set(lesson.blocks.flatMap(\.outline.imports)).subtracting(["LessonKit", "Support"]).sorted()
    guard message.contains("cannot find "), !modules.isEmpty else { return message }
    return
      "\(message); pages have no modules but LessonKit and the course's own Support, so nothing of \(modules.joined(separator: ", "))"
  }
}
