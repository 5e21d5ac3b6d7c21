/// Finds the tasks that the parser does not: its extension looks at the start of the line only, so that in a quotation
/// `> - [x] done` stays text.
enum TaskItems {
  /// Marks such items as tasks and takes `[x]` out of their words.
  static func mark(_ events: inout [MarkdownEvent], of text: [UInt8]) {
    let lines = LineStarts(text)
    var marked: [MarkdownEvent] = []
    marked.reserveCapacity(events.count)
    var ticks: [Bool?] = []
    var index = 0
    while index < events.count {
      var event = events[index]
      index += 1
      guard case .item(let isTicked) = event.node else {
        marked.append(event)
        continue
      }
      if event.phase == .exit {
        event.node = .item(isTicked: ticks.popLast() ?? isTicked)
        marked.append(event)
        continue
      }
      let found = isTicked == nil ? task(at: index, in: events, lines) : nil
      ticks.append(isTicked ?? found?.isTicked)
      event.node = .item(isTicked: isTicked ?? found?.isTicked)
      marked.append(event)
      if let found {
        var paragraph = events[index]
        paragraph.start.column += 4
        marked.append(paragraph)
        if !found.rest.isEmpty {
          var rest = events[found.next - 1]
          rest.node = .text(found.rest)
          marked.append(rest)
        }
        index = found.next
      }
    }
    events = marked
  }

  private struct Task {
    var isTicked: Bool
    /// What the last text that holds a part of the mark says behind it.
    var rest: String
    var next: Int
  }

  /// The mark at the start of the paragraph that is entered at `index`.
  private static func task(at index: Int, in events: [MarkdownEvent], _ lines: LineStarts) -> Task? {
    guard index < events.count, events[index].node == .paragraph, events[index].phase == .enter else { return nil }
    // An escaped bracket is the same text to the parser; only the bytes know.
    let mark = Array(lines.bytes(at: events[index].start).prefix(4))
    guard mark.count == 4, mark[0] == UInt8(ascii: "["), mark[2] == UInt8(ascii: "]"), mark[3] == 32 || mark[3] == 9,
      mark[1] == 32 || mark[1] | 32 == UInt8(ascii: "x")
    else { return nil }
    var said: [UInt8] = []
    var next = index + 1
    while said.count < 4 {
      guard next < events.count, case .text(let text) = events[next].node else { return nil }
      said += Array(text.utf8)
      next += 1
    }
    guard said.starts(with: mark) else { return nil }
    let rest = said.dropFirst(4).drop { $0 == 32 || $0 == 9 }
    return Task(isTicked: mark[1] != 32, rest: String(decoding: rest, as: UTF8.self), next: next)
  }
}

/// Where the lines of a text begin, as the parser counts them.
private struct LineStarts {
  private let text: [UInt8]
  private var starts: [Int] = []

  init(_ text: [UInt8]) {
    self.text = text
    starts = [text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0]
    for index in text.indices where text[index] == 10 || text[index] == 13 {
      if text[index] == 13, index + 1 < text.count, text[index + 1] == 10 { continue }
      starts.append(index + 1)
    }
  }

  func bytes(at position: MarkdownPosition) -> ArraySlice<UInt8> {
    guard starts.indices.contains(position.line - 1) else { return [] }
    let start = starts[position.line - 1] + position.column - 1
    return start >= 0 && start < text.count ? text[start...] : []
  }
}
