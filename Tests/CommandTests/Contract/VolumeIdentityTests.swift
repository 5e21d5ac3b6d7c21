import Testing

/// By what a device knows a book again, and tells a newer one.
@Suite struct VolumeIdentityTests {
  /// A volume is stored as it is, so that its package stands in its bytes.
  private func identity(_ course: TemporaryCourse, forStudents: Bool = false) throws -> (identifier: String, changed: String) {
    let made =
      try forStudents
      ? course.lessons("epub", "lessons", "-o", "course.epub", "--without-solutions")
      : course.lessons("epub", "lessons", "-o", "course.epub")
    #expect(made.status == 0, "\(made.error)")
    let text = String(decoding: try course.bytes("course.epub"), as: UTF8.self)
    let identifier = try #require(text.firstMatch(of: /<dc:identifier id="id">(urn:uuid:[-0-9a-f]{36})</)).1
    let changed = try #require(text.firstMatch(of: /<meta property="dcterms:modified">([^<]*)</)).1
    return (String(identifier), String(changed))
  }

  private func commit(_ course: TemporaryCourse, at date: String) throws {
    let made = try LessonsProcess.shell(
      "git init -q . && git add lessons && git commit -q -m x", in: course.folder,
      environment: [
        "PATH": "/usr/local/bin:/usr/bin:/bin", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b", "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@b", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date,
      ])
    try #require(made.status == 0, "\(made.error)")
  }

  @Test func editionsAreTwoBooksAndRevisionsAreOne() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\nText.\n"], courseFile: "title: T\n")
    let (whole, students) = (try identity(course), try identity(course, forStudents: true))
    #expect(whole.identifier != students.identifier)
    #expect(whole.changed == "2000-01-01T00:00:00Z" && students.changed == whole.changed)
    try course.write("# A\n\nOther text.\n", to: "lessons/01-a.md")
    #expect(try identity(course) == whole && identity(course, forStudents: true) == students)
    // Where it is published counts more than what it is called.
    try course.write("title: T\nsite-url: https://e.org/t\n", to: "lessons/course.yml")
    let published = try identity(course)
    try course.write("title: U\nsite-url: https://e.org/t\n", to: "lessons/course.yml")
    #expect(try identity(course) == published && published.identifier != whole.identifier)
  }

  @Test func theLastChangeOfAnySourceIsItsDate() throws {
    let course = try TemporaryCourse(lessons: ["01-a": "# A\n\nText.\n"], courseFile: "title: T\n")
    try commit(course, at: "2026-01-01T12:00:00Z")
    let first = try identity(course)
    #expect(first.changed == "2026-01-01T12:00:00Z")
    try course.write("title: T\ndescription: D\n", to: "lessons/course.yml")
    try commit(course, at: "2026-02-01T12:00:00Z")
    #expect(try identity(course) == (first.identifier, "2026-02-01T12:00:00Z"))
    #expect(try identity(course, forStudents: true).changed == "2026-02-01T12:00:00Z")
  }
}
