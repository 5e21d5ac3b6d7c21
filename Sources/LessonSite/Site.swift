package import LessonModel

/// Every file of the finished site, in the order of their paths.
package struct Site: Sendable, Equatable {
  package var files: [SiteFile]
  /// The paths of the files that the last site has as they would be made again: they are carried over.
  package var carried: Set<String>

  package init(files: [SiteFile], carried: Set<String> = []) {
    self.files = files
    self.carried = carried
  }

  /// - Parameters:
  ///   - lessons: One for each lesson that was asked for, in the order of the course.
  ///   - flawedBefore: The lessons that were not asked for and whose pages of the last site say that they are flawed.
  ///   - carriesPackage: Whether nothing that the package of the course is made of has changed since the last site.
  ///   - makeAll: Makes what is made of all lessons, side by side where there is more than one processor.
  package static func site(
    of context: SiteContext, _ lessons: [RenderedLesson], flawedBefore: Set<String> = [], carriesPackage: Bool = false,
    makeAll: ([Making]) -> [[SiteFile]] = { $0.map { $0() } }
  ) -> Site {
    let course = context.course.course
    let shell = context.shell
    let proof = CourseProof(lessons, before: flawedBefore, shell.words)
    let facts = lessons.compactMap(\.facts)
    let neighbors = lessons.reduce(into: Set<String>()) { $0.formUnion($1.neighbors) }
    var carried = lessons.reduce(into: Set<String>()) { $0.formUnion($1.carried) }
    var files = context.theme.files(saying: shell.words, of: proof) + context.mathematics + lessons.flatMap(\.files)
    files.append(
      IndexPage.page(
        in: shell, proof,
        context.course.isWhole ? RefutedExample(facts, context.bibliography, of: shell.file) : nil,
        hasPackage: context.hasPackage))
    files.append(NotFoundPage.page(in: shell))
    // What stands beside the lessons and is called so is the author's.
    let data = lessons.data(among: course.data)
    let beside = Set((neighbors + data.map(\.path)).map { "lessons/" + $0 })
    files += FolderPage.pages(in: shell, proof).filter { !beside.contains($0.path) }
    files += course.theme.files.map { SiteFile(path: "assets/theme/" + $0.path, bytes: $0.bytes) }
    for path in neighbors {
      if case .file(let bytes)? = course.neighbors[path] { files.append(SiteFile(path: "lessons/" + path, bytes: bytes)) }
    }
    // What a link names lies there already; a page stands where it stands.
    let taken = carried.union(files.map(\.path))
    files += data.map { SiteFile(path: "lessons/" + $0.path, bytes: $0.bytes) }.filter { !taken.contains($0.path) }
    if let address = course.file.siteAddress {
      files.append(Sitemap.file(shell.contents, at: address))
      if shell.hasFeed { files.append(Feed.file(shell, at: address)) }
    }
    if context.course.isWhole, context.hasPackage, carriesPackage { carried.insert(CoursePackage.path) }
    files += makeAll(makings(of: context, lessons, data, proof, carriesPackage: carriesPackage)).flatMap { $0 }
    return Site(files: files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }, carried: carried)
  }

  /// Makes some files of a site, whatever else is made.
  package typealias Making = @Sendable () -> [SiteFile]

  /// What is made of all lessons. A build of one lesson leaves it as the last whole build has it, but for the index.
  private static func makings(
    of context: SiteContext, _ lessons: [RenderedLesson], _ data: [SiteFile], _ proof: CourseProof, carriesPackage: Bool
  ) -> [Making] {
    let (course, shell) = (context.course.course, context.shell)
    let search: Making = { searchFiles(of: context.course, lessons, context.bibliography) }
    if !context.course.isWhole { return [search] }
    let facts = lessons.compactMap(\.facts)
    let chapters = lessons.compactMap(\.chapter)
    var makings: [Making] = [
      { [BookPage.page(chapters, proof, in: shell)] }, search,
      { BackMatterPages.pages(facts, proof, context.bibliography, in: shell) },
      { [BookPage.heads(chapters, of: shell.title)] },
    ]
    if course.file.siteAddress != nil { makings.append { [CourseCard.file(facts)] } }
    if context.hasPackage, !carriesPackage {
      makings.append {
        [CoursePackage.file(lessons.flatMap(\.programs), of: course, kit: context.kit, data: data)]
      }
    }
    return makings
  }

  /// The index of all lessons, also of those that did not run this time, for a search finds the whole course; and of those the
  /// texts that results show.
  private static func searchFiles(
    of course: WovenCourse, _ lessons: [RenderedLesson], _ bibliography: Bibliography
  ) -> [SiteFile] {
    if course.isWhole { return [SearchIndex.file(lessons.compactMap(\.index))] }
    let made = Dictionary(lessons.map { ($0.slug, $0.index) }) { first, _ in first }
    var files: [SiteFile] = []
    let pages: [IndexedPage] = course.course.lessons.compactMap { read in
      if let page = made[read.slug] { return page }
      guard case .readable(let lesson) = read, let anchors = course.links.anchors(of: lesson.slug) else { return nil }
      let filled = LinkWords.filled(lesson, course.links).typeset
      let page = SearchPage(filled, anchors.titled(by: filled), bibliography)
      files.append(page.texts)
      return IndexedPage(page)
    }
    return files + [SearchIndex.file(pages)]
  }
}

extension CourseProof {
  /// - Parameters:
  ///   - lessons: The lessons that are made.
  ///   - before: Those of the others whose pages of the last site say that they are flawed.
  init(_ lessons: [RenderedLesson], before: Set<String>, _ words: PageWords) {
    flaws = Dictionary(uniqueKeysWithValues: before.map { ($0, words[.errors]) })
    for lesson in lessons {
      if let proof = lesson.facts?.proof {
        flaws[lesson.slug] = proof.isWhole ? nil : proof.flaw(words)
      } else {
        flaws[lesson.slug] = words[.cannotBeRead]
      }
    }
  }
}
