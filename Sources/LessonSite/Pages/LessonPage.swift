package import LessonModel

/// The page of one lesson.
package enum LessonPage {
  /// - Parameters:
  ///   - text: The lesson's text with its results woven in.
  ///   - swift: The version of the compiler that the lesson ran with.
  package static func page(
    _ woven: WovenLesson, _ text: LessonText, styles: [PageShell.Style], swift: String?, in shell: PageShell
  ) -> SiteFile {
    let charts = text.hasDrawings ? chartsSwitch(shell.file, shell.words) : nil
    var main = LessonLead.html(
      woven, heading: heading(text, woven.lesson, level: 1), swift: swift, charts: charts, shell.contents)
    main += errorSummary(woven, .page(of: woven.lesson.slug))
    main += contents(woven.anchors, shell.words)
    main += "<div class=\"text\">\n\(text.text)</div>\n"
    main += tally(woven)
    let program = woven.exploration?.module.name
    let scripts: [PageShell.Script] = program != nil || styles.contains(.trace) ? [.touch(program: program)] : []
    return page(
      .readable(woven.lesson), main, styles: styles, scripts: scripts, isWhole: woven.proof.isWhole, in: shell)
  }

  /// The page of a lesson that could not be read: what is wrong with it.
  package static func page(_ refused: RefusedLesson, in shell: PageShell) -> SiteFile {
    page(
      .refused(refused),
      "<h1>\(refused.slug)</h1>\n" + errorSummary(refused.diagnostics, shell.words, .page(of: refused.slug)) { _ in nil },
      styles: [],
      isWhole: false,
      in: shell)
  }

  /// The lesson as the book has it.
  ///
  /// - Parameter writer: What the text was written with.
  package static func chapter(
    _ woven: WovenLesson, _ text: LessonText, _ writer: AddressWriter, styles: [PageShell.Style]
  ) -> BookPage.Chapter {
    let lesson = woven.lesson
    let summary: HTML = lesson.frontMatter.summary.map { "<p class=\"summary\">\($0)</p>\n" } ?? ""
    let number: HTML =
      ReadLesson.readable(lesson).number.map { "<p class=\"chapter-number\">\(lesson.words(.lessonNumber, $0))</p>\n" } ?? ""
    // The letters of a glossary would fill a page of contents and say nothing.
    let sections = woven.anchors.contents.filter { $0.level == 2 && !lesson.isGlossary }.map { entry in
      BookPage.Chapter.Section(title: entry.title, anchor: String(writer.here(entry.anchor).dropFirst()))
    }
    return BookPage.Chapter(
      slug: lesson.slug, title: lesson.title, anchor: AddressWriter.chapter(lesson.slug), sections: sections, styles: styles,
      html: "<header class=\"chapter-head\">\n" + number + heading(text, lesson, level: writer.level(1)) + summary
        + "</header>\n" + errorSummary(woven, writer) + text.text)
  }

  private static func page(
    _ read: ReadLesson, _ main: HTML, styles: [PageShell.Style], scripts: [PageShell.Script] = [], isWhole: Bool,
    in shell: PageShell
  ) -> SiteFile {
    let shell = shell.from(root: AddressWriter.root(of: read.slug))
    let summary: String? = if case .readable(let lesson) = read { lesson.frontMatter.summary } else { nil }
    // Where nothing is computed, nothing is claimed.
    let isSilent =
      if case .readable(let lesson) = read { isWhole && lesson.blocks.isEmpty && lesson.values.isEmpty } else { false }
    return SiteFile(
      path: "lessons/\(read.slug).html",
      html: shell.html(
        title: read.title, description: summary, address: "lessons/" + AddressWriter.page(named: read.slug), lesson: read.slug,
        navigation: shell.navigation(lesson: read.slug),
        main: shell.breadcrumb(of: read.slug) + main + lastLine(read, shell)
          + shell.neighbors(of: read.slug),
        styles: styles, scripts: scripts, claim: isSilent ? .silent : .page(isWhole: isWhole)))
  }

  /// The heading that the page begins with: the author's own where the text begins with one.
  private static func heading(_ text: LessonText, _ lesson: Lesson, level: Int) -> HTML {
    text.heading ?? "<h\(level)>\(lesson.title)</h\(level)>\n"
  }

  /// Where the list of what is wrong stands.
  static let errors = "page:errors"

  private static func errorSummary(_ woven: WovenLesson, _ writer: AddressWriter) -> HTML {
    if woven.proof.errors > 0 || woven.proof.isWhole {
      return errorSummary(woven.diagnostics, woven.lesson.words, writer) { place(of: $0, in: woven).map(writer.here) }
    }
    let sentence = woven.lesson.words.counted(
      woven.proof.unproven, one: .resultsNotComputedOnce, many: .resultsNotComputed)
    return "<div class=\"error\" role=\"note\" id=\"\(writer.id(errors))\"><p><strong>\(sentence)</strong></p></div>\n"
  }

  /// The place in the page where an error is shown, or is nearest to: the value or the block that it stands in, else its section.
  private static func place(of error: Diagnostic, in woven: WovenLesson) -> String? {
    let place = error.position
    if let value = woven.values.first(where: { $0.value.position == place }) { return value.anchor }
    if let cell = woven.cells.first(where: { woven.lesson.lines(of: $0.block).contains(place.line) }) { return cell.anchor }
    return woven.anchors.section(ofLine: place.line)?.anchor
  }

  /// What is wrong with the lesson as a whole, and where to find the rest.
  ///
  /// - Parameter address: Where an error is shown in the page.
  private static func errorSummary(
    _ diagnostics: [Diagnostic], _ words: PageWords, _ writer: AddressWriter, at address: (Diagnostic) -> String?
  ) -> HTML {
    let errors = diagnostics.filter { $0.severity == .error }
    if errors.isEmpty { return "" }
    let sentence = words.counted(errors.count, one: .lessonHasError, many: .lessonHasErrors)
    var html: HTML =
      "<div class=\"error\" role=\"note\" id=\"\(writer.id(Self.errors))\"><p><strong>\(sentence)</strong></p>\n<ul>\n"
    for error in errors.prefix(50) {
      let place = words(.place, "\(error.position.line)", "\(error.position.column)", error.kind.rawValue)
      let link = address(error).map { address -> HTML in "<a class=\"place\" href=\"\(address)\">\(place)</a>" }
      html += "<li>\(error.message) \(link ?? "<span class=\"place\">\(place)</span>")</li>\n"
    }
    if errors.count > 50 { html += "<li>\(words(.andMore, errors.count - 50))</li>\n" }
    return html + "</ul></div>\n"
  }

  /// The sections of the page, beside the text where there is room and folded above it where there is none.
  private static func contents(_ anchors: Anchors, _ words: PageWords) -> HTML {
    let entries = anchors.contents.filter { $0.level == 2 || $0.level == 3 }
    if entries.count < 2 { return "" }
    let title = words[.onThisPage]
    var html: HTML = "<nav class=\"contents\" aria-label=\"\(title)\"><details><summary>\(title)</summary>\n<ol>\n"
    for entry in entries {
      let level: HTML = entry.level == 3 ? " class=\"deep\"" : ""
      html += "<li\(level)><a href=\"#\(WebAddress.encoded(entry.anchor))\">\(entry.title)</a></li>\n"
    }
    return html + "</ol></details></nav>\n"
  }

  /// One switch for all charts of the page; style alone does the switching.
  private static func chartsSwitch(_ file: CourseFile, _ words: PageWords) -> HTML {
    let isOn: HTML = file.chartsFirst == .svg ? " checked" : ""
    return "<label class=\"charts-switch\"><input type=\"checkbox\"\(isOn)> \(words[.chartsAsDrawings])</label>"
  }

  /// Whose the numbers of the page are, and where each is accounted for.
  private static func tally(_ woven: WovenLesson) -> HTML {
    let counts = woven.counts
    if counts == Counts() { return "" }
    let (lesson, words) = (woven.lesson, woven.lesson.words)
    var html: HTML = "\(LedgerPage.sentence(counts, words))"
    if !woven.values.isEmpty {
      let address = AddressWriter.root(of: lesson.slug) + "numbers/" + lesson.file
      html += "\(words[.sentenceGap])\(words.html(.howNumbers, "<a href=\"\(address)\">\(words[.howNumbersLink])</a>"))"
    }
    return "<p class=\"tally\" id=\"page:tally\">\(html)</p>\n"
  }

  /// What a reader can do at the end: tick the lesson off, mend it, take it along.
  private static func lastLine(_ read: ReadLesson, _ shell: PageShell) -> HTML {
    let words = shell.words
    var html: HTML = """
      <p class="last"><button type="button" class="read js-only" aria-pressed="false">\(words[.markAsRead])</button>

      """
    if let repository = shell.repository {
      html += "<a href=\"\(repository.edit(read.slug + ".md"))\">\(words[.editPage])</a>\n"
    }
    if case .readable(let lesson) = read {
      html += downloads(lesson, shell)
      if let changed = lesson.changed {
        html +=
          "<span>\(words.html(.lastChanged, "<time datetime=\"\(changed)\">\(String(changed.prefix(10)))</time>"))</span>\n"
      }
    }
    return html + "</p>\n"
  }

  private static func downloads(_ lesson: Lesson, _ shell: PageShell) -> HTML {
    let name = WebAddress.encoded(LessonPath.file(of: lesson.slug))
    var links: [HTML] = ["<a href=\"\(name).md\" download>Markdown</a>"]
    if !lesson.blocks.isEmpty { links.append("<a href=\"\(name).ipynb\" download>\(lesson.words[.notebook])</a>") }
    if lesson.sessions.contains("") { links.append("<a href=\"\(name).swift\" download>Swift</a>") }
    if shell.hasPackage, !lesson.sessions.isEmpty {
      links.append("<a href=\"\(shell.root)\(CoursePackage.path)\" download>\(lesson.words[.programsPackage])</a>")
    }
    let data = lesson.dataAlong.map(\.path)
    let writer = AddressWriter.page(of: lesson.slug)
    links += data.prefix(8).map { path -> HTML in "<a href=\"\(writer.file(path))\" download>\(path)</a>" }
    if data.count > 8 { links.append("\(lesson.words(.andMore, data.count - 8))") }
    return "<span class=\"downloads\">\(lesson.words.html(.takeAlong, lesson.words.list(links)))</span>\n"
  }
}

