/// `course.yml`: what all lessons of a course share.
package struct CourseFile: Sendable, Equatable {
  package var title: String?
  package var description: String?
  package var language = "en"
  package var authors: [String] = []
  package var repository: String?
  /// The address at which the site is published, ending in a slash; without it no sitemap can be written.
  package var siteAddress: String?
  package var parts: [Part] = []
  package var references: [Reference] = []
  package var chartsFirst = ChartForm.text
  package var swift = SwiftSettings()

  /// A titled group of lessons.
  package struct Part: Sendable, Equatable {
    package var title: String
    package var lessons: [FrontMatter.Required]
  }

  package enum ChartForm: String, Sendable, Equatable { case text, svg }
}
