import LessonModel

/// Reads the `swift:` settings, which front matter and course file share.
enum SwiftSettingsReader {
  static func read(_ node: YAMLNode?, in context: YAMLContext, _ diagnostics: inout [Diagnostic]) -> SwiftSettings {
    var settings = SwiftSettings()
    guard let node, var keys = YAMLMapping(node, named: "'swift'", in: context, &diagnostics) else { return settings }
    settings.mode = value("mode", "5 or 6", in: &keys, &diagnostics) { SwiftSettings.LanguageMode(rawValue: $0) }
    settings.optimize = keys.bool("optimize", &diagnostics)
    settings.timeout = value("timeout", TimeLimit.range, in: &keys, &diagnostics) { TimeLimit($0) }
    settings.memory = value("memory", "a size such as 512MB or 2GB, from 64MB to 16GB", in: &keys, &diagnostics, mebibytes)
    settings.imports = keys.strings("imports", &diagnostics)
    if let imports = keys.node("imports") {
      for name in settings.imports where !isModuleName(name) {
        diagnostics.append(context.diagnostic("'\(name)' is not the name of a module", at: imports.position))
      }
      settings.imports.removeAll { !isModuleName($0) }
    }
    keys.reportUnknownKeys(&diagnostics)
    return settings
  }

  /// Where each module stands that is to be imported.
  static func importPlaces(_ node: YAMLNode?, in context: YAMLContext) -> [String: SourcePosition] {
    guard case .mapping(let entries)? = node?.content, let imports = entries.first(where: { $0.key == "imports" }) else {
      return [:]
    }
    return imports.value.items.reduce(into: [:]) { places, item in
      if case .scalar(let name, _) = item.content { places[name] = context.place(item.position) }
    }
  }

  private static func value<Value>(
    _ key: String, _ expected: String, in keys: inout YAMLMapping, _ diagnostics: inout [Diagnostic],
    _ parse: (String) -> Value?
  ) -> Value? {
    guard let text = keys.string(key, &diagnostics) else { return nil }
    if let value = parse(text) { return value }
    let position = keys.node(key)?.position ?? keys.position
    diagnostics.append(keys.context.diagnostic("'\(key)' must be \(expected), not '\(text)'", at: position))
    return nil
  }

  private static func mebibytes(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits), number <= 1 << 20 else { return nil }
    let units = ["MB": 1, "MiB": 1, "": 1, "GB": 1_024, "GiB": 1_024]
    guard let factor = units[String(text.dropFirst(digits.count).drop { $0 == " " })] else { return nil }
    return (64...16_384).contains(number * factor) ? number * factor : nil
  }

  private static func isModuleName(_ name: String) -> Bool {
    !name.isEmpty && name.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0) }
  }
}
