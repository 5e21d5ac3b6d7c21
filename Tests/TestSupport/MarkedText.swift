package import LessonModel

/// A text with places marked inside it: `«1»` marks the byte that follows and is not part of the text.
package struct MarkedText {
  package var text: String
  package var places: [Int: SourcePosition]

  package init(_ marked: String) {
    var text = ""
    var offsets: [Int: Int] = [:]
    var rest = marked[...]
    while let open = rest.firstIndex(of: "«"), let close = rest[open...].firstIndex(of: "»") {
      text += rest[..<open]
      if let number = Int(rest[rest.index(after: open)..<close]) { offsets[number] = text.utf8.count }
      rest = rest[rest.index(after: close)...]
    }
    self.text = text + rest
    let source = SourceText(path: "", text: self.text)
    self.places = offsets.mapValues { source.position(of: $0) }
  }
}
