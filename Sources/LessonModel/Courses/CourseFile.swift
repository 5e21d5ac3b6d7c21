/// `course.yml`: what all lessons of a course share.
package struct CourseFile: Sendable, Equatable {
  package var title: String?
  package var description: String?
  package var language = "en"
  /// What pages say otherwise than their language has it.
  package var words: [Phrase: String] = [:]
  package var authors: [String] = []
  package var repository: String?
  /// The address at which the site is published, ending in a slash; without it no sitemap can be written.
  package var siteAddress: String?
  package var parts: [Part] = []
  package var references: [Reference] = []
  /// Whether a mistake of the file hides references, so that nobody knows all that may be cited.
  package var hidesReferences = false
  /// How many numbers nobody need compute.
  package var unbound = UnboundAllowance.any
  package var chartsFirst = ChartForm.text
  /// Which wrong number of a source the first page leads with.
  package var example = Example.first
  /// Whether pages have the marks of print where the lessons have those of a typewriter.
  package var setsTypography = true
  package var swift = SwiftSettings()
  /// The package whose products lessons may import; nil where there is none.
  package var packagePlace: PackagePlace?

  package init(
    title: String? = nil, description: String? = nil, language: String = "en", authors: [String] = [],
    repository: String? = nil, siteAddress: String? = nil, parts: [Part] = [], references: [Reference] = [],
    chartsFirst: ChartForm = ChartForm.text, swift: SwiftSettings = SwiftSettings(),
    packagePlace: PackagePlace? = nil
  ) {
    self.title = title
    self.description = description
    self.language = language
    self.authors = authors
    self.repository = repository
    self.siteAddress = siteAddress
    self.parts = parts
    self.references = references
    self.chartsFirst = chartsFirst
    self.swift = swift
    self.packagePlace = packagePlace
  }

  /// A titled group of lessons.
  package struct Part: Sendable, Equatable {
    package var title: String
    package var lessons: [FrontMatter.Required]

    package init(title: String, lessons: [FrontMatter.Required]) {
      self.title = title
      self.lessons = lessons
    }
  }

  /// A published number that is wrong, as an example of what a course does.
  package enum Example: Sendable, Equatable {
    /// The first that has evidence, in the order of the course.
    case first
    /// The first of the source with this key.
    case source(String)
    case none
  }

  package enum ChartForm: String, Sendable, Equatable { case text, svg }
}

extension CourseFile {
  /// What its pages say.
  package var pageWords: PageWords { PageWords(language, own: words) }

  /// The marks of print in its language; nil where those of the lessons are to stay.
  package var typography: Typography? { setsTypography ? Typography(language) : nil }

  /// The settings of a lesson's Swift: its own, with gaps filled from the course.
  package func settings(of lesson: Lesson) -> SwiftSettings { lesson.frontMatter.swift.merged(over: swift) }
}
