/// Where the links of a course lead: to its lessons, to files beside them, or outside.
package struct CourseLinks: Sendable, Equatable {
  package enum Target: Sendable, Equatable {
    /// A whole address outside the course, as the page writes it.
    case outside(String)
    /// A place in the lesson itself; empty for its top.
    case here(anchor: String)
    /// A lesson, or a place in it; the place as it is after what was left out has been gone around, nil for the page's top.
    case lesson(slug: String, anchor: String?)
    /// A file beside the lessons that the page needs, relative to the course.
    case file(String)
    /// The lessons of a folder, by its path from the course; empty for all of them.
    case lessons(folder: String)
    /// A folder beside a README, which a forge shows and no site has.
    case folder(String)
    case dead(String)
    /// What a page must not have as an address, and shows the words of alone.
    case unsafe(String)
    /// What leads out of the course through its folders, or can lead nowhere.
    case astray(String)
  }

  /// The anchors of each lesson, by slug.
  private var lessons: [String: Anchors]
  /// Their slugs and those of the refused, sorted.
  private var slugs: [String]
  /// Lessons that exist and could not be read.
  private var refused: Set<String>
  private var drafts: Set<String>
  private var neighbors: [String: CourseNeighbor]

  /// - Parameter anchors: The anchors of a lesson.
  package init(_ course: Course, _ anchors: (Lesson) -> Anchors = { Anchors($0) }) {
    self.init(
      Dictionary(course.lessons.readable.map { ($0.slug, anchors($0)) }) { $1 },
      drafts: course.lessons.filter(\.isDraft).map(\.slug),
      neighbors: course.neighbors)
    for case .refused(let lesson) in course.lessons { refused.insert(lesson.slug) }
    slugs = (slugs + refused).sorted()
  }

  /// Links among lessons that can all be read.
  package init(_ lessons: [String: Anchors], drafts: [String], neighbors: [String: CourseNeighbor]) {
    slugs = lessons.keys.sorted()
    self.lessons = lessons
    refused = []
    self.drafts = Set(drafts)
    self.neighbors = neighbors
  }

  /// The path of a file beside the lessons that a destination may name; nil where it names a lesson or leads elsewhere.
  ///
  /// - Parameter slug: The lesson that it is written in.
  package static func pathBeside(of destination: String, in slug: String) -> String? {
    guard lesson(of: destination, in: slug) == nil, let path = path(of: destination, in: slug), !path.isEmpty else {
      return nil
    }
    return path
  }

  /// The lesson that a destination names, by its slug, whether there is one or not; nil where it names none.
  package static func lesson(of destination: String, in slug: String) -> String? {
    guard let path = path(of: destination, in: slug), path.hasSuffix(".md") else { return nil }
    return String(path.dropLast(3))
  }

  /// The anchors of a lesson that could be read.
  package func anchors(of slug: String) -> Anchors? { lessons[slug] }

  /// Where a destination written in a lesson leads.
  package func target(of destination: String, in slug: String) -> Target {
    if destination.utf8.count > 4_096 { return .unsafe("this address is longer than 4096 bytes") }
    if destination.hasPrefix("#") {
      return anchor(String(destination.dropFirst()), in: slug) { .here(anchor: $0) }
    }
    if let scheme = Self.scheme(of: destination) {
      guard ["http", "https", "mailto"].contains(scheme) else {
        if scheme == "doc" {
          return .unsafe(
            "'\(destination)' is a link of DocC, which leads nowhere in a page; write `\(destination.dropFirst(4))` as code, or the address"
          )
        }
        if scheme == "lang" {
          return .unsafe("'\(destination)' names no language for words that are there; write '[mot juste](lang:fr)'")
        }
        if Suggestion.nearest(to: scheme, in: ["swift"]) != nil {
          return .dead("this is no value, for its address does not begin with 'swift:'; did you mean 'swift'?")
        }
        return .unsafe("a link with the scheme '\(scheme)' is not let through; use http, https or mailto")
      }
      if scheme != "mailto", let fault = WebAddress.fault(of: destination) { return .astray(fault) }
      return .outside(WebAddress.completed(destination))
    }
    if destination.hasPrefix("//") || destination.hasPrefix("\\") || destination.hasPrefix("/") {
      return .astray("this address leaves the course; write one relative to the lesson, or a whole one with https")
    }
    guard let path = Self.path(of: destination, in: slug) else { return .astray("this address leaves the course") }
    if destination.isEmpty { return .dead("this link has no address") }
    if path.hasSuffix(".md") {
      let parts = destination.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      return lesson(String(path.dropLast(3)), anchor: parts.count > 1 ? String(parts[1]) : nil, from: slug)
    }
    return beside(path, slug)
  }

  /// What the place is called that a destination leads to: by its number or its title.
  ///
  /// - Returns: Nil for what is not of the lessons, and for a place that has neither.
  package func name(of destination: String, in slug: String) -> Anchors.Name? {
    switch target(of: destination, in: slug) {
    case .here(let anchor): lessons[slug]?.name(of: anchor)
    // One that cannot be read has its errors told elsewhere.
    case .lesson(let slug, let anchor): lessons[slug].map { $0.name(of: anchor ?? "") } ?? Anchors.Name(slug)
    case .outside, .file, .lessons, .folder, .dead, .unsafe, .astray: nil
    }
  }

  /// The path from the course's folder that a destination names, where it may name a file beside the lessons; nil where it
  /// leaves the course or is no path at all.
  ///
  /// Who reads a course looks there for the files that its lessons need.
  ///
  /// - Parameter slug: The lesson that it is written in, from whose folder it leads.
  package static func path(of destination: String, in slug: String) -> String? {
    guard destination.utf8.count <= 4_096, !destination.hasPrefix("#"), scheme(of: destination) == nil,
      !destination.hasPrefix("/"), !destination.hasPrefix("\\")
    else { return nil }
    let path = WebAddress.decoded(String(destination.prefix { $0 != "#" }))
    if path.contains("\\") || path.contains("\0") { return nil }
    if destination.isEmpty { return "" }
    var parts = slug.split(separator: "/").dropLast()
    var names = path.split(separator: "/", omittingEmptySubsequences: false)
    // A folder may be written with a stroke at its end.
    if names.last?.isEmpty == true { names.removeLast() }
    for part in names where part != "." {
      if part != ".." { parts.append(part) } else if parts.popLast() == nil { return nil }
    }
    return parts.joined(separator: "/")
  }

  /// A file, a folder of lessons, or any folder where the text is read where folders can be opened.
  private func beside(_ path: String, _ slug: String) -> Target {
    let neighbor = path.isEmpty ? .folder : neighbors[path]
    switch neighbor {
    case .file: return .file(path)
    case .folder where !Course.isLessonName(slug + ".md"): return .folder(path)
    case .folder, nil:
      if lessons[path + "/index"] != nil { return lesson(path + "/index", anchor: nil, from: slug) }
      let isShown = { (lesson: String) in (path.isEmpty || lesson.hasPrefix(path + "/")) && !drafts.contains(lesson) }
      if lessons.keys.contains(where: isShown) { return .lessons(folder: path) }
      if neighbor != nil {
        return .dead("'\(path)' is a folder without lessons, which the site does not show; link to a file in it")
      }
      let page = path.hasSuffix(".html") ? String(path.dropLast(5)) : ""
      let advice =
        lessons[page] == nil ? "" : "; a lesson is linked to by its file: write '\(LessonPath.file(of: page)).md'"
      return .dead("there is no file '\(path)' beside the lesson" + advice)
    case .outside:
      return .astray("'\(path)' is a symbolic link that leads out of the course; put a copy beside the lesson")
    case .special: return .dead("'\(path)' is no regular file, so it is not read")
    }
  }

  /// - Parameter other: The lesson that the link is written in.
  private func lesson(_ slug: String, anchor wanted: String?, from other: String) -> Target {
    if refused.contains(slug) { return .lesson(slug: slug, anchor: nil) }
    if drafts.contains(slug) { return .dead("'\(slug).md' is a draft, which the site does not have") }
    guard lessons[slug] != nil else {
      if neighbors[slug + ".md"] != nil { return beside(slug + ".md", other) }
      if let found = LessonNames(slugs).slug(String(LessonPath.file(of: slug))) {
        let way = WebAddress.way(from: other, to: found + ".md")
        return .dead("there is no lesson '\(slug).md'; did you mean '\(way)'?")
      }
      return .dead("there is no lesson '\(slug).md'\(suggestion(for: slug, from: other))")
    }
    guard let wanted else { return .lesson(slug: slug, anchor: nil) }
    return anchor(wanted, in: slug) { .lesson(slug: slug, anchor: $0) }
  }

  /// Names the lesson that is called most like it, as a link has it.
  private func suggestion(for slug: String, from other: String) -> String {
    guard let near = Suggestion.nearest(to: slug, in: slugs) else { return Suggestion.clause(for: slug, in: slugs) }
    return "; did you mean '\(WebAddress.way(from: other, to: near + ".md"))'?"
  }

  private func anchor(_ written: String, in slug: String, _ target: (String) -> Target) -> Target {
    let anchor = WebAddress.decoded(written)
    guard let anchors = lessons[slug], !anchor.isEmpty else { return target(anchor) }
    if let known = anchors.target(of: anchor) { return target(known) }
    let suggestion = Suggestion.nearest(to: anchor, in: anchors.known).map { "; did you mean '#\($0)'?" } ?? ""
    return .dead("there is no '#\(anchor)' in '\(slug).md'\(suggestion)")
  }

  private static func scheme(of text: String) -> String? {
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
}

extension Lesson {
  /// The paths beside the lessons that its links and images name, from the course's folder.
  package var pathsBeside: [String] { linkDestinations.compactMap { CourseLinks.pathBeside(of: $0, in: slug) } }

  /// The lessons that its links name, by their slugs, whether these are there or not.
  package var linkedLessons: [String] { linkDestinations.compactMap { CourseLinks.lesson(of: $0, in: slug) } }
}
