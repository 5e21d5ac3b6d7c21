package import LessonModel

/// The list of the lessons in a folder below the course's: where a link to the folder leads, and whoever shortens an address.
package enum FolderPage {
  /// A page for each folder that lessons lie in, and for those around it.
  ///
  /// A lesson that is called `index` is the page of its folder itself.
  package static func pages(in shell: PageShell, _ proof: CourseProof = CourseProof()) -> [SiteFile] {
    let slugs = Set(shell.contents.lessons.map(\.slug))
    return Set(slugs.flatMap(folders)).filter { !slugs.contains($0 + "/index") }.sorted().map { page(of: $0, in: shell, proof) }
  }

  private static func page(of folder: String, in shell: PageShell, _ proof: CourseProof) -> SiteFile {
    let shell = shell.from(root: AddressWriter.root(of: AddressWriter.list(of: folder)))
    let path = "lessons/" + AddressWriter.list(of: folder)
    let title = folder.split(separator: "/").last.map(String.init) ?? folder
    var main: HTML = "<header class=\"lead\">\n<h1>\(title)</h1>\n</header>\n<ol class=\"lessons\">\n"
    for lesson in shell.contents.lessons where lesson.slug.hasPrefix(folder + "/") {
      main += IndexPage.entry(lesson, proof, shell.words, root: shell.root)
    }
    return SiteFile(
      path: path,
      html: shell.html(
        title: title, description: nil, address: WebAddress.encodedPath(path), navigation: shell.navigation(),
        main: main + "</ol>\n", styles: [.index]))
  }

  /// The folders that a lesson lies in, by their paths from the course.
  private static func folders(of slug: String) -> [String] {
    let names = slug.split(separator: "/").dropLast()
    return names.indices.map { names[...$0].joined(separator: "/") }
  }
}
