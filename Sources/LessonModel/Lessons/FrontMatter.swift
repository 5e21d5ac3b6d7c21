/// The YAML at the head of a lesson.
package struct FrontMatter: Sendable, Equatable {
  package var title: String?
  package var summary: String?
  package var authors: [String] = []
  package var tags: [String] = []
  /// Slugs of the lessons that come first.
  package var requires: [Required] = []
  package var isDraft = false
  /// Files that its blocks may read.
  package var data: [DataPattern] = []
  package var swift = SwiftSettings()
  /// Where the modules stand that its settings import.
  package var importPlaces: [String: SourcePosition] = [:]
  /// Whether a mistake hides what its programs depend on: settings, or the files that they read.
  package var hidesSettings = false

  package init(
    title: String? = nil, summary: String? = nil, authors: [String] = [], tags: [String] = [], requires: [Required] = [],
    isDraft: Bool = false, data: [DataPattern] = [], swift: SwiftSettings = SwiftSettings()
  ) {
    self.title = title
    self.summary = summary
    self.authors = authors
    self.tags = tags
    self.requires = requires
    self.isDraft = isDraft
    self.data = data
    self.swift = swift
  }

  package struct Required: Sendable, Equatable {
    package var slug: String
    package var position: SourcePosition

    package init(slug: String, position: SourcePosition) {
      self.slug = slug
      self.position = position
    }
  }
}
