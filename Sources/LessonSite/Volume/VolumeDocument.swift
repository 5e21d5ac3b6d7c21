import LessonModel

/// A file of the volume with text: a chapter, the list of contents, the references.
struct VolumeDocument: Sendable, Equatable {
  /// The file's name.
  var name: String
  var title: String
  /// Its part in the book, as EPUB names the parts of books.
  var part: String
  /// What its body holds, as XML.
  var text: String

  /// Whether it holds formulas, which the list of the volume's files must tell.
  var hasFormulas: Bool { text.contains("<math ") }

  func file(language: String) -> SiteFile {
    SiteFile(
      path: Volume.folder + name,
      text: """
        <?xml version="1.0" encoding="utf-8"?>
        <!DOCTYPE html>
        <html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="\(language)" \
        xml:lang="\(language)">
        <head>
        <title>\(HTML.escaped(title))</title>
        <link rel="stylesheet" type="text/css" href="volume.css"/>
        </head>
        <body epub:type="\(part)">
        \(text)</body>
        </html>

        """)
  }
}
