import LessonModel

/// What stands in a line: words, links, pictures, values.
extension TextRenderer {
  /// What the place of some words decides.
  struct Setting {
    /// Whether values show their number only: how they came about would betray an answer.
    var showsPlainValues = false
    /// Whether values and citations may be links: not in a heading or in something to click, whose words become a link
    /// elsewhere.
    var linksSources = true
    /// Whether the words are those of a link, which holds no other.
    var isInLink = false

    static let heading = Setting(linksSources: false)
    static let choice = Setting(showsPlainValues: true)
    /// For a note beside a link, which holds none.
    static let note = Setting(showsPlainValues: true, linksSources: false, isInLink: true)
  }

  mutating func inlines(_ inlines: [Inline], _ setting: Setting = Setting()) -> HTML {
    var html: HTML = ""
    for inline in FormulaJoiner.joined(inlines) { html += self.inline(inline, setting) }
    return html
  }

  private mutating func inline(_ inline: Inline, _ setting: Setting) -> HTML {
    switch inline {
    case .text(let text): return setting.isInLink ? "\(text)" : BareLinks.html(text)
    case .softBreak: return "\n"
    case .lineBreak: return "<br>\n"
    case .code(let text): return "<code>\(text)</code>"
    case .html(let tag): return tag.text.hasPrefix("<!--") ? "" : "<code>\(tag.text)</code>"
    case .coverage(let comment): return coverage(comment)
    case .emphasis(let content): return "<em>\(inlines(content, setting))</em>"
    case .strong(let content): return "<strong>\(inlines(content, setting))</strong>"
    case .strikethrough(let content): return "<del>\(inlines(content, setting))</del>"
    case .element(let element): return self.element(element, setting)
    case .link(let link) where link.isGiven: return given(link, setting)
    case .link(let link) where link.language != nil:
      return "<span lang=\"\(link.language ?? "")\">\(inlines(link.content, setting))</span>"
    case .link(let link) where setting.isInLink: return linkWords(link.content, setting)
    // What leads to nothing that has words shows where it leads.
    case .link(let link) where link.content.isEmpty: return linked("\(link.destination)", to: link)
    case .link(let link): return linked(linkWords(link.content, setting), to: link)
    case .image(let image): return self.image(image)
    case .noteReference(let number): return noteReference(number)
    case .formula(let formula): return FormulaRenderer.html(formula.key, context.formulas, form)
    case .value(let link): return value(link, setting)
    case .citation(let citation):
      let isLinked = setting.linksSources && !setting.isInLink
      return CitationRenderer.html(citation, context.bibliography, writer, isLinked: isLinked)
    }
  }

  private mutating func element(_ element: HTMLElement, _ setting: Setting) -> HTML {
    let title: HTML = element.title.map { " title=\"\($0)\"" } ?? ""
    return "<\(element.kind.rawValue)\(title)>\(inlines(element.content, setting))</\(element.kind.rawValue)>"
  }

  private mutating func linkWords(_ content: [Inline], _ setting: Setting) -> HTML {
    var setting = setting
    setting.isInLink = true
    return inlines(content, setting)
  }

  /// A picture with its description in plain words; of one from elsewhere, which no page loads, a link with these words.
  private mutating func image(_ image: Link) -> HTML {
    let description = image.content.plainText
    guard case .file(let path) = context.links.target(of: image.destination, in: woven.lesson.slug) else {
      return linked("\(description)", to: image)
    }
    met.files.insert(path)
    let sizes = [("width", image.size.width), ("height", image.size.height)]
    let size = sizes.map { name, size -> HTML in size.map { " \(name)=\"\($0)\"" } ?? "" }.joined()
    return "<img src=\"\(writer.file(path))\"\(hint(image))\(size) alt=\"\(description)\">"
  }

  private mutating func linked(_ words: HTML, to link: Link) -> HTML {
    guard let address = address(of: link.destination) else { return dead(words) }
    let note: HTML = link.hasNote ? " data-note" : ""
    return "<a href=\"\(address)\"\(hint(link))\(note)>\(words)</a>"
  }

