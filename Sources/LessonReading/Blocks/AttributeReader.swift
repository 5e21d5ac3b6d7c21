import LessonModel

/// Reads `{#name key=value key="value" flag}` behind the word `swift`, collecting every mistake.
struct AttributeReader {
  private let source: SourceText
  private let bytes: [UInt8]
  /// The place of the first byte in the lesson.
  private let start: Int
  private var index = 0
  private var seen: Set<String> = []
  private var diagnostics: [Diagnostic] = []
  /// The attributes that may stand alone.
  private static let flags = ["volatile", "trace"]
  /// A value of more than one word, as it seems, that was written right before without quotation marks.
  private var bare: (key: String, value: String)?
  private var attributes = BlockAttributes()
  /// What it may say beside a name.
  private let known: [String]

  static let keys = [
    "run", "code", "output", "expect", "session", "timeout", "tolerance", "volatile", "caption", "value", "stderr", "warnings",
    "explore", "trace",
  ]

  /// - Parameters:
  ///   - range: The bytes of the info string after its first word.
  ///   - known: The attributes that a block of its kind may have beside a name.
  static func read(
    _ range: Range<Int>, in source: SourceText, knowing known: [String] = keys
  ) -> (attributes: BlockAttributes, diagnostics: [Diagnostic]) {
    var reader = AttributeReader(source: source, range: range, known: known)
    reader.read()
    return (reader.attributes, reader.diagnostics)
  }

  private init(source: SourceText, range: Range<Int>, known: [String]) {
    self.source = source
    self.known = known
    self.bytes = Array(source.bytes[range])
    self.start = range.lowerBound
  }

  private mutating func read() {
    skipBlanks()
    if bytes.count > 4_096 {
      return report("this info string has \(bytes.count) bytes; the limit is 4096", at: index)
    }
    guard index < bytes.count else { return }
    guard bytes[index] == UInt8(ascii: "{") else {
      let word = unbraced
      return report(
        known.isEmpty
          ? "a formula has a name in braces or nothing here: write 'math {#name}'"
          : "attributes go in braces: write 'swift {\(word)}' or leave '\(word)' out", at: index)
    }
    let brace = index
    index += 1
    while true {
      skipBlanks()
      guard index < bytes.count else { return report("this '{' is never closed; end the line with '}'", at: brace) }
      if bytes[index] == UInt8(ascii: "}") { break }
      if !readAttribute() { return }
    }
    index += 1
    skipBlanks()
    if index < bytes.count { report("nothing may follow the closing '}'", at: index) }
  }

