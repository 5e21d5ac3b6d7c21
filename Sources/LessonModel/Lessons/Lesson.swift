/// A lesson that was read: its text cut into parts that give the file back byte for byte, and what the parts mean.
package struct Lesson: Sendable, Equatable {
  package var source: SourceText
  /// Its path from the course's folder without `.md`: the lesson's address.
  package var slug: String
  /// What its exercises are numbered by: the digits that its file's name begins with, else its place in the course.
  package var number: Int
  /// Whether that is its place though file names have digits, for those of two lessons are the same.
  package var isCounted = false
  package var frontMatter: FrontMatter
  package var title: String
  package var parts: [LessonPart]
  package var document: [DocumentBlock]
  /// The Swift blocks, in the order of the file.
  package var blocks: [SwiftBlock]
  /// The values in the prose and in captions, in the order of the file.
  package var values: [ProseValue]
  package var citations: [Citation]
  package var marks: [CoverageMark]
  package var formulas: [Formula]
  /// The numbers in its text that nobody computed.
  package var numbers = ProseNumbers()
  /// How numbers are written in its text.
  package var language = NumberLanguage.english
  /// The files that its blocks may read, by their paths from the course.
  package var data: [SiteFile] = []
  /// When it was last changed, as `2026-11-27T10:00:00Z`, by the history of its repository; nil where nobody knows.
  package var changed: String?
  /// What its pages say besides its own text.
  package var words = PageWords.english
  /// The marks that its pages have in the place of those of a typewriter; nil where these are to stay.
  package var typography: Typography? = .english
  /// Addresses of what is left out of the lesson, each with the address to go to instead.
  package var movedAnchors: [String: String] = [:]
  /// Where something was taken out of the text.
  package var removals: [TextRemoval] = []
  /// What is wrong with the text.
  package var diagnostics: [Diagnostic]

  package init(
    source: SourceText, slug: String, number: Int, frontMatter: FrontMatter, title: String, parts: [LessonPart],
    document: [DocumentBlock], blocks: [SwiftBlock], values: [ProseValue], citations: [Citation], marks: [CoverageMark],
    formulas: [Formula], diagnostics: [Diagnostic]
  ) {
    self.source = source
    self.slug = slug
    self.number = number
    self.frontMatter = frontMatter
    self.title = title
    self.parts = parts
    self.document = document
    self.blocks = blocks
    self.values = values
    self.citations = citations
    self.marks = marks
    self.formulas = formulas
    self.diagnostics = diagnostics
  }

  /// The references that it names: in citations and as the sources of published numbers.
  package var referenceKeys: Set<String> { Set(citations.flatMap { $0.items.map(\.key) } + values.compactMap(\.source)) }

  /// The number of a block that has a caption, in words: `Figure 3.2`.
  package func figureTitle(of block: SwiftBlock) -> String? { block.figure.map { words(.figureNumber, "\(number).\($0)") } }

  /// The number of a formula that has a name, in words: `Equation 3.1`.
  package func title(of equation: Formula.Equation) -> String { words(.equationNumber, "\(number).\(equation.number)") }

  /// What a reader may change in its page; the place in this array is the number of a parameter.
  package var parameters: [LessonParameter] { blocks.flatMap(\.attributes.parameters) }

  /// All callouts, in the order in which they begin.
  package var callouts: [Callout] { document.callouts }
}

/// A stretch of the file and what it is.
package struct LessonPart: Sendable, Equatable {
  package enum Kind: Sendable, Equatable {
    case frontMatter
    case prose
    /// A Swift block, fences included.
    case block(Int)
    /// The recorded output of a block, fences included.
    case output(block: Int)
    /// The text between the brackets of a value.
    case value(Int)
  }

  package var kind: Kind
  package var range: Range<Int>

  package init(kind: Kind, range: Range<Int>) {
    self.kind = kind
    self.range = range
  }
}

/// A mark in a lesson that says which row of a syllabus the place after it teaches.
package struct CoverageMark: Sendable, Equatable {
  package var id: String
  package var position: SourcePosition

  package init(id: String, position: SourcePosition) {
    self.id = id
    self.position = position
  }
}

/// A lesson, or why nothing could be made of its file.
package enum ReadLesson: Sendable, Equatable {
  case refused(RefusedLesson)
  case readable(Lesson)

  package var source: SourceText {
    switch self {
    case .refused(let lesson): lesson.source
    case .readable(let lesson): lesson.source
    }
  }

  package var slug: String {
    switch self {
    case .refused(let lesson): lesson.slug
    case .readable(let lesson): lesson.slug
    }
  }

  /// The title, or the file's name where the lesson could not be read.
  package var title: String {
    switch self {
    case .refused(let lesson): lesson.slug
    case .readable(let lesson): lesson.title
    }
  }

  package var diagnostics: [Diagnostic] {
    switch self {
    case .refused(let lesson): lesson.diagnostics
    case .readable(let lesson): lesson.diagnostics
    }
  }

  /// Whether the lesson is checked but kept out of the site.
  package var isDraft: Bool { if case .readable(let lesson) = self { lesson.frontMatter.isDraft } else { false } }

  /// What its author and its readers count it by: the number at the start of the file's name, without zeros before it.
  package var number: String? {
    if case .readable(let lesson) = self, lesson.isCounted { return String(lesson.number) }
    let name = LessonPath.file(of: slug)
    let digits = name.prefix { $0.isASCII && $0.isNumber }
    guard !digits.isEmpty, digits.count < name.count, digits.count <= 4 else { return nil }
    let number = digits.drop { $0 == "0" }
    return number.isEmpty ? "0" : String(number)
  }
}

/// A file of which no lesson could be made.
package struct RefusedLesson: Sendable, Equatable {
  package var source: SourceText
  package var slug: String
  package var diagnostics: [Diagnostic]

  package init(source: SourceText, slug: String, diagnostics: [Diagnostic]) {
    self.source = source
    self.slug = slug
    self.diagnostics = diagnostics
  }
}

extension Sequence<ReadLesson> {
  /// Those that could be read.
  package var readable: [Lesson] {
    compactMap { if case .readable(let lesson) = $0 { lesson } else { nil } }
  }
}
