import LessonModel

/// What a device must know of a volume: what it is called, which files it has, in which order they are read.
enum VolumePackage {
  /// The package document.
  static func package(
    _ documents: [VolumeDocument], _ images: [SiteFile], _ identity: Volume.Identity, _ shell: PageShell
  ) -> String {
    var items: [HTML] = ["<item id=\"style\" href=\"volume.css\" media-type=\"text/css\"/>\n"]
    for (index, document) in documents.enumerated() {
      var properties: [String] = document.name == contentsName ? ["nav"] : []
      if document.hasFormulas { properties.append("mathml") }
      let more: HTML = properties.isEmpty ? "" : " properties=\"\(properties.joined(separator: " "))\""
      items.append(
        "<item id=\"text-\(index + 1)\" href=\"\(document.name)\" media-type=\"application/xhtml+xml\"\(more)/>\n")
    }
    for (index, image) in images.enumerated() {
      let path = String(image.path.dropFirst(Volume.folder.count))
      let more: HTML = path == "cover.svg" ? " properties=\"cover-image\"" : ""
      items.append(
        """
        <item id="image-\(index + 1)" href="\(WebAddress.encodedPath(path))" \
        media-type="\(AddressWriter.pictureType(path) ?? "")"\(more)/>

        """)
    }
    let order = documents.indices.map { index -> HTML in "<itemref idref=\"text-\(index + 1)\"/>\n" }
    let html: HTML = """
      <?xml version="1.0" encoding="utf-8"?>
      <package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="\(shell.file.language)">
      <metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
      <dc:identifier id="id">\(identity.identifier)</dc:identifier>
      <dc:title>\(shell.title)</dc:title>
      <dc:language>\(shell.file.language)</dc:language>
      \(metadata(shell))<meta property="dcterms:modified">\(identity.changed ?? "2000-01-01T00:00:00Z")</meta>
      \(access(hasFormulas: documents.contains(where: \.hasFormulas)))</metadata>
      <manifest>
      \(items.joined())</manifest>
      <spine>
      \(order.joined())</spine>
      </package>

      """
    return html.text
  }

  private static func metadata(_ shell: PageShell) -> HTML {
    var html: HTML = ""
    for author in shell.file.authors { html += "<dc:creator>\(author)</dc:creator>\n" }
    if let description = shell.file.description { html += "<dc:description>\(description)</dc:description>\n" }
    if let address = shell.file.siteAddress { html += "<dc:source>\(address)</dc:source>\n" }
    return html
  }

  /// How the volume can be read, in the words of schema.org, as shops and libraries ask for.
  private static func access(hasFormulas: Bool) -> HTML {
    let features =
      ["alternativeText", "readingOrder", "structuralNavigation", "tableOfContents"] + (hasFormulas ? ["MathML"] : [])
    var facts = [("accessMode", "textual"), ("accessMode", "visual"), ("accessModeSufficient", "textual")]
    facts += features.map { ("accessibilityFeature", $0) } + [("accessibilityHazard", "none")]
    return facts.map { name, value -> HTML in "<meta property=\"schema:\(name)\">\(value)</meta>\n" }.joined()
  }

  private static let contentsName = "contents.xhtml"

  /// The list of contents: the parts, their chapters, the sections of these; and where the parts of the book are.
  ///
  /// - Parameter hasReferences: Whether the volume has a list of sources.
  static func contents(_ chapters: [VolumeChapter], _ shell: PageShell, hasReferences: Bool) -> VolumeDocument {
    let title = shell.words[.bookContents]
    let known = Dictionary(chapters.map { ($0.slug, $0) }) { first, _ in first }
    var list: HTML = ""
    for part in shell.contents.parts {
      let entries = part.lessons.compactMap { entry in known[entry.slug].map { (entry, $0) } }
      let items = entries.map(item).joined()
      if entries.isEmpty { continue }
      list += part.title.map { "<li><span>\($0)</span>\n<ol>\n\(items)</ol></li>\n" } ?? items
    }
    if hasReferences { list += "<li><a href=\"\(AddressWriter.volumeReferences)\">\(shell.words[.references])</a></li>\n" }
    let first = chapters.first.map { chapter -> HTML in
      "<li><a epub:type=\"bodymatter\" href=\"\(chapter.document.name)\">\(chapter.document.title)</a></li>\n"
    }
    let html: HTML = """
      <nav epub:type="toc" id="contents" role="doc-toc">
      <h1>\(title)</h1>
      <ol>
      \(list)</ol>
      </nav>
      <nav epub:type="landmarks" hidden="hidden">
      <ol>
      <li><a epub:type="cover" href="cover.xhtml">\(shell.title)</a></li>
      <li><a epub:type="toc" href="\(contentsName)">\(title)</a></li>
      \(first ?? "")</ol>
      </nav>

      """
    return VolumeDocument(name: contentsName, title: title, part: "frontmatter", text: html.text)
  }

  private static func item(_ entry: CourseContents.Entry, _ chapter: VolumeChapter) -> HTML {
    let name = chapter.document.name
    let number: HTML = entry.number.map { "\($0) " } ?? ""
    var html: HTML = "<li><a href=\"\(name)\">\(number)\(entry.title)</a>"
    if !chapter.sections.isEmpty {
      html += "\n<ol>\n"
      for section in chapter.sections { html += "<li><a href=\"\(name)#\(section.anchor)\">\(section.title)</a></li>\n" }
      html += "</ol>"
    }
    return html + "</li>\n"
  }
}