  /// What stands outside of braces and was meant to be in them: attributes as far as there are any, else one word.
  private var unbraced: String {
    var words: [String] = []
    var word: [UInt8] = []
    var isQuoted = false
    for byte in bytes[index...] + [32] {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted || byte != 32 && byte != 9 {
        word.append(byte)
      } else if !word.isEmpty {
        let text = String(decoding: word, as: UTF8.self)
        let isAttribute = text.hasPrefix("#") || known.contains(String(text.prefix { $0 != "=" }))
        if !words.isEmpty, !isAttribute { break }
        words.append(text)
        word = []
        if !isAttribute { break }
      }
    }
    return words.isEmpty ? String(decoding: word.dropLast(), as: UTF8.self) : words.joined(separator: " ")
  }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index] == 32 || bytes[index] == 9 { index += 1 }
  }

  /// Reads one attribute; false where the rest cannot be read.
  private mutating func readAttribute() -> Bool {
    let place = index
    let bare = bare
    self.bare = nil
    if bytes[index] == UInt8(ascii: "#") {
      index += 1
      let name = word()
      set("#name", at: place, value: name, valueAt: place + 1)
      return true
    }
    let key = word()
    if key.isEmpty {
      report("expected an attribute such as #name or key=value", at: place)
      return false
    }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "=") else {
      if let before = bare, !Self.flags.contains(key), !key.hasPrefix(".") {
        report(
          "unknown attribute '\(key)'; a value with blanks stands in quotation marks: write \(before.key)=\"\(before.value) \(key)\"",
          at: place)
        return true
      }
      set(key, at: place, value: nil, valueAt: place)
      return true
    }
    index += 1
    let valueAt = index
    guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else {
      let value = word()
      if ["caption", "session"].contains(key) { self.bare = (key, value) }
      set(key, at: place, value: value, valueAt: valueAt)
      return true
    }
    index += 1
    var value: [UInt8] = []
    while index < bytes.count, bytes[index] != UInt8(ascii: "\"") {
      // Only these two need a backslash; before anything else, as in a formula, it is itself.
      if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "\"") || bytes[index + 1] == UInt8(ascii: "\\")
      {
        index += 1
      }
      value.append(bytes[index])
      index += 1
    }
    if index == bytes.count {
      report("this quotation mark is never closed", at: valueAt)
      return false
    }
    index += 1
    set(key, at: place, value: String(decoding: value, as: UTF8.self), valueAt: valueAt + 1)
    if index < bytes.count, !" \t},".utf8.contains(bytes[index]) {
      report("this quotation mark ends the text of '\(key)'; one inside of it is written \\\"", at: index - 1)
      return false
    }
    return true
  }

  private mutating func word() -> String {
    let first = index
    while index < bytes.count, !" \t={}\"".utf8.contains(bytes[index]) { index += 1 }
    return String(decoding: bytes[first..<index], as: UTF8.self)
  }

  private mutating func set(_ key: String, at place: Int, value: String?, valueAt: Int) {
    guard seen.insert(key).inserted else { return report("the attribute '\(key)' is written twice", at: place) }
    if key.hasPrefix("."), key.count > 1 {
      return report("classes have no meaning here; remove '\(key)'", at: place)
    }
    if key == "," { return report("blanks part attributes, and no commas", at: place) }
    guard key == "#name" || known.contains(key) else {
      return report(
        known.isEmpty
          ? "a formula has a name and nothing else; remove '\(key)', or write '#\(key)' to name it so"
          : "unknown attribute '\(key)'\(Suggestion.clause(for: key, in: known))", at: place)
    }
    if Self.flags.contains(key) {
      guard let flag = ["true": true, "false": false][value ?? "true"] else {
        return report("'\(key)' stands alone or is true or false, not '\(value ?? "")'", at: valueAt)
      }
      if key == "trace" { attributes.isTraced = flag } else { attributes.isVolatile = flag }
      return
    }
    guard let value, !value.isEmpty else {
      return report(
        key == "#name" ? "a name must follow '#'" : "'\(key)' needs a value: \(key)=\(expected(of: key))", at: place)
    }
    apply(key, value, at: valueAt)
  }

  private mutating func apply(_ key: String, _ value: String, at place: Int) {
    switch key {
    case "#name": if isName(value) { return attributes.name = value }
    case "run": if let runs = ["true": true, "false": false][value] { return attributes.runs = runs }
    case "code": if let display = BlockAttributes.Display(rawValue: value) { return attributes.code = display }
    case "output": if let display = BlockAttributes.Display(rawValue: value) { return attributes.output = display }
    case "expect": if let end = BlockAttributes.Expectation(rawValue: value) { return attributes.expectation = end }
    case "session": if isName(value) { return attributes.session = value }
    case "timeout": if let limit = TimeLimit(value) { return attributes.timeout = limit }
    case "tolerance": if let tolerance = Tolerance(value) { return attributes.tolerance = tolerance }
    case "value": if let hides = ["show": false, "hide": true][value] { return attributes.hidesValue = hides }
    case "stderr": if let shows = ["show": true, "hide": false][value] { return attributes.showsStandardError = shows }
    case "explore": return explore(value, at: place)
    case "warnings": if let allows = ["tell": false, "allow": true][value] { return attributes.allowsWarnings = allows }
    default: return attributes.caption = BlockAttributes.Caption(text: value, offset: start + place)
    }
    let label = key == "#name" ? "a name" : "'\(key)'"
    let comma = value.hasSuffix(",") ? "; blanks part attributes, and no commas" : ""
    report("\(label) must be \(expected(of: key)), not '\(value)'\(suggestion(value, for: key))\(comma)", at: place)
  }

  private mutating func explore(_ value: String, at place: Int) {
    let reader = ParameterReader(value)
    let places = AttributeText.places(of: value, at: start + place, in: source)
    for fault in reader.faults {
      diagnostics.append(Diagnostic(.explore, fault.message, in: source, at: places[fault.offset]))
    }
    attributes.parameters = zip(reader.parameters, reader.offsets).map { parameter, offset in
      var placed = parameter
      placed.position = source.position(of: places[offset])
      return placed
    }
  }

  private func expected(of key: String) -> String {
    switch key {
    case "run": "true or false"
    case "code", "output": "show, fold or hide"
    case "expect": "trap or compile-error"
    case "value", "stderr": "show or hide"
    case "warnings": "tell or allow"
    case "timeout": TimeLimit.range
    case "tolerance": "a finite number, not negative, such as 1e-6"
    case "caption": "\"...\""
    case "explore": "\"\(ParameterReader.example)\""
    default: "letters, digits, '-', '_' and '.', at most 80"
    }
  }

  private func suggestion(_ value: String, for key: String) -> String {
    let known: [String]
    switch key {
    case "code", "output": known = BlockAttributes.Display.allCases.map(\.rawValue)
    case "value", "stderr": known = ["show", "hide"]
    case "warnings": known = ["tell", "allow"]
    case "expect": known = BlockAttributes.Expectation.allCases.map(\.rawValue)
    default: return ""
    }
    return Suggestion.nearest(to: value, in: known).map { "; did you mean '\($0)'?" } ?? ""
  }

  private func isName(_ text: String) -> Bool {
    text.count <= 80
      && text.unicodeScalars.allSatisfy {
        $0.properties.isAlphabetic || $0.properties.numericType != nil || "-_.".unicodeScalars.contains($0)
      }
  }

  private mutating func report(_ message: String, at index: Int) {
    diagnostics.append(Diagnostic(.attribute, message, in: source, at: start + index))
  }
}
