import LessonModel

/// Reads the values of one mapping by key, collecting what is wrong; a key that nobody asked for is reported at the end.
struct YAMLMapping {
  let context: YAMLContext
  private let entries: [YAMLNode.Entry]
  let position: SourcePosition
  /// What the mapping is called in messages, such as `the front matter`.
  private let name: String
  /// The keys that were asked for.
  private(set) var known: [String] = []

  /// The mapping in `node`, or nil with a diagnostic where it is something else.
  init?(_ node: YAMLNode, named name: String, in context: YAMLContext, _ diagnostics: inout [Diagnostic]) {
    guard case .mapping(let entries) = node.content else {
      diagnostics.append(
        context.diagnostic("\(name) must be a mapping of keys to values, not \(node.kindName)", at: node.position))
      return nil
    }
    self.context = context
    self.entries = entries
    self.position = node.position
    self.name = name
  }

  /// The mapping that a text is; nil with a diagnostic where it is something else, nil without one where nothing is there.
  init?(
    _ text: String, byteLimit: Int = YAMLReader.byteLimit, named name: String, in context: YAMLContext,
    _ diagnostics: inout [Diagnostic]
  ) {
    let titles = PlainTitles(text)
    diagnostics += titles.comments.map { place in
      var warning = context.diagnostic(
        "what stands behind this '#' is a comment in YAML; put the whole in quotation marks if it belongs to the text",
        at: place)
      warning.severity = .warning
      return warning
    }
    do {
      guard let root = try YAMLReader.read(titles.text, byteLimit: byteLimit) else { return nil }
      self.init(root, named: name, in: context, &diagnostics)
    } catch {
      diagnostics.append(context.diagnostic(error.message, at: error.position))
      return nil
    }
  }

  mutating func node(_ key: String) -> YAMLNode? {
    known.append(key)
    return entries.first { $0.key == key }?.value
  }

  /// A value as text; numbers and words alike.
  mutating func string(_ key: String, _ diagnostics: inout [Diagnostic]) -> String? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let text, let isQuoted) = node.content, isQuoted || !["", "~", "null"].contains(text) else {
      diagnostics.append(context.diagnostic("'\(key)' must be text, not \(describe(node))", at: node.position))
      return nil
    }
    return text
  }

  mutating func bool(_ key: String, _ diagnostics: inout [Diagnostic]) -> Bool? {
    guard let node = node(key) else { return nil }
    guard case .scalar(let text, isQuoted: false) = node.content, let value = ["true": true, "false": false][text.lowercased()]
    else {
      diagnostics.append(context.diagnostic("'\(key)' must be true or false, not \(describe(node))", at: node.position))
      return nil
    }
    return value
  }

  /// A list of texts; one text alone is a list of one.
  mutating func strings(_ key: String, _ diagnostics: inout [Diagnostic]) -> [String] {
    guard let node = node(key) else { return [] }
    return context.strings(node, key: key, &diagnostics)
  }

  /// The keys that were never asked for, and where they stand.
  var unknown: [(name: String, position: SourcePosition)] {
    entries.filter { !known.contains($0.key) }.map { ($0.key, $0.keyPosition) }
  }

  /// Whether a key stands here that is most likely `key`, written wrongly.
  func mayMean(_ key: String) -> Bool { entries.contains { Suggestion.nearest(to: $0.key, in: [key]) != nil } }

  /// Reports the keys that were never asked for.
  func reportUnknownKeys(_ diagnostics: inout [Diagnostic]) {
    for key in unknown {
      let clause = Suggestion.clause(for: key.name, in: known)
      diagnostics.append(context.diagnostic("unknown key '\(key.name)' in \(name)\(clause)", at: key.position))
    }
  }

  private func describe(_ node: YAMLNode) -> String {
    if case .scalar(let text, _) = node.content { return text.isEmpty ? "empty" : "'\(text)'" }
    return node.kindName
  }
}

/// Where a piece of YAML stands in its file.
struct YAMLContext {
  var source: SourceText
  var kind: DiagnosticKind
  /// Lines of the file before the first line of the YAML.
  var linesBefore: Int

  func diagnostic(_ message: String, at position: SourcePosition) -> Diagnostic {
    Diagnostic(kind, message, in: source, at: place(position))
  }

  func place(_ position: SourcePosition) -> SourcePosition {
    SourcePosition(line: position.line + linesBefore, column: position.column)
  }

  func strings(_ node: YAMLNode, key: String, _ diagnostics: inout [Diagnostic]) -> [String] {
    switch node.content {
    case .scalar(let text, _): return [text]
    case .mapping:
      diagnostics.append(diagnostic("'\(key)' must be a list, not a mapping", at: node.position))
      return []
    case .sequence(let items):
      return items.compactMap { item in
        if case .scalar(let text, _) = item.content { return text }
        diagnostics.append(diagnostic("an item of '\(key)' must be text, not \(item.kindName)", at: item.position))
        return nil
      }
    }
  }
}
