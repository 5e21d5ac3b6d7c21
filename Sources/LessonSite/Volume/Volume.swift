package import LessonModel

/// The course as a book for devices: the files of an EPUB 3.3 container.
///
/// Its chapters are those of the book of the site, each in a file of its own, with formulas in MathML and charts as drawings.
/// The same course gives the same bytes: it names no time but that of the last change of its sources.
package enum Volume {
  static let folder = "EPUB/"

  /// What tells one volume from another, and one edition from the next.
  package struct Identity: Sendable, Equatable {
    package var identifier: String
    /// When the sources were last changed, as `2026-11-27T10:00:00Z`; nil where nobody knows.
    package var changed: String?

    package init(identifier: String, changed: String?) {
      self.identifier = identifier
      self.changed = changed
    }
  }

  /// The files of the chapters by slug, numbered in the order of the course.
  package static func chapters(_ context: SiteContext) -> [String: String] {
    let slugs = context.shell.contents.parts.flatMap(\.lessons).map(\.slug).filter(context.chapters.contains)
    let digits = String(slugs.count).count
    let names = slugs.enumerated().map { index, slug in
      let number = String(index + 1)
      return (
        slug, "chapter-" + String(repeating: "0", count: max(2, digits) - min(number.count, max(2, digits))) + number + ".xhtml"
      )
    }
    return Dictionary(names) { first, _ in first }
  }

  /// The container, in the order in which its archive has it: what it is comes first.
  ///
  /// - Parameters:
  ///   - chapters: Those of all lessons that could be read.
  ///   - style: The style sheet.
  package static func files(
    _ chapters: [VolumeChapter], of context: SiteContext, _ identity: Identity, style: [UInt8]
  ) -> [SiteFile] {
    let (shell, course) = (context.shell, context.course.course)
    let known = Dictionary(chapters.map { ($0.slug, $0) }) { first, _ in first }
    let ordered = shell.contents.parts.flatMap(\.lessons).compactMap { known[$0.slug] }
    let proof = CourseProof(
      flaws: Dictionary(
        ordered.filter { !$0.facts.proof.isWhole }.map { ($0.slug, $0.facts.proof.flaw(shell.words)) }
      ) { first, _ in first })
    let references = references(ordered, context.bibliography, shell)
    let contents = VolumePackage.contents(ordered, shell, hasReferences: references != nil)
    let documents =
      [cover(shell), title(shell, proof), contents] + ordered.map(\.document) + [references].compactMap { $0 }
    let pictures = ordered.reduce(into: Set<String>()) { $0.formUnion($1.pictures) }.sorted().compactMap { path -> SiteFile? in
      guard case .file(let bytes)? = course.neighbors[path] else { return nil }
      return SiteFile(path: folder + AddressWriter.volumePictures + path, bytes: bytes)
    }
    let art = SiteFile(path: folder + "cover.svg", text: VolumeCover.drawing(shell, ordered.map(\.facts)))
    let images = [art] + ordered.flatMap(\.drawings) + pictures
    let package = VolumePackage.package(documents, images, identity, shell)
    return [
      SiteFile(path: "mimetype", text: "application/epub+zip"), SiteFile(path: "META-INF/container.xml", text: container),
      SiteFile(path: folder + "package.opf", text: package), SiteFile(path: folder + "volume.css", bytes: style),
    ] + documents.map { $0.file(language: shell.file.language) } + images
  }

  private static let container = """
    <?xml version="1.0" encoding="utf-8"?>
    <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
    <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
    </container>

    """

  private static func cover(_ shell: PageShell) -> VolumeDocument {
    let html: HTML = "<section class=\"cover\" id=\"cover\"><img src=\"cover.svg\" alt=\"\(shell.title)\"/></section>\n"
    return VolumeDocument(name: "cover.xhtml", title: shell.title, part: "cover", text: html.text)
  }

  private static func title(_ shell: PageShell, _ proof: CourseProof) -> VolumeDocument {
    var html: HTML = "<section class=\"title-page\">\n<h1>\(shell.title)</h1>\n"
    if !shell.file.authors.isEmpty { html += "<p class=\"authors\">\(shell.words.list(shell.file.authors))</p>\n" }
    if let description = shell.file.description { html += "<p class=\"summary\">\(description)</p>\n" }
    if let claim = PageClaim.course(proof).text(shell.words) { html += "<p>\(claim)</p>\n" }
    if let address = shell.file.siteAddress { html += "<p><a href=\"\(address)\">\(address)</a></p>\n" }
    return VolumeDocument(
      name: "title.xhtml", title: shell.title, part: "frontmatter titlepage", text: (html + "</section>\n").text)
  }

  /// The sources that the chapters name, in full.
  private static func references(
    _ chapters: [VolumeChapter], _ bibliography: Bibliography, _ shell: PageShell
  ) -> VolumeDocument? {
    let used = chapters.reduce(into: Set<String>()) { $0.formUnion($1.facts.lesson.referenceKeys) }
    let entries = bibliography.entries.filter { used.contains($0.reference.id) }
    if entries.isEmpty { return nil }
    let items = entries.map { entry -> HTML in "<li id=\"\(entry.anchor)\">\(ReferenceText.html(entry, shell.words))</li>\n" }
    let title = shell.words[.references]
    return VolumeDocument(
      name: AddressWriter.volumeReferences, title: title, part: "backmatter bibliography",
      text: VolumeText.xhtml("<section>\n<h1>\(title)</h1>\n<ul class=\"references\">\n\(items.joined())</ul>\n</section>\n"))
  }
}
