internal import MarkdownReading

/// Links, pictures, values and words: what stands in a line.
extension LessonBody {
  mutating func enterLink(_ destination: String, _ title: String, role: LessonDocument.Role?) {
    state.linkDepth += 1
    if case .value(let index) = role {
      open(
        ValueRenderer.html(lesson.values[index], report.run.values[index], report.check.values[index], references), closing: "")
      state.skippedDepth = state.closings.count
      return
    }
    let hint: HTML = title.isEmpty ? "" : " title=\"\(title)\""
    switch resolver.target(of: destination, in: lesson.slug) {
    case .address(let address): open("<a href=\"\(address)\"\(hint)>", closing: "</a>")
    case .file(let path):
      files.insert(path)
      open("<a href=\"\(encodedPath(path))\"\(hint)>", closing: "</a>")
    case .folder, .dead, .unsafe: open("<span class=\"dead-link\">", closing: "</span>")
    }
  }

  mutating func enterImage(_ destination: String, _ title: String) {
    let hint: HTML = title.isEmpty ? "" : " title=\"\(title)\""
    state.description = ""
    switch resolver.target(of: destination, in: lesson.slug) {
    case .file(let path):
      files.insert(path)
      open("<img src=\"\(encodedPath(path))\"\(hint) alt=\"", closing: "\">")
    case .address(let address): open("<a href=\"\(address)\"\(hint)>", closing: "</a>")
    case .folder, .dead, .unsafe: open("<span class=\"dead-link\">", closing: "</span>")
    }
  }

  func encodedPath(_ path: String) -> String {
    path.split(separator: "/").map { resolver.encoded(String($0)) }.joined(separator: "/")
  }

  mutating func write(_ text: String) {
    if state.description != nil {
      state.description? += text
    } else if state.linkDepth > 0 {
      html += "\(text)"
    } else {
      html += BareLinks.html(text)
    }
  }
}
