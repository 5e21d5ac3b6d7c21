package import LessonModel

/// How what is known of lessons is kept between builds.

extension RenderedLesson: ByteCodable {
  /// All but the bytes of its files: those are in the site already.
  package func write(to writer: inout ByteWriter) {
    writer.write(slug)
    writer.write(carried.union(files.map(\.path)).sorted())
    writer.write(neighbors.sorted())
    writer.write(data)
    writer.write(programs)
    writer.write(index)
    writer.write(chapter)
    writer.write(facts)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    slug = try reader.read()
    files = []
    carried = Set(try reader.read([String].self))
    neighbors = Set(try reader.read([String].self))
    data = try reader.read()
    programs = try reader.read()
    index = try reader.read()
    chapter = try reader.read()
    facts = try reader.read()
  }

  /// What the package of the course takes from it.
  package var programBytes: [UInt8] { programs.keptBytes }
}

extension LessonProgram: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(slug)
    writer.write(session)
    writer.write(isSix)
    writer.write(imports)
    writer.write(text)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    slug = try reader.read()
    session = try reader.read()
    isSix = try reader.read()
    imports = try reader.read()
    text = try reader.read()
  }
}

extension IndexedPage: ByteCodable {
  /// Terms come in many sections: each is written once, sections name it by its place.
  package func write(to writer: inout ByteWriter) {
    writer.write(address)
    writer.write(title)
    let terms = Set(sections.flatMap { $0.terms.map(\.term) }).sorted()
    let places = Dictionary(uniqueKeysWithValues: terms.enumerated().map { ($1, $0) })
    writer.write(terms)
    writer.write(sections.count)
    for section in sections {
      writer.write(section.anchor)
      writer.write(section.heading)
      writer.write(section.isTerm)
      writer.write(section.terms.count)
      for found in section.terms {
        writer.write(places[found.term] ?? 0)
        writer.write(found.isFrequent)
      }
    }
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    address = try reader.read()
    title = try reader.read()
    let terms = try reader.read([String].self)
    sections = []
    for _ in 0..<(try reader.count()) {
      var section = Section(
        anchor: try reader.read(), heading: try reader.read(), isTerm: try reader.read(), terms: [])
      let count = try reader.count()
      section.terms.reserveCapacity(count)
      for _ in 0..<count {
        let place = try reader.read(Int.self)
        guard terms.indices.contains(place) else { throw ByteFault() }
        section.terms.append(Term(term: terms[place], isFrequent: try reader.read()))
      }
      sections.append(section)
    }
  }
}

extension BookPage.Chapter: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(slug)
    writer.write(title)
    writer.write(anchor)
    writer.write(sections.map(\.title))
    writer.write(sections.map(\.anchor))
    writer.write(styles.map(\.rawValue))
    writer.write(html.text)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    slug = try reader.read()
    title = try reader.read()
    anchor = try reader.read()
    let (titles, anchors) = (try reader.read([String].self), try reader.read([String].self))
    guard titles.count == anchors.count else { throw ByteFault() }
    sections = zip(titles, anchors).map { Section(title: $0, anchor: $1) }
    styles = []
    for name in try reader.read([String].self) {
      guard let style = PageShell.Style(rawValue: name) else { throw ByteFault() }
      styles.append(style)
    }
    html = HTML(unsafe: try reader.read())
  }
}

extension WovenFacts: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(lesson)
    writer.write(counts)
    writer.write(proof)
    writer.write(errata)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    lesson = try reader.read()
    counts = try reader.read()
    proof = try reader.read()
    errata = try reader.read()
  }
}

extension LessonFacts: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(entry)
    writer.write(number)
    writer.write(uses)
    writer.write(hasValues)
    writer.write(hasPrograms)
    writer.write(isDraft)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    entry = try reader.read()
    number = try reader.read()
    uses = try reader.read()
    hasValues = try reader.read()
    hasPrograms = try reader.read()
    isDraft = try reader.read()
  }
}

extension LessonFacts.Use: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(key)
    writer.write(values)
    writer.write(wrong)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    key = try reader.read()
    values = try reader.read()
    wrong = try reader.read()
  }
}

extension CourseContents.Entry: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(slug)
    writer.write(number)
    writer.write(title)
    writer.write(file)
    writer.write(summary)
    writer.write(minutes)
    writer.write(changed)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    slug = try reader.read()
    number = try reader.read()
    title = try reader.read()
    file = try reader.read()
    summary = try reader.read()
    minutes = try reader.read()
    changed = try reader.read()
  }
}

extension Erratum: ByteCodable {
  package func write(to writer: inout ByteWriter) {
    writer.write(key)
    writer.write(written)
    writer.write(rounded)
    writer.write(computed)
    writer.write(gap)
    writer.write(evidence)
    writer.write(section)
    writer.write(anchor)
    writer.write(sentence?.text)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    key = try reader.read()
    written = try reader.read()
    rounded = try reader.read()
    computed = try reader.read()
    gap = try reader.read()
    evidence = try reader.read()
    section = try reader.read()
    anchor = try reader.read()
    sentence = try reader.read(String?.self).map { HTML(unsafe: $0) }
  }
}