/// The head of a lesson: what it is called, what it is about, what it needs, how long it takes.
private enum LessonLead {
  /// - Parameters:
  ///   - heading: The heading of the page.
  ///   - charts: The switch for all charts of the page.
  package static func html(
    _ woven: WovenLesson, heading: HTML, swift: String?, charts: HTML?, _ contents: CourseContents
  ) -> HTML {
    let front = woven.lesson.frontMatter
    var html: HTML = "<header class=\"lead\">\n\(heading)"
    if let summary = front.summary { html += "<p class=\"summary\">\(summary)</p>\n" }
    if !front.requires.isEmpty { html += requirements(of: woven.lesson, contents) }
    html += facts(woven, swift: swift, charts: charts, minutes: contents[woven.lesson.slug]?.minutes)
    return html + "</header>\n"
  }

  private static func requirements(of lesson: Lesson, _ contents: CourseContents) -> HTML {
    let writer = AddressWriter.page(of: lesson.slug)
    let links: [HTML] = lesson.frontMatter.requires.map(\.slug).map { name in
      guard let entry = contents.entry(named: name) else { return "\(name)" }
      return "<a href=\"\(writer.lesson(entry.slug, anchor: nil))\">\(entry.title)</a>"
    }
    return "<p class=\"requires\">\(lesson.words.html(.needs, lesson.words.list(links)))</p>\n"
  }

  /// Minutes, compiler, and how much of the page a machine has checked.
  private static func facts(_ woven: WovenLesson, swift: String?, charts: HTML?, minutes: Int?) -> HTML {
    let words = woven.lesson.words
    var facts: [HTML] = [
      "\(words.counted(minutes ?? ReadingTime.minutes(of: woven.lesson), one: .minuteOnce, many: .minuteCount))"
    ]
    if !woven.lesson.blocks.isEmpty, let swift { facts.append("\(swift)") }
    let checked = woven.tally.values + woven.tally.outputs + woven.tally.comments
    if !woven.proof.isWhole {
      facts.append("<strong class=\"flaw\">\(woven.proof.flaw(words))</strong>")
    } else if checked > 0 {
      facts.append("<a href=\"#page:tally\">\(words.counted(checked, one: .checkedResultOnce, many: .checkedResultCount))</a>")
    }
    if let charts { facts.append(charts) }
    let items = facts.map { fact -> HTML in "<li>\(fact)</li>" }
    return "<ul class=\"facts\">\(items.joined())</ul>\n"
  }
}
