internal import MarkdownReading

/// The words of a node without their markup: for titles, anchors and the text of a value.
enum PlainText {
  /// The text inside the node that is entered at `start`.
  static func text(of events: [MarkdownEvent], from start: Int) -> String {
    var text = ""
    var depth = 0
    for event in events[start...] {
      if event.phase == .enter { depth += 1 }
      if event.phase == .exit { depth -= 1 }
      switch event.node {
      case .text(let part), .code(let part): text += part
      case .math(let math): text += math.tex
      case .softBreak, .lineBreak: text += " "
      default: break
      }
      if depth == 0 { break }
    }
    return text
  }
}
