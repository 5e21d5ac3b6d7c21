extension Lesson {
  /// Those of its data that go where its programs go, to readers. The texts of lessons do not: a site shows these in its own
  /// way or, such as drafts, not at all.
  package var dataAlong: [SiteFile] { data.along }
}

extension [SiteFile] {
  /// Those among the data of lessons that go to readers.
  package var along: [SiteFile] { filter { !$0.path.lowercased().hasSuffix(".md") && $0.path != "course.yml" } }
}
