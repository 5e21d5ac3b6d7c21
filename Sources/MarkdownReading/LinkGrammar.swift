/// What cmark-gfm 0.29 takes for the tail of a link, `(destination "title")`, and for a label, `[label]`.
struct LinkGrammar {
  let bytes: [UInt8]
  let end: Int

  struct Tail {
    /// The destination as it is written, without angle brackets around it.
    var destination: Range<Int>
    /// The title with its quotes; empty where there is none.
    var title: Range<Int>
    /// From the first byte of the destination, its angle bracket included, to behind the title.
    var range: Range<Int>
    /// Behind the parenthesis.
    var end: Int
  }

  /// The tail whose parenthesis opens at `start`.
  func tail(at start: Int) -> Tail? {
    guard start < end, bytes[start] == UInt8(ascii: "(") else { return nil }
    let first = skipSpace(start + 1)
    guard let (destination, after) = destination(first) else { return nil }
    let title = skipSpace(after)
    let titleEnd = title > after ? self.titleEnd(title) ?? title : title
    let last = skipSpace(titleEnd)
    guard last < end, bytes[last] == UInt8(ascii: ")") else { return nil }
    return Tail(
      destination: destination, title: title..<titleEnd, range: first..<(titleEnd > title ? titleEnd : after), end: last + 1)
  }

  /// Where a destination would begin that follows a parenthesis at `start`, if it begins as a value's does.
  func valueStart(at start: Int) -> Int? {
    guard start < end, bytes[start] == UInt8(ascii: "(") else { return nil }
    let first = skipSpace(start + 1)
    let scheme = first < end && bytes[first] == UInt8(ascii: "<") ? bytes[(first + 1)..<end] : bytes[first..<end]
    return String(decoding: scheme.prefix(6), as: UTF8.self).lowercased() == "swift:" ? first : nil
  }

  /// Where a parenthesis opens behind blanks at `start`, if a destination would begin in it as a value's does.
  func partedValue(at start: Int) -> Int? {
    let first = skipSpace(start)
    return first > start && valueStart(at: first) != nil ? first : nil
  }

  /// What stands in the label that opens at `start`; the first bracket ends it.
  func label(at start: Int) -> Range<Int>? {
    guard start < end, bytes[start] == UInt8(ascii: "[") else { return nil }
    var place = start + 1
    while place < end, bytes[place] != UInt8(ascii: "["), bytes[place] != UInt8(ascii: "]") {
      place += bytes[place] == UInt8(ascii: "\\") && place + 1 < end && bytes[place + 1].isPunctuation ? 2 : 1
      if place - start - 1 > 1_000 { return nil }
    }
    return place < end && bytes[place] == UInt8(ascii: "]") ? (start + 1)..<place : nil
  }

  private func skipSpace(_ start: Int) -> Int {
    var place = start
    while place < end, bytes[place].isSpace { place += 1 }
    return place
  }

  /// The destination that begins at `start`, and where it ends.
  func destination(_ start: Int) -> (text: Range<Int>, end: Int)? {
    var place = start
    if place < end, bytes[place] == UInt8(ascii: "<") {
      place += 1
      while place < end {
        switch bytes[place] {
        case UInt8(ascii: ">"): return place + 1 < end ? ((start + 1)..<place, place + 1) : nil
        case UInt8(ascii: "\\"): place += 2
        case 10, UInt8(ascii: "<"): return nil
        default: place += 1
        }
      }
      return nil
    }
    var depth = 0
    while place < end {
      let byte = bytes[place]
      if byte == UInt8(ascii: "\\"), place + 1 < end, bytes[place + 1].isPunctuation {
        place += 2
        continue
      }
      if byte == UInt8(ascii: "(") {
        depth += 1
        if depth > 32 { return nil }
      } else if byte == UInt8(ascii: ")") {
        if depth == 0 { break }
        depth -= 1
      } else if byte.isSpace {
        if place == start { return nil }
        break
      }
      place += 1
    }
    return place < end ? (start..<place, place) : nil
  }

  /// A quote with a backslash before it may close a title, if no other does.
  private func titleEnd(_ start: Int) -> Int? {
    guard start < end, let close = [UInt8(ascii: "\""): 34, UInt8(ascii: "'"): 39, UInt8(ascii: "("): 41][bytes[start]] else {
      return nil
    }
    var last: Int?
    for place in (start + 1)..<max(end, start + 1) {
      let isEscaped = place > start + 1 && bytes[place - 1] == UInt8(ascii: "\\")
      if bytes[place] == UInt8(close) {
        last = place + 1
        if !isEscaped { break }
      } else if close == 41, bytes[place] == UInt8(ascii: "("), !isEscaped {
        break
      }
    }
    return last
  }
}

/// The labels that the definitions of links name.
struct DefinedLabels {
  private var labels: Set<[UInt8]> = []

  /// Asks the parser which of the labels in the leaves the text defines: each is put before the text, alone in a paragraph.
  init(_ leaves: [LeafText], of text: [UInt8]) throws(MarkdownRefusal) {
    guard zip(text, text.dropFirst()).contains(where: { $0 == UInt8(ascii: "]") && $1 == UInt8(ascii: ":") }) else { return }
    let candidates = Array(Set(leaves.flatMap(Self.candidates)))
    let questions = candidates.flatMap { Array("[".utf8) + $0 + Array("]\n\n".utf8) }
    if candidates.isEmpty { return }
    let parse = try CMarkParse(questions + text)
    labels = parse.withTree { root in
      Set(zip(candidates, root.children).filter { $1.children.first?.kind == .link }.map(\.0))
    }
  }

  func contains(_ label: ArraySlice<UInt8>) -> Bool { !labels.isEmpty && labels.contains(Self.normal(label)) }

  private static func candidates(_ leaf: LeafText) -> [[UInt8]] {
    let grammar = LinkGrammar(bytes: leaf.bytes, end: leaf.bytes.count)
    return leaf.bytes.indices.compactMap { grammar.label(at: $0) }.map { normal(leaf.bytes[$0]) }
      .filter { !$0.isEmpty && $0.first != UInt8(ascii: "^") }
  }

  /// A label with each run of blanks as one, without any at its ends.
  private static func normal(_ label: ArraySlice<UInt8>) -> [UInt8] {
    Array(label.split(whereSeparator: \.isSpace).joined(separator: [32]))
  }
}
