internal import MarkdownReading

/// Links, pictures, values and words: what stands in a line.
extension LessonBody {
  mutating func enterLink(_ destination: String, _ title: String, role: LessonDocument.Role?) {
    if case .value(let index) = role {
      let row = ledger.values[index]
      // The words of a heading become a link in lists of contents, and a link holds no other.
      let shown = state.showsPlainValues ? values.plain(row) : values.html(row, isLinked: !state.isInHeading)
      open(state.description == nil ? shown : "", closing: "")
      state.skippedDepth = state.closings.count
      return
    }
    state.linkDepth += 1
    let hint: HTML = title.isEmpty ? "" : " title=\"\(title)\""
    switch resolver.target(of: destination, in: lesson.slug) {
    case .address(let address): open("<a href=\"\(address)\"\(hint)>", closing: "</a>")
    case .file(let path):
      files.insert(path)
      open("<a href=\"\(encodedPath(path))\"\(hint)>", closing: "</a>")
    case .dead, .unsafe: open("<span class=\"dead-link\">", closing: "</span>")
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
    case .dead, .unsafe: open("<span class=\"dead-link\">", closing: "</span>")
    }
  }

  /// Writes what is no leaf of Markdown: a citation, a mark of coverage.
  mutating func leafOfOurs(_ role: LessonDocument.Role?) -> Bool {
    switch role {
    case .citation(let index):
      let isLinked = state.linkDepth == 0 && !state.isInHeading
      html += CitationRenderer.html(lesson.citations[index], values.bibliography, root: "../", isLinked: isLinked)
    case .coverage(let marks):
      for index in marks where state.marked.insert(lesson.marks[index].id).inserted {
        html += "<span id=\"\(anchors.marks[lesson.marks[index].id] ?? "")\"></span>"
      }
    default: return false
    }
    return true
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
