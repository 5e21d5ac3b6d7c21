import Foundation

/// The addresses inside a lesson's page: its headings, made from their words as a code forge makes them, its blocks, its
/// callouts, its values and the places of its coverage marks.
package struct Anchors: Sendable, Equatable {
  /// The address of what begins at a byte of the file: a heading, a Swift block, a callout.
  private var places: [Int: String] = [:]
  /// The address of the value that begins at a byte of the file; an underlined heading may begin there too.
  private var values: [Int: String] = [:]
  /// Headings and exercises in order, for a list of contents.
  package private(set) var contents: [Entry] = []
  /// The first place of each row that a mark of coverage names.
  package private(set) var marks: [String: String] = [:]
  /// Addresses that are left out, and where to go instead.
  private var moved: [String: String]
  /// The frame of the page has addresses of its own.
  private var used: Set<String> = ["main", "tally", "read", "status", "theme", "keys", "search"]
  private var counts: [String: Int] = [:]
  /// The named and numbered blocks, formulas and terms, for suggestions.
  private var blocks: [String] = []
  /// Shorter addresses of terms, where only one is meant.
  private var aliases: [String: String] = [:]
  /// What a link without words calls what it leads to, by the address of that.
  private var names: [String: Name] = [:]
  /// What the lesson itself is called.
  private var title: String

  /// What a link without words shows of the place that it leads to.
  package struct Name: Sendable, Equatable {
    /// A number, such as `Figure 3.2`, or a title; empty where that takes words from elsewhere itself.
    package var text: String
    /// Whether the site has a note on it: a figure, a formula, a term.
    package var hasNote: Bool

    package init(_ text: String, hasNote: Bool = false) {
      self.text = text
      self.hasNote = hasNote
    }
  }

  package struct Entry: Sendable, Equatable {
    package var level: Int
    package var title: String
    package var anchor: String
    package var line: Int

    package init(level: Int, title: String, anchor: String, line: Int) {
      self.level = level
      self.title = title
      self.anchor = anchor
      self.line = line
    }
  }

  package init(_ lesson: Lesson) {
    moved = lesson.movedAnchors
    title = lesson.title
    used.formUnion(moved.keys)
    // A name that the author gave comes first: links to it were written on purpose.
    for block in lesson.blocks where block.attributes.name != nil { add(block, of: lesson) }
    lesson.document.walk { block in
      guard case .formula(let formula) = block.kind, let equation = formula.equation else { return }
      let anchor = claim(equation.name)
      places[block.range.lowerBound] = anchor
      blocks.append(anchor)
      names[anchor] = Name(lesson.title(of: equation), hasNote: true)
    }
    addTerms(of: lesson)
    for callout in lesson.callouts {
      let anchor = claim("\(callout.kind.rawValue)-\(callout.exercise ?? callout.number)")
      places[callout.range.lowerBound] = anchor
      // An exercise is called by its number, what has none by its title.
      let isNumbered = [.exercise, .solution, .quiz].contains(callout.kind) || callout.title == nil
      let words = callout.titleWords(lesson: lesson.number, lesson.words)
      names[anchor] = Name(isNumbered ? words : Self.title(callout.title ?? []))
    }
    lesson.document.walk { block in
      let line = lesson.source.position(of: block.range.lowerBound).line
      switch block.kind {
      case .callout(let callout) where callout.kind == .exercise:
        contents.append(
          Entry(
            level: callout.level, title: callout.titleText(lesson: lesson.number, lesson.words),
            anchor: places[callout.range.lowerBound] ?? "",
            line: line))
      case .heading(let level, let inlines):
        let title = inlines.plainText
        let anchor = claim(Self.words(title))
        places[block.range.lowerBound] = anchor
        contents.append(Entry(level: level, title: title, anchor: anchor, line: line))
        names[anchor] = Name(Self.title(inlines))
      default: break
      }
    }
    for block in lesson.blocks where block.attributes.name == nil { add(block, of: lesson) }
    for value in lesson.values { values[value.range.lowerBound] = claim("v\(value.index + 1)") }
    for mark in lesson.marks where marks[mark.id] == nil { marks[mark.id] = claim("covers-\(mark.id)") }
  }

  /// The address of what begins at a byte of the file; empty where nothing has one.
  package func anchor(at offset: Int) -> String { places[offset] ?? values[offset] ?? "" }

  /// The address of a value.
  package func anchor(of value: ProseValue) -> String { values[value.range.lowerBound] ?? "" }

  /// The address to use for one that was written: itself, or where to go for what is left out; nil if there is none.
  package func target(of anchor: String) -> String? { moved[anchor] ?? (used.contains(anchor) ? anchor : aliases[anchor]) }

  /// What a link without words calls the place at an address; nil where that has neither a number nor a title.
  ///
  /// - Parameter anchor: As ``target(of:)`` gives it; empty for the lesson itself.
  package func name(of anchor: String) -> Name? {
    let name = anchor.isEmpty ? Name(title) : names[anchor]
    return name?.text.isEmpty == true ? nil : name
  }

  /// The same, with the headings and exercises as they are in a form of the lesson that says them otherwise.
  package func titled(by lesson: Lesson) -> Anchors {
    var copy = self
    lesson.document.walk { block in
      let title: String
      switch block.kind {
      case .heading(_, let inlines): title = inlines.plainText
      case .callout(let callout) where callout.kind == .exercise:
        title = callout.titleText(lesson: lesson.number, lesson.words)
      default: return
      }
      guard let anchor = places[block.range.lowerBound], let place = copy.contents.firstIndex(where: { $0.anchor == anchor })
      else { return }
      copy.contents[place].title = title
    }
    return copy
  }

  /// The addresses that an author may have meant.
  package var known: [String] { contents.map(\.anchor) + blocks.sorted() }

  /// The heading or exercise above a line; nil above the first.
  package func section(ofLine line: Int) -> Entry? {
    // Footnotes stand at the end of the document wherever they stand in the file.
    contents.filter { $0.line <= line }.max { $0.line < $1.line }
  }

  private mutating func add(_ block: SwiftBlock, of lesson: Lesson) {
    let anchor = claim(block.name)
    places[block.range.lowerBound] = anchor
    blocks.append(anchor)
    let figure = lesson.figureTitle(of: block)
    names[anchor] = Name(figure ?? lesson.words(.blockNamed, block.name), hasNote: figure != nil)
  }

  /// The terms of a glossary; the letters that they stand under come after them.
  private mutating func addTerms(of lesson: Lesson) {
    var shorter: [String: [String]] = [:]
    for entry in lesson.glossary {
      let anchor = claim(Self.words(entry.term))
      places[entry.offset] = anchor
      blocks.append(anchor)
      names[anchor] = Name(entry.term, hasNote: true)
      for name in entry.names.dropFirst() { shorter[Self.words(name), default: []].append(anchor) }
    }
    aliases = shorter.compactMapValues { $0.count == 1 ? $0[0] : nil }
  }

  /// The words of a title; none where a link in it takes its own from elsewhere.
  private static func title(_ inlines: [Inline]) -> String {
    var isWhole = true
    inlines.walk { if case .link(let link) = $0, link.isWordless || link.takesWords { isWhole = false } }
    return isWhole ? inlines.plainText : ""
  }

  /// An address that is not taken yet; the second of a kind ends in `-1`.
  private mutating func claim(_ wanted: String) -> String {
    let base = wanted.isEmpty ? "section" : wanted
    var candidate = base
    var count = counts[base, default: 0]
    while used.contains(candidate) {
      count += 1
      candidate = "\(base)-\(count)"
    }
    counts[base] = count
    used.insert(candidate)
    return candidate
  }

  /// Lower case, blanks as hyphens, no punctuation; composed, so that both ways to write `é` give one address.
  package static func words(_ title: String) -> String {
    var anchor = ""
    for scalar in title.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
      if scalar == " " {
        anchor += "-"
      } else if scalar == "-" || scalar == "_" || scalar.properties.isAlphabetic || scalar.properties.numericType != nil
        || scalar.properties.generalCategory == .nonspacingMark
      {
        anchor.unicodeScalars.append(scalar)
      }
    }
    return anchor
  }
}

