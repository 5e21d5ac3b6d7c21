/// Where the links of a course lead: to its lessons, to files beside them, or outside.
package struct LinkResolver: Sendable, Equatable {
  package enum Target: Sendable, Equatable {
    /// An address as the page writes it.
    case address(String)
    /// A file beside the lessons that the page needs, relative to the course.
    case file(String)
    /// A folder beside a README, which a forge shows and no site has.
    case folder(String)
    case dead(String)
    case unsafe(String)
  }

  /// The anchors of each lesson, by slug.
  private var lessons: [String: Anchors]
  /// Lessons that exist and could not be read.
  private var unread: Set<String>
  private var drafts: Set<String>
  private var folder: String
  private var repository: RepositoryLinks?

  package init(_ course: Course) {
    var lessons: [String: Anchors] = [:]
    for read in course.lessons { lessons[read.slug] = read.lesson.map(Anchors.init) }
    self.lessons = lessons
    self.drafts = Set(course.lessons.filter(\.isDraft).map(\.slug))
    self.unread = Set(course.lessons.filter { $0.lesson == nil }.map(\.slug))
    self.folder = course.path
    self.repository = RepositoryLinks(course.file.repository, course: course.path)
  }

  /// Where a destination written in a lesson leads.
  package func target(of destination: String, in slug: String) -> Target {
    if destination.utf8.count > 4_096 { return .unsafe("this address is longer than 4096 bytes") }
    if destination.hasPrefix("#") { return anchor(String(destination.dropFirst()), in: slug, page: "") }
    if let scheme = scheme(of: destination) {
      return ["http", "https", "mailto"].contains(scheme)
        ? .address(destination) : .unsafe("a link with the scheme '\(scheme)' is not let through; use http, https or mailto")
    }
    if destination.hasPrefix("//") || destination.hasPrefix("\\") || destination.hasPrefix("/") {
      return .unsafe("this address does not stay in the course; write one relative to the lesson, or a whole one with https")
    }
    let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let path = decoded(parts[0])
    if path.contains("\\") || path.split(separator: "/", omittingEmptySubsequences: false).contains("..") || path.contains("\0")
    {
      return .unsafe("this address leaves the course")
    }
    if path.isEmpty { return .dead("this link has no address") }
    if path.hasSuffix(".md"), !path.contains("/") {
      return lesson(String(path.dropLast(3)), anchor: parts.count > 1 ? parts[1] : nil)
    }
    return beside(path, slug)
  }

  /// A file, or a folder where the text is read where folders can be opened.
  private func beside(_ path: String, _ slug: String) -> Target {
    let found = FileSystem.resolved(folder + "/" + path)
    let isInside = found.hasPrefix(FileSystem.resolved(folder) + "/")
    if isInside, FileSystem.isRegularFile(found) { return .file(path) }
    guard isInside, FileSystem.isFolder(found) else { return .dead("there is no file '\(path)' beside the lesson") }
    if !CourseReader.isLessonName(slug + ".md") { return .folder(path) }
    return .dead("there is no file '\(path)' beside the lesson; it is a folder, which the site does not show")
  }

  private func lesson(_ slug: String, anchor wanted: String?) -> Target {
    if unread.contains(slug) { return .address(page(slug)) }
    if drafts.contains(slug) { return .dead("'\(slug).md' is a draft, which the site does not have") }
    guard lessons[slug] != nil else {
      return .dead("there is no lesson '\(slug).md'\(Suggestion.clause(for: slug, in: lessons.keys.sorted()))")
    }
    return wanted.map { anchor($0, in: slug, page: page(slug)) } ?? .address(page(slug))
  }

  private func anchor(_ written: String, in slug: String, page: String) -> Target {
    let anchor = decoded(written)
    guard let anchors = lessons[slug] else { return .address(page + "#" + encoded(anchor)) }
    if anchor.isEmpty { return .address(page + "#") }
    if let target = anchors.target(of: anchor) { return .address(page + "#" + encoded(target)) }
    let known = anchors.contents.map(\.anchor) + anchors.blocks.values.sorted()
    return .dead(
      "there is no '#\(anchor)' in '\(slug).md'\(Suggestion.nearest(to: anchor, in: known).map { "; did you mean '#\($0)'?" } ?? "")"
    )
  }

  /// Where a line of a lesson's Markdown stands, in words and, where the course has a repository, as an address.
  func source(of slug: String, line: Int) -> (name: String, address: String?) {
    let parent = FileSystem.absolute(folder).split(separator: "/").last.map { $0 + "/" } ?? ""
    return ("\(parent)\(slug).md:\(line)", repository?.line(line, of: slug + ".md"))
  }

  package func page(_ slug: String) -> String { encoded(slug) + ".html" }

  private func scheme(of text: String) -> String? {
    // Blanks and control characters inside a scheme are passed over by browsers, so they are by us.
    let compact = text.unicodeScalars.filter { $0.value > 32 }
    var scheme = ""
    for scalar in compact {
      if scalar == ":" { return scheme.isEmpty ? nil : scheme.lowercased() }
      guard scalar.isASCII,
        scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "+-.".unicodeScalars.contains(scalar)
      else { return nil }
      scheme.unicodeScalars.append(scalar)
    }
    return nil
  }

  private func decoded(_ text: String) -> String {
    var bytes: [UInt8] = []
    let source = Array(text.utf8)
    var index = 0
    while index < source.count {
      if source[index] == UInt8(ascii: "%"), index + 2 < source.count,
        let byte = UInt8(String(decoding: source[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        bytes.append(byte)
        index += 3
      } else {
        bytes.append(source[index])
        index += 1
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Percent-encodes what may not stand in an address.
  package func encoded(_ text: String) -> String { WebAddress.encoded(text) }
}
