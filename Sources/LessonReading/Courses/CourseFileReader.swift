package import LessonModel

/// `course.yml → CourseFile`: reads a course file, collecting what is wrong with it.
package enum CourseFileReader {
  /// The course file, and what is wrong with it; an empty one where it cannot be read.
  package static func read(courseFile source: SourceText) -> (file: CourseFile, diagnostics: [Diagnostic]) {
    var course = CourseFile()
    if let fault = EncodingCheck.fault(in: source) {
      course.hidesReferences = true
      return (course, [fault])
    }
    var diagnostics: [Diagnostic] = []
    let context = YAMLContext(source: source, kind: .courseFile, linesBefore: 0)
    let text = String(decoding: source.bytes, as: UTF8.self)
    guard var keys = YAMLMapping(text, byteLimit: 1 << 20, named: "the course file", in: context, &diagnostics) else {
      course.hidesReferences = diagnostics.errorCount > 0
      return (course, diagnostics)
    }
    course.title = keys.string("title", &diagnostics)
    course.description = keys.string("description", &diagnostics)
    course.language = keys.string("language", &diagnostics) ?? "en"
    course.words = words(&keys, language: course.language, &diagnostics)
    course.authors = keys.strings("authors", &diagnostics)
    course.repository = address("repository", in: &keys, &diagnostics)
    course.siteAddress = address("site-url", in: &keys, &diagnostics).map { $0.hasSuffix("/") ? $0 : $0 + "/" }
    course.parts = list("parts", in: &keys, &diagnostics, part)
    course.references = list("references", in: &keys, &diagnostics, ReferenceReader.read)
    course.hidesReferences =
      keys.node("references").map { $0.items.count > course.references.count } ?? keys.mayMean("references")
    course.unbound = unbound(&keys, &diagnostics)
    if let charts = keys.string("charts", &diagnostics) {
      if let form = CourseFile.ChartForm(rawValue: charts) {
        course.chartsFirst = form
      } else {
        diagnostics.append(
          context.diagnostic(
            "'charts' must be text or svg, not '\(charts)'", at: keys.node("charts")?.position ?? keys.position))
      }
    }
    course.example = example(&keys, course.references, &diagnostics)
    course.setsTypography = keys.bool("typography", &diagnostics) ?? true
    course.swift = SwiftSettingsReader.read(keys.node("swift"), in: context, &diagnostics)
    if let package = keys.string("package", &diagnostics), let position = keys.node("package")?.position {
      if package.isEmpty || package.hasPrefix("/") {
        diagnostics.append(
          context.diagnostic("'package' must be the path of a Swift package from the course, such as '..'", at: position))
      } else {
        course.packagePlace = PackagePlace(path: package, position: context.place(position))
      }
    }
    keys.reportUnknownKeys(&diagnostics)
    reportRepeats(course.references.map(\.id), keys.node("references"), in: context, &diagnostics)
    return (course, diagnostics)
  }

  /// `example: KEY`, a source of which the lessons refute a number, or `false` for none.
  private static func example(
    _ keys: inout YAMLMapping, _ references: [Reference], _ diagnostics: inout [Diagnostic]
  ) -> CourseFile.Example {
    guard let key = keys.string("example", &diagnostics), let position = keys.node("example")?.position else { return .first }
    if key == "false" { return .none }
    if references.contains(where: { $0.id == key }) { return .source(key) }
    diagnostics.append(
      keys.context.diagnostic(
        "'example' must be the key of a reference whose number a lesson shows to be wrong, or false, not '\(key)'"
          + Suggestion.clause(for: key, in: references.map(\.id)), at: position))
    return .first
  }

  /// `unbound: 0`, or a number for each of some lessons.
  private static func unbound(_ keys: inout YAMLMapping, _ diagnostics: inout [Diagnostic]) -> UnboundAllowance {
    guard let node = keys.node("unbound") else { return .any }
    func count(_ node: YAMLNode) -> Int? {
      if case .scalar(let text, _) = node.content, let count = Int(text), count >= 0 { return count }
      diagnostics.append(
        keys.context.diagnostic(
          "'unbound' must be how many numbers nobody need compute, such as 0, or such a number for each lesson",
          at: node.position))
      return nil
    }
    guard case .mapping(let entries) = node.content else { return count(node).map { .each($0) } ?? .any }
    return .ratchet(
      entries.compactMap { entry in
        count(entry.value).map {
          UnboundAllowance.Limit(
            lesson: FrontMatter.Required(slug: entry.key, position: keys.context.place(entry.keyPosition)), count: $0)
        }
      })
  }

  /// What pages say otherwise than their language has it; told where that has nothing.
  private static func words(
    _ keys: inout YAMLMapping, language: String, _ diagnostics: inout [Diagnostic]
  ) -> [Phrase: String] {
    var words: [Phrase: String] = [:]
    if let node = keys.node("words"),
      var given = YAMLMapping(node, named: "'words'", in: keys.context, &diagnostics)
    {
      for phrase in Phrase.allCases {
        guard let place = given.node(phrase.rawValue)?.position, let text = given.string(phrase.rawValue, &diagnostics) else {
          continue
        }
        words[phrase] = text
        for part in phrase.places where !text.contains(part) {
          diagnostics.append(
            keys.context.diagnostic(
              "'\(phrase.rawValue)' must say where \(part) stands, as in '\(phrase.english)'", at: place))
        }
      }
      given.reportUnknownKeys(&diagnostics)
    }
    let missing = Phrase.allCases.filter { words[$0] == nil }
    if PageWords.shipped(language) == nil, let first = missing.first {
      let fault = Link.isLanguage(language) ? "" : "'\(language)' is no tag of a language, as 'de' and 'pt-BR' are: "
      var warning = keys.context.diagnostic(
        fault
          + "pages say \(missing.count) of \(Phrase.allCases.count) phrases in English, for '\(language)' has no words here "
          + "(en and zh have); give them under 'words', as in '\(first.rawValue): …'",
        at: keys.node("language")?.position ?? keys.position)
      warning.severity = .warning
      diagnostics.append(warning)
    }
    return words
  }

  /// A web address, which becomes a link: nothing else may.
  private static func address(_ key: String, in keys: inout YAMLMapping, _ diagnostics: inout [Diagnostic]) -> String? {
    guard let text = keys.string(key, &diagnostics) else { return nil }
    let isPlain = text.unicodeScalars.allSatisfy { $0.value > 32 && !"\"<>?#\\".unicodeScalars.contains($0) }
    let host = ["https://", "http://"].first { text.hasPrefix($0) }.map { text.dropFirst($0.count).prefix { $0 != "/" } }
    if isPlain, let host, !host.isEmpty { return text }
    let position = keys.node(key)?.position ?? keys.position
    diagnostics.append(
      keys.context.diagnostic(
        "'\(key)' must be a whole address such as https://example.org/course, not '\(text)'", at: position))
    return nil
  }

  private static func list<Item>(
    _ key: String, in keys: inout YAMLMapping, _ diagnostics: inout [Diagnostic],
    _ read: (YAMLNode, YAMLContext, inout [Diagnostic]) -> Item?
  ) -> [Item] {
    guard let node = keys.node(key) else { return [] }
    guard case .sequence(let items) = node.content else {
      diagnostics.append(keys.context.diagnostic("'\(key)' must be a list, not \(node.kindName)", at: node.position))
      return []
    }
    return items.compactMap { read($0, keys.context, &diagnostics) }
  }

  private static func part(_ node: YAMLNode, _ context: YAMLContext, _ diagnostics: inout [Diagnostic]) -> CourseFile.Part? {
    guard var keys = YAMLMapping(node, named: "a part", in: context, &diagnostics) else { return nil }
    let before = diagnostics.errorCount
    let title = keys.string("title", &diagnostics)
    let lessons = keys.node("lessons")
    keys.reportUnknownKeys(&diagnostics)
    guard let title, let lessons else {
      // A key that nobody knows may well be the one that is missing.
      if diagnostics.errorCount == before {
        diagnostics.append(context.diagnostic("a part needs a 'title' and a list of 'lessons'", at: node.position))
      }
      return nil
    }
    return CourseFile.Part(title: title, lessons: context.slugs(lessons.items, key: "lessons", &diagnostics))
  }

  private static func reportRepeats(
    _ ids: [String], _ node: YAMLNode?, in context: YAMLContext, _ diagnostics: inout [Diagnostic]
  ) {
    guard case .sequence(let items)? = node?.content else { return }
    var seen: Set<String> = []
    for (id, item) in zip(ids, items) where !seen.insert(id).inserted {
      diagnostics.append(context.diagnostic("the reference '\(id)' is given twice", at: item.position))
    }
  }
}