  /// A number that its author gives, with the way to what that means; only where a lesson has values there is such a page.
  private mutating func given(_ link: Link, _ setting: Setting) -> HTML {
    let words = linkWords(link.content, setting)
    if setting.isInLink || setting.showsPlainValues || !setting.linksSources || woven.values.isEmpty { return words }
    return "<a class=\"given\" href=\"\(writer.given)\">\(words)</a>"
  }

  private func hint(_ link: Link) -> HTML { link.title.isEmpty ? "" : " title=\"\(link.title)\"" }

  /// Words that would be a link if it led anywhere.
  private func dead(_ words: HTML) -> HTML { "<span class=\"dead-link\">\(words)</span>" }

  private mutating func address(of destination: String) -> String? {
    switch context.links.target(of: destination, in: woven.lesson.slug) {
    case .outside(let address): return address
    case .here(let anchor): return writer.here(anchor)
    case .lesson(let slug, let anchor): return writer.lesson(slug, anchor: anchor)
    case .file(let path):
      met.files.insert(path)
      return writer.file(path)
    case .lessons(let folder): return writer.lessons(folder: folder)
    case .folder, .dead, .unsafe, .astray: return nil
    }
  }

  private mutating func noteReference(_ number: String) -> HTML {
    let isFirst = met.notes.insert(number).inserted
    let id: HTML = isFirst ? " id=\"\(writer.id("noteref:\(number)"))\"" : ""
    return "<sup><a\(id) href=\"#\(writer.id("note:\(number)"))\" role=\"doc-noteref\">\(number)</a></sup>"
  }

  private mutating func value(_ link: ValueLink, _ setting: Setting) -> HTML {
    // What the reader of the lesson did not take for a value it has told of.
    guard let value = woven.value(link) else { return dead(linkWords(link.content, setting)) }
    return setting.showsPlainValues ? values.plain(value) : values.html(value, isLinked: setting.linksSources)
  }

  /// The addresses of the rows that a comment names, each where it is named first.
  mutating func coverage(_ comment: CoverageComment) -> HTML {
    var html: HTML = ""
    for name in comment.isMark ? comment.names : [] {
      guard let anchor = woven.anchors.marks[name], met.marks.insert(name).inserted else { continue }
      html += "<span id=\"\(writer.id(anchor))\"></span>"
    }
    return html
  }
}

/// A formula in the page: as KaTeX set it, or its TeX where it could not be set.
enum FormulaRenderer {
  static func html(_ key: FormulaKey, _ table: FormulaTable, _ form: TextForm) -> HTML {
    guard let formula = table.formula(key) else {
      return key.isDisplay ? "<code class=\"math display\">\(key.tex)</code>" : "<code class=\"math\">\(key.tex)</code>"
    }
    if form == .volume { return HTML(unsafe: formula.math) }
    // KaTeX's HTML holds line ends inside drawings: it goes into the page as it is.
    if !key.isDisplay, formula.longestPiece <= 20 {
      // A short one stays whole; of a long one a line takes as many pieces as it can.
      let html = HTML(unsafe: formula.html)
      return formula.characters <= 20 ? html : "<span class=\"math-parts\">\(html)</span>"
    }
    let name = key.isDisplay ? "math-display" : "math-long"
    let stop: HTML = mayScroll(key, formula) ? " tabindex=\"0\"" : ""
    return "<span class=\"\(name)\"\(stop)>\(unsafe: formula.html)</span>"
  }

  /// Whether a formula may be wider than a phone: its box then scrolls, and what scrolls must be reached by keyboard.
  private static func mayScroll(_ key: FormulaKey, _ formula: SetFormula) -> Bool {
    let wide = ["space", "quad", "kern", "rule", "tag", "begin", "phantom"]
    return formula.characters > 16 || wide.contains { key.tex.contains($0) }
  }
}
