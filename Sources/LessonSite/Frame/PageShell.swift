package import LessonModel

/// What all pages share: head, header, footer. The ways between them are in `Navigation.swift`.
package struct PageShell: Sendable, Equatable {
  /// The title of the course.
  package let title: String
  package let file: CourseFile
  /// What pages say.
  package let words: PageWords
  package let theme: CourseTheme
  package let repository: RepositoryLinks?
  package let contents: CourseContents
  /// The way from the page to the site's root: empty or `../`; the whole path for a page that is shown at any address.
  package private(set) var root = ""
  /// Whether readers can take the programs of the lessons along as a package.
  var hasPackage = false
  /// Whether pages are written in as few bytes as they can be; else as they are composed, which is easier to compare.
  package var isShort = true

  /// Only what the site itself holds may load or run: no other host, no script or style inside a page.
  package static let policy =
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
    + "base-uri 'none'; form-action 'none'"

  /// The same for a page whose lesson runs in it: in WebAssembly, beside the page. Nothing more may load.
  package static let livePolicy = policy.replacing(
    "script-src 'self'", with: "script-src 'self' 'wasm-unsafe-eval'; worker-src blob:")

  /// Style that only some pages need, by the name of its sheet.
  package enum Style: String, Sendable, Equatable, CaseIterable {
    /// For the first page.
    case index
    /// For references, errata and numbers.
    case ledger
    /// For errata.
    case errata
    /// For formulas: in a lesson those of the lesson.
    case math
    /// For text that a program printed in color.
    case terminal
    /// For charts and diagrams.
    case charts
    /// For the book.
    case book
    /// The running heads of the book.
    case chapters
    /// For values beside code.
    case trace
    /// For a lesson that its reader may change.
    case alive
    /// For the letters of other languages than English, and for signs among bold and italic words.
    case letters

    /// Whether it is for the text alone, so that the header may be drawn before it is there; else a page has it alone, and it may
    /// choose the faces of all of the page.
    var isForText: Bool {
      switch self {
      case .math, .terminal, .charts, .trace, .alive, .book, .chapters, .letters: true
      case .index, .ledger, .errata: false
      }
    }

    /// The sheet that it stands in: what nearly every lesson needs is loaded at once.
    ///
    /// - Parameter lesson: The slug of the lesson that the page is of.
    func sheet(of lesson: String?) -> String {
      switch self {
      case .alive: Style.charts.rawValue
      case .math: lesson.map { "math/" + WebAddress.encodedPath($0) } ?? rawValue
      case .index, .ledger, .errata, .terminal, .charts, .book, .chapters, .trace, .letters: rawValue
      }
    }
  }

  /// A script that only some pages need.
  package enum Script: Sendable, Equatable {
    /// Leads from the first page to where the reader was.
    case index
    /// Waits for the first touch of what steps through values beside code, or runs the lesson's program, a script of that name, again.
    case touch(program: String?)
  }

  /// The frame of pages at the root of the site.
  ///
  /// - Parameter facts: What there is to know of the lessons, in the order of the course.
  package init(_ course: Course, _ facts: [LessonFacts]) {
    file = course.file.typeset
    title = Typesetter.set(course.title, file.typography)
    words = file.pageWords
    theme = course.theme
    repository = RepositoryLinks(file.repository, folder: course.folderName)
    contents = CourseContents(file, facts)
  }

  /// The same for pages from which the root is reached by another way.
  package func from(root: String) -> PageShell {
    var copy = self
    copy.root = root
    return copy
  }

  /// - Parameters:
  ///   - address: Where the page stands from the root of the site; nil for one that search engines need not tell apart.
  ///   - lesson: The slug of the lesson that the page is of.
  ///   - navigation: The course beside the text; nil where the page itself is a list of all lessons.
  ///   - shortMain: What follows in the text and is in few bytes already, where `main` ends with a whole element.
  ///   - claim: What the foot says of the numbers.
  package func html(
    title: String, description: String?, address: String? = nil, lesson: String? = nil, navigation: HTML? = nil, main: HTML,
    shortMain: [HTML]? = nil, styles: [Style] = [], scripts: [Script] = [], claim: PageClaim = .silent
  ) -> HTML {
    // References and numbers are shown in the face of labels.
    let needsLetters = !styles.contains(.ledger) && !styles.contains(.letters) && PageLetters.needsMore(main)
    let styles = styles + (needsLetters ? [.letters] : [])
    let name = title == self.title ? title : "\(title) · \(self.title)"
    let start: HTML = """
      <!DOCTYPE html>
      <html lang="\(file.language)">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta http-equiv="Content-Security-Policy" content="\(unsafe: Self.policy(for: scripts))">
      <title>\(name)</title>
      \(summary(title, description, address))\
      <meta name="color-scheme" content="light dark">
      <link rel="icon" href="\(icon)">
      \(sheet("site"))\(sheets(styles.filter(isEarly), of: lesson))\(theme.hasStyle ? sheet("theme/style") : "")\
      <script src="\(root)assets/head.js"></script>
      <script src="\(root)assets/site.js" defer></script>
      \(scripts.map(script).joined())\
      \(part(theme.head))</head>
      <body data-root="\(root)"\(lesson.map { " data-lesson=\"\($0)\"" as HTML } ?? "")\(unsafe: claim.isFlawed ? PageClaim.mark : ">")
      <a class="skip" href="#main">\(words[.skip])</a>
      \(header)\(sheets(styles.filter { !isEarly($0) }, of: lesson))<div class="columns\(navigation == nil ? " alone" : "")">
      \(navigation ?? "")<main id="main" tabindex="-1">
      \(main)
      """
    let end: HTML = """
      </main>
      </div>
      \(footer(claim))<div class="unseen status" role="status"></div>
      </body>
      </html>

      """
    return shortMain.map { ([shortened(start)] + $0 + [shortened(end)]).joined() } ?? shortened(start + end)
  }

  /// Whole elements of a page as it writes them.
  func shortened(_ html: HTML) -> HTML { isShort ? ShortMarkup.page(html) : html }

  /// What search engines and previews of links show.
  private func summary(_ title: String, _ description: String?, _ address: String?) -> HTML {
    var html: HTML = ""
    if let description { html += "<meta name=\"description\" content=\"\(description)\">\n" }
    if let site = file.siteAddress, let address {
      html += "<link rel=\"canonical\" href=\"\(Self.whole(address, at: site))\">\n"
    }
    html += "<meta property=\"og:title\" content=\"\(title)\">\n"
    if let description { html += "<meta property=\"og:description\" content=\"\(description)\">\n" }
    return html + published(address)
  }

  private static func policy(for scripts: [Script]) -> String {
    let runs = scripts.contains { if case .touch(program: .some) = $0 { true } else { false } }
    return runs ? livePolicy : policy
  }

  private func script(_ script: Script) -> HTML {
    switch script {
    case .index: "<script src=\"\(root)assets/index.js\" defer></script>\n"
    case .touch(let program):
      "<script src=\"\(root)assets/touch.js\" defer\(program.map { " data-program=\"\(root)assets/\($0)\"" as HTML } ?? "")></script>\n"
    }
  }

  /// The icon of the course's own theme, else that of the tool, which stands in the page: it costs no request.
  private var icon: String {
    theme.files.contains { $0.path == "icon.svg" } ? "\(root)assets/theme/icon.svg" : PageIcon.address
  }

  /// Whether a style stands in the head: all do where a course has its own, which comes last and is for the header as well.
  private func isEarly(_ style: Style) -> Bool { theme.hasStyle || theme.head != nil || !style.isForText }

  private func sheets(_ styles: [Style], of lesson: String?) -> HTML {
    var sheets: [String] = []
    for sheet in styles.map({ $0.sheet(of: lesson) }) where !sheets.contains(sheet) { sheets.append(sheet) }
    return sheets.map(sheet).joined()
  }

  private func sheet(_ name: String) -> HTML { "<link rel=\"stylesheet\" href=\"\(root)assets/\(name).css\">\n" }

  private var header: HTML {
    var html: HTML = "<header class=\"site-header\">\n"
    html += theme.header == nil ? "<a class=\"home\" href=\"\(root)index.html\">\(title)</a>\n" : part(theme.header)
    html += search
    html += """
      <label class="theme js-only"><span>\(words[.theme])</span> <select>\
      <option value="auto">\(words[.themeAuto])</option><option value="light">\(words[.themeLight])</option>\
      <option value="dark">\(words[.themeDark])</option></select></label>

      """
    if let repository { html += "<a class=\"repository\" href=\"\(repository.home)\">\(words[.source])</a>\n" }
    return html + "</header>\n"
  }

  /// The field for searching the course, which needs a script, and the place for what it finds.
  private var search: HTML {
    """
    <div class="search js-only" role="search"><input type="search" id="search" placeholder="\(words[.search])" \
    aria-label="\(words[.searchCourse])" autocomplete="off"><div id="search-results" hidden><p role="status"></p><ul></ul></div></div>

    """
  }

  /// A footer of the course's own stands in the place of ours, but not in that of a warning.
  private func footer(_ claim: PageClaim) -> HTML {
    var html: HTML = "<footer class=\"site-footer\">\n"
    if theme.footer == nil || claim.isFlawed, let text = claim.text(words) { html += "<p>\(text)</p>\n" }
    html += part(theme.footer)
    return html
      + "<p class=\"js-only\"><button class=\"keys\">\(words[.keyboardShortcuts])</button></p>\n</footer>\n"
  }

  /// A part of the course's own theme: its author's HTML, which is let through as it is.
  private func part(_ text: String?) -> HTML {
    guard var text = CourseTheme.part(text, root: root) else { return "" }
    if !text.hasSuffix("\n") { text += "\n" }
    return HTML(unsafe: text)
  }
}
