/// A piece of YAML with the place where it begins: what front matter and course files are read from.
package struct YAMLNode: Sendable, Equatable {
  package indirect enum Content: Sendable, Equatable {
    case scalar(String, isQuoted: Bool)
    case sequence([YAMLNode])
    case mapping([YAMLEntry])
  }

  package var content: Content
  package var position: SourcePosition

  /// What the author wrote, in words for a message.
  var kindName: String {
    switch content {
    case .scalar: "a single value"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}

package struct YAMLEntry: Sendable, Equatable {
  package var key: String
  package var keyPosition: SourcePosition
  package var value: YAMLNode
}
