package import LessonModel

/// Lessons and course files as print has them. What is read, run and compared is never set: pages alone are.
extension WovenLesson {
  /// The lesson with its texts set, and with them the headings in its list of contents. Its file stays as it is.
  package var typeset: WovenLesson {
    guard let marks = lesson.typography else { return self }
    var woven = self
    woven.lesson = lesson.typeset
    woven.anchors = anchors.titled(by: woven.lesson)
    for index in cells.indices {
      woven.cells[index].block.caption = cells[index].block.caption.map { Typesetter.set($0, marks) }
    }
    return woven
  }
}

extension Lesson {
  /// The lesson with its title, its summary, its text and its captions set.
  package var typeset: Lesson {
    guard let typography else { return self }
    func set(_ blocks: [DocumentBlock]) -> [DocumentBlock] {
      blocks.map { $0.mappingChildren(set).mappingTexts { Typesetter.set($0, typography) } }
    }
    var lesson = self
    lesson.title = Typesetter.set(title, typography)
    lesson.frontMatter.summary = frontMatter.summary.map { Typesetter.set($0, typography) }
    lesson.document = set(document)
    for index in lesson.blocks.indices {
      lesson.blocks[index].caption = lesson.blocks[index].caption.map { Typesetter.set($0, typography) }
    }
    return lesson
  }

  /// A text beside its own, such as a number or a title of a chart, as its pages show it.
  package func typeset(_ text: String) -> String { Typesetter.set(text, typography) }
}

extension CourseFile {
  /// The file with what its pages say set: titles, names, references.
  package var typeset: CourseFile {
    guard let typography else { return self }
    func set(_ text: String) -> String { Typesetter.set(text, typography) }
    var file = self
    file.title = title.map(set)
    file.description = description.map(set)
    file.authors = authors.map(set)
    for index in parts.indices { file.parts[index].title = set(parts[index].title) }
    file.references = references.map { $0.mappingTexts(set) }
    return file
  }
}

extension Reference {
  /// The reference with other words, but for what it is found by.
  fileprivate func mappingTexts(_ transform: (String) -> String) -> Reference {
    var reference = self
    reference.title = title.map(transform)
    reference.container = container.map(transform)
    reference.publisher = publisher.map(transform)
    reference.note = note.map(transform)
    reference.label = label.map(transform)
    for index in authors.indices { reference.authors[index].family = transform(authors[index].family) }
    return reference
  }
}
