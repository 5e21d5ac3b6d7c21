// The only file that imports Yams.
import LessonModel
import Yams

/// A piece of YAML with the place where it begins: what front matter and course files are read from.
struct YAMLNode: Sendable, Equatable {
  indirect enum Content: Sendable, Equatable {
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLNode])
    case mapping([Entry])
  }

  struct Entry: Sendable, Equatable {
    var key: String
    var keyPosition: SourcePosition
    var value: YAMLNode
  }

  var content: Content
  var position: SourcePosition

  /// What the author wrote, in words for a message.
  var kindName: String {
    switch content {
    case .scalar: "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The items of a list; anything else is a list of one.
  var items: [YAMLNode] { if case .sequence(let items) = content { items } else { [self] } }
}

/// Why a piece of YAML could not be read, and where (counted in the piece: lines and columns from 1, columns in bytes).
struct YAMLFault: Error, Equatable {
  var position: SourcePosition
  var message: String
}

/// Reads YAML into positioned nodes. Anchors, aliases and tags are refused: a course needs none, and an alias is a bomb.
enum YAMLReader {
  static let byteLimit = 1 << 16

  /// The root of `text`, or nil where there is nothing but blanks and comments.
  static func read(_ text: String, byteLimit: Int = YAMLReader.byteLimit) throws(YAMLFault) -> YAMLNode? {
    if text.utf8.count > byteLimit {
      throw YAMLFault(
        position: SourcePosition(line: 1, column: 1),
        message: "this YAML has \(text.utf8.count) bytes; the limit is \(byteLimit)")
    }
    let lines = SourceText(path: "", text: text)
    try refuseManyAliases(in: lines)
    let parser: Parser
    let root: Node?
    do {
      parser = try Parser(yaml: text)
      root = try parser.singleRoot()
    } catch {
      throw fault(error, in: lines)
    }
    // The parser owns the anchors: without it the nodes forget that they have one.
    defer { withExtendedLifetime(parser) {} }
    return try root.map { root throws(YAMLFault) in try node(root, in: lines, depth: 0) }
  }

  private static func node(_ node: Node, in lines: SourceText, depth: Int) throws(YAMLFault) -> YAMLNode {
    let position = place(node.mark, in: lines)
    if depth > 16 { throw YAMLFault(position: position, message: "this YAML is nested too deeply") }
    if node.anchor != nil { throw YAMLFault(position: position, message: "YAML anchors are not allowed here") }
    switch node {
    case .alias:
      throw YAMLFault(position: position, message: "YAML aliases are not allowed here")
    case .scalar(let scalar):
      try refuseTag(scalar.tag, at: position)
      let isQuoted = scalar.style == .singleQuoted || scalar.style == .doubleQuoted
      return YAMLNode(content: .scalar(scalar.string, isQuoted: isQuoted), position: position)
    case .sequence(let sequence):
      try refuseTag(sequence.tag, at: position)
      var items: [YAMLNode] = []
      for item in sequence { items.append(try self.node(item, in: lines, depth: depth + 1)) }
      return YAMLNode(content: .sequence(items), position: position)
    case .mapping(let mapping):
      try refuseTag(mapping.tag, at: position)
      var entries: [YAMLNode.Entry] = []
      for (key, value) in mapping {
        let name = try self.node(key, in: lines, depth: depth + 1)
        guard case .scalar(let text, _) = name.content else {
          throw YAMLFault(position: name.position, message: "a key must be a single value, not \(name.kindName)")
        }
        entries.append(
          YAMLNode.Entry(key: text, keyPosition: name.position, value: try self.node(value, in: lines, depth: depth + 1)))
      }
      return YAMLNode(content: .mapping(entries), position: position)
    }
  }

  /// The library expands an alias in a key while it reads, before there is a node to refuse; many of them are a bomb. Text may
  /// look like a few.
  private static func refuseManyAliases(in lines: SourceText) throws(YAMLFault) {
    let bytes = lines.bytes
    let aliases = bytes.indices.dropFirst().dropLast().filter { index in
      bytes[index] == UInt8(ascii: "*") && " \t\n\r[{,".utf8.contains(bytes[index - 1])
        && !" \t\n\r*".utf8.contains(bytes[index + 1])
    }
    guard aliases.count > 16, bytes.contains(UInt8(ascii: "&")) else { return }
    throw YAMLFault(position: lines.position(of: aliases[0]), message: "YAML aliases are not allowed here")
  }

  private static func refuseTag(_ tag: Tag, at position: SourcePosition) throws(YAMLFault) {
    let name = tag.description
    let plain = ["str", "int", "float", "bool", "null", "map", "seq", "timestamp", "merge", "value", "binary"]
    if name.isEmpty || name == "!" || plain.contains(where: { name == "tag:yaml.org,2002:\($0)" }) { return }
    throw YAMLFault(position: position, message: "YAML tags are not allowed here ('\(name)')")
  }

  private static func fault(_ error: any Error, in lines: SourceText) -> YAMLFault {
    let start = SourcePosition(line: 1, column: 1)
    guard let error = error as? YamlError else { return YAMLFault(position: start, message: "this YAML cannot be read") }
    switch error {
    case .scanner(let context?, _, _, _) where unclosed[context.text] != nil,
      .parser(let context?, _, _, _) where unclosed[context.text] != nil:
      return YAMLFault(position: place(context.mark, in: lines), message: "not valid YAML: \(unclosed[context.text] ?? "")")
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
      return YAMLFault(position: place(mark, in: lines), message: "not valid YAML: \(problem)")
    case .reader(let problem, let offset, _, _):
      return YAMLFault(position: lines.position(of: offset ?? 0), message: "not valid YAML: \(problem)")
    case .duplicatedKeysInMapping(let keys, let context):
      let key = keys.sorted().first ?? ""
      return YAMLFault(
        position: use(of: key, after: place(context.mark, in: lines), in: lines), message: "the key '\(key)' is written twice")
    default:
      return YAMLFault(position: start, message: "this YAML cannot be read")
    }
  }

  /// What the library was in when it came to its end or to something else: that is where the author has to look.
  private static let unclosed = [
    "while scanning a quoted scalar": "this quotation mark is never closed",
    "while parsing a flow sequence": "this '[' is never closed, or a comma is missing behind it",
    "while parsing a flow mapping": "this '{' is never closed, or a comma is missing behind it",
    "while scanning a simple key": "this line has no ':' behind its key",
  ]

  /// Where a key is written again; the library names only its first place. In block style that is at the same column.
  private static func use(of key: String, after first: SourcePosition, in lines: SourceText) -> SourcePosition {
    let forms = [key, "'\(key)'", "\"\(key)\""].map { Array("\($0):".utf8) }
    let start = lines.offset(of: first)
    let uses = lines.bytes.indices.dropFirst(start + 1).filter { offset in
      " \t\n\r,{".utf8.contains(lines.bytes[offset - 1]) && forms.contains { lines.bytes[offset...].starts(with: $0) }
    }
    let places = uses.map { lines.position(of: $0) }
    return places.first { $0.column == first.column } ?? places.first ?? first
  }

  /// libYAML counts columns in Unicode scalars; the rest of the tool counts bytes.
  private static func place(_ mark: Mark?, in lines: SourceText) -> SourcePosition {
    guard let mark else { return SourcePosition(line: 1, column: 1) }
    let text = lines.text(lines.lineRange(mark.line))
    let bytes = text.unicodeScalars.prefix(max(mark.column - 1, 0)).reduce(0) { $0 + UTF8.width($1) }
    return SourcePosition(line: mark.line, column: bytes + 1)
  }
}
