/// What cmark-gfm 0.29 takes for an address in angle brackets or for HTML in a line.
struct HTMLGrammar {
  let bytes: [UInt8]
  let end: Int
  /// Nothing opened behind it is ever closed.
  private let lastClosing: Int

  init(_ bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
    lastClosing = bytes[..<end].lastIndex(of: UInt8(ascii: ">")) ?? -1
  }

  /// The end of the address `<scheme:...>` or `<name@place>` that opens at `start`.
  func address(at start: Int) -> Int? {
    guard start < lastClosing else { return nil }
    return scheme(start + 1) ?? mail(start + 1)
  }

  /// The end of the tag, the comment, the instruction, the declaration or the data that opens at `start`.
  func html(at start: Int) -> Int? {
    guard start < lastClosing, start + 1 < end else { return nil }
    switch bytes[start + 1] {
    case UInt8(ascii: "/"): return closingTag(start + 2)
    case UInt8(ascii: "?"): return instruction(start + 2)
    case UInt8(ascii: "!"):
      if has("--", at: start + 2) { return comment(start + 4) }
      if has("[CDATA[", at: start + 2) { return data(start + 9) }
      return declaration(start + 2)
    default: return openTag(start + 1)
    }
  }

  private func has(_ text: String, at place: Int) -> Bool { place <= end && bytes[place..<end].starts(with: text.utf8) }

  private func skip(_ place: Int, while predicate: (UInt8) -> Bool) -> Int {
    var place = place
    while place < end, predicate(bytes[place]) { place += 1 }
    return place
  }

  private func closed(_ place: Int) -> Int? { place < end && bytes[place] == UInt8(ascii: ">") ? place + 1 : nil }

  // MARK: - Addresses

  private func scheme(_ start: Int) -> Int? {
    guard start < end, bytes[start].isLetter else { return nil }
    let colon = skip(start) { $0.isLetter || $0.isDigit || ".+-".utf8.contains($0) }
    guard (2...32).contains(colon - start), colon < end, bytes[colon] == UInt8(ascii: ":") else { return nil }
    return closed(skip(colon + 1) { $0 > 32 && $0 != UInt8(ascii: "<") && $0 != UInt8(ascii: ">") })
  }

  private func mail(_ start: Int) -> Int? {
    let at = skip(start) { $0.isLetter || $0.isDigit || ".!#$%&'*+/=?^_`{|}~-".utf8.contains($0) }
    guard at > start, at < end, bytes[at] == UInt8(ascii: "@") else { return nil }
    var place = at
    repeat {
      let last = skip(place + 1) { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
      let word = bytes[(place + 1)..<last]
      guard (1...63).contains(word.count), word.first != UInt8(ascii: "-"), word.last != UInt8(ascii: "-") else { return nil }
      place = last
    } while place < end && bytes[place] == UInt8(ascii: ".")
    return closed(place)
  }

  // MARK: - Tags

  private func tagName(_ start: Int) -> Int? {
    guard start < end, bytes[start].isLetter else { return nil }
    return skip(start) { $0.isLetter || $0.isDigit || $0 == UInt8(ascii: "-") }
  }

  private func closingTag(_ start: Int) -> Int? { tagName(start).flatMap { closed(skip($0, while: \.isSpace)) } }

  private func openTag(_ start: Int) -> Int? {
    guard var place = tagName(start) else { return nil }
    while true {
      let name = skip(place, while: \.isSpace)
      guard name > place, name < end,
        bytes[name].isLetter || bytes[name] == UInt8(ascii: "_") || bytes[name] == UInt8(ascii: ":")
      else { return closed(name < end && bytes[name] == UInt8(ascii: "/") ? name + 1 : name) }
      place = skip(name) { $0.isLetter || $0.isDigit || "_:.-".utf8.contains($0) }
      let sign = skip(place, while: \.isSpace)
      if sign < end, bytes[sign] == UInt8(ascii: "=") {
        guard let value = value(skip(sign + 1, while: \.isSpace)) else { return nil }
        place = value
      }
    }
  }

  private func value(_ start: Int) -> Int? {
    guard start < end else { return nil }
    let quote = bytes[start]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let last = skip(start + 1) { $0 != quote }
      return last < end ? last + 1 : nil
    }
    let last = skip(start) { !$0.isSpace && !"\"'=<>`".utf8.contains($0) }
    return last > start ? last : nil
  }

  // MARK: - The rest

  /// No two dashes stand in a comment but those that close it.
  private func comment(_ start: Int) -> Int? {
    if has("-->", at: start) { return start + 3 }
    if has(">", at: start) || has("->", at: start) { return nil }
    var place = start
    while place + 1 < end {
      if bytes[place] == UInt8(ascii: "-"), bytes[place + 1] == UInt8(ascii: "-") { return closed(place + 2) }
      place += 1
    }
    return nil
  }

  private func instruction(_ start: Int) -> Int? {
    var place = start
    while place + 1 < end {
      if bytes[place] != UInt8(ascii: "?") {
        place += 1
      } else if bytes[place + 1] == UInt8(ascii: ">") {
        return place + 2
      } else {
        place += 2
      }
    }
    return nil
  }

  private func declaration(_ start: Int) -> Int? {
    let name = skip(start) { (65...90).contains($0) }
    guard name > start, name < end, bytes[name].isSpace else { return nil }
    return closed(skip(name) { $0 != UInt8(ascii: ">") })
  }

  private func data(_ start: Int) -> Int? {
    var place = start
    while place + 2 < end {
      if bytes[place] != UInt8(ascii: "]") {
        place += 1
      } else if bytes[place + 1] != UInt8(ascii: "]") {
        place += 2
      } else if bytes[place + 2] == UInt8(ascii: ">") {
        return place + 3
      } else {
        place += 3
      }
    }
    return nil
  }
}