extension Anchors: ByteCodable {
  /// As the links of other lessons see them: no places in the text, which change with every line.
  package func write(to writer: inout ByteWriter) {
    writer.write(contents.count)
    for entry in contents {
      writer.write(entry.level)
      writer.write(entry.title)
      writer.write(entry.anchor)
    }
    writer.write(moved.keys.sorted())
    writer.write(moved.keys.sorted().compactMap { moved[$0] })
    writer.write(used.sorted())
    writer.write(blocks)
    writer.write(aliases.keys.sorted())
    writer.write(aliases.keys.sorted().compactMap { aliases[$0] })
    writer.write(names.count)
    for (anchor, name) in names.sorted(by: { $0.key < $1.key }) {
      writer.write(anchor)
      writer.write(name.text)
      writer.write(name.hasNote)
    }
    writer.write(title)
  }

  package init(from reader: inout ByteReader) throws(ByteFault) {
    for _ in 0..<(try reader.count()) {
      contents.append(Entry(level: try reader.read(), title: try reader.read(), anchor: try reader.read(), line: 0))
    }
    moved = try Self.table(&reader)
    used = Set(try reader.read([String].self))
    blocks = try reader.read()
    aliases = try Self.table(&reader)
    for _ in 0..<(try reader.count()) {
      let anchor = try reader.read(String.self)
      names[anchor] = Name(try reader.read(), hasNote: try reader.read())
    }
    title = try reader.read()
  }

  private static func table(_ reader: inout ByteReader) throws(ByteFault) -> [String: String] {
    let (keys, values) = (try reader.read([String].self), try reader.read([String].self))
    guard keys.count == values.count else { throw ByteFault() }
    return Dictionary(zip(keys, values)) { $1 }
  }
}
