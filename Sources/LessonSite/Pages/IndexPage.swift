package import LessonModel

/// The first page: what the course is and which lessons it has.
package enum IndexPage {
  /// - Parameters:
  ///   - example: What it leads with.
  ///   - hasPackage: Whether the programs of the lessons can be had as a package.
  package static func page(
    in shell: PageShell, _ proof: CourseProof = CourseProof(), _ example: RefutedExample? = nil, hasPackage: Bool
  ) -> SiteFile {
    var main: HTML = "<header class=\"lead\">\n<h1>\(shell.title)</h1>\n"
    if let description = shell.file.description { main += "<p class=\"summary\">\(description)</p>\n" }
    if !shell.file.authors.isEmpty { main += "<p class=\"authors\">\(shell.file.authors.joined(separator: ", "))</p>\n" }
    if let first = shell.contents.lessons.first {
      main += "<p class=\"begin\"><a href=\"lessons/\(first.file)\">\(shell.words(.beginWith, first.title))</a></p>\n"
    }
    let words = shell.words
    var whole: [HTML] = ["<a href=\"\(BookPage.path)\">\(words[.wholeCoursePage])</a>"]
    if hasPackage { whole.append("<a href=\"\(CoursePackage.path)\" download>\(words[.programsPackage])</a>") }
    main += "<p class=\"whole\">\(words.html(.forPaper, words.list(whole)))</p>\n</header>\n" + flaws(proof, shell)
    if let example { main += example.html(words) }
    for (index, part) in shell.contents.parts.enumerated() {
      if let title = part.title { main += "<h2 id=\"\(CourseContents.Part.anchor(index))\">\(title)</h2>\n" }
      main += "<ol class=\"lessons\">\n"
      for lesson in part.lessons { main += entry(lesson, proof, words) }
      for page in part.pages {
        main += """
          <li><a href="\(page.path)"><span>\(page.title(words))</span></a>
          <span class="summary">\(page.summary(words))</span></li>

          """
      }
      main += "</ol>\n"
    }
    return SiteFile(
      path: AddressWriter.index,
      html: shell.html(
        title: shell.title, description: shell.file.description, address: AddressWriter.index, main: main,
        styles: [.index], scripts: [.index],
        claim: .course(proof)))
  }

  /// The lessons that are not whole, each with the way to what is wrong with it.
  private static func flaws(_ proof: CourseProof, _ shell: PageShell) -> HTML {
    guard let text = PageClaim.course(proof).text(shell.words), !proof.flaws.isEmpty else { return "" }
    var html: HTML = "<div class=\"error\" role=\"note\"><p><strong>\(text)</strong></p>\n<ul>\n"
    for lesson in shell.contents.lessons {
      guard let flaw = proof[lesson.slug] else { continue }
      html += "<li><a href=\"lessons/\(lesson.file)#\(LessonPage.errors)\">\(PageShell.numbered(lesson))</a>: \(flaw)</li>\n"
    }
    return html + "</ul></div>\n"
  }

  /// A lesson in the list.
  static func entry(_ lesson: CourseContents.Entry, _ proof: CourseProof, _ words: PageWords, root: String = "") -> HTML {
    var html: HTML = """
      <li data-lesson="\(lesson.slug)"><a href="\(root)lessons/\(lesson.file)">\(PageShell.numbered(lesson))</a>

      """
    let flaw: HTML? = proof[lesson.slug].map { "<strong class=\"flaw\">\($0)</strong>" }
    let minutes: HTML? = lesson.minutes.map { "\(words(.minutesShort, $0))" }
    let facts = [flaw, minutes].compactMap { $0 }
    if !facts.isEmpty { html += "<span class=\"minutes\">\(facts.joined(by: " "))</span>\n" }
    if let summary = lesson.summary { html += "<span class=\"summary\">\(summary)</span>\n" }
    return html + "</li>\n"
  }
}
