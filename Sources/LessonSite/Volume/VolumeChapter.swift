package import LessonModel
import SwiftReading

/// A lesson as a chapter of the volume: its text, its drawings, and which pictures it shows.
package struct VolumeChapter: Sendable, Equatable {
  package var slug: String
  var document: VolumeDocument
  /// Its sections for the list of contents.
  var sections: [BookPage.Chapter.Section]
  var drawings: [SiteFile]
  /// The pictures beside the lessons, by their paths from the course's folder.
  var pictures: Set<String>
  var facts: WovenFacts

  /// - Parameters:
  ///   - chapters: The files of all chapters, by their slugs.
  ///   - swift: How its Swift is read.
  package init(
    _ woven: WovenLesson, among chapters: [String: String], in context: SiteContext, swift: SwiftReadings = .parser
  ) {
    let woven = woven.typeset
    slug = woven.lesson.slug
    facts = WovenFacts(woven)
    let writer = AddressWriter.volume(of: slug, chapters: chapters, site: context.shell.file.siteAddress)
    let contents = CellContents(woven, swift: swift)
    let text = LessonText.rendered(woven, contents, writer, .volume, in: context.texts)
    let chapter = LessonPage.chapter(woven, text, writer, styles: [])
    sections = chapter.sections
    drawings = contents.boundDrawings(named: Volume.folder + writer.drawings, context.palette)
    pictures = text.files.filter { AddressWriter.pictureType($0) != nil }
    let numbers = Self.numbers(woven, context.bibliography, in: chapter.html)
    document = VolumeDocument(
      name: chapters[slug] ?? "", title: chapter.title, part: "bodymatter chapter",
      text: VolumeText.xhtml(chapter.html + numbers))
  }

  /// How each number of the chapter came about: what the ledger of the site tells.
  private static func numbers(_ woven: WovenLesson, _ bibliography: Bibliography, in text: HTML) -> HTML {
    if woven.values.isEmpty { return "" }
    let names = names(in: text)
    var html: HTML = "<section class=\"numbers\">\n<h2 id=\"page:numbers\">\(woven.lesson.words[.chapterNumbers])</h2>\n<ol>\n"
    for (value, note) in zip(woven.values, ValueNotes(woven, bibliography).notes) {
      // The choices of a question are shown without their addresses.
      let shown = woven.lesson.typeset(ValueRenderer.written(value))
      let number: HTML = names.contains(value.anchor) ? "<a href=\"#\(value.anchor)\">\(shown)</a>" : "\(shown)"
      html += "<li id=\"\(AddressWriter.volumeNote(on: value.anchor))\"><p><b>\(number)</b></p>\(note.html)</li>\n"
    }
    return html + "</ol></section>\n"
  }

  /// What can be led to in a text.
  private static func names(in html: HTML) -> Set<String> {
    let behind = html.text.split(separator: " id=\"", omittingEmptySubsequences: false).dropFirst()
    return Set(behind.map { String($0.prefix { $0 != "\"" }) })
  }
}
