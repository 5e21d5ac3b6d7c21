/// How a terminal shows a character: one of sixteen colors before another, and its weight.
struct TerminalStyle: Equatable {
  var color: Int?
  var background: Int?
  var marks: Set<Mark> = []

  enum Mark: String, CaseIterable { case bold, dim, italic, underline, inverse, strike }

  /// The classes of the style, such as `ansi-1 ansi-bold`.
  var classes: String {
    var names: [String] = []
    if let color { names.append("ansi-\(color)") }
    if let background { names.append("ansi-on-\(background)") }
    names += Mark.allCases.filter(marks.contains).map { "ansi-\($0.rawValue)" }
    return names.joined(separator: " ")
  }

  /// Applies the numbers of a command that selects graphics; one that is not known is passed over.
  mutating func apply(_ parameters: String) {
    // Terminals take colons inside a color for semicolons.
    var codes = parameters.split(omittingEmptySubsequences: false) { $0 == ";" || $0 == ":" }.map { Int($0) ?? 0 }[...]
    while let code = codes.popFirst() {
      switch code {
      case 0: self = TerminalStyle()
      case 1: marks.insert(.bold)
      case 2: marks.insert(.dim)
      case 3: marks.insert(.italic)
      case 4: marks.insert(.underline)
      case 7: marks.insert(.inverse)
      case 9: marks.insert(.strike)
      case 22: marks.subtract([.bold, .dim])
      case 23: marks.remove(.italic)
      case 24: marks.remove(.underline)
      case 27: marks.remove(.inverse)
      case 29: marks.remove(.strike)
      case 30...37: color = code - 30
      case 38: color = Self.color(&codes) ?? color
      case 39: color = nil
      case 40...47: background = code - 40
      case 48: background = Self.color(&codes) ?? background
      case 49: background = nil
      case 90...97: color = code - 82
      case 100...107: background = code - 92
      default: break
      }
    }
  }

  /// A color out of 256 or of red, green and blue, as the nearest of the sixteen.
  private static func color(_ codes: inout ArraySlice<Int>) -> Int? {
    switch codes.popFirst() {
    case 5:
      guard let code = codes.popFirst(), (0..<256).contains(code) else { return nil }
      if code < 16 { return code }
      if code >= 232 { return nearest(to: [Int](repeating: 8 + (code - 232) * 10, count: 3)) }
      let steps = [0, 95, 135, 175, 215, 255]
      let cube = code - 16
      return nearest(to: [steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6]])
    case 2:
      let parts = Array(codes.prefix(3))
      codes = codes.dropFirst(3)
      return parts.count == 3 && parts.allSatisfy { (0..<256).contains($0) } ? nearest(to: parts) : nil
    default: return nil
    }
  }

  private static func nearest(to color: [Int]) -> Int {
    func distance(_ index: Int) -> Int { zip(palette[index], color).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) } }
    return palette.indices.min { distance($0) < distance($1) } ?? 7
  }

  /// The colors that the numbers stand for in most terminals.
  private static let palette = [
    [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205], [0, 205, 205], [229, 229, 229],
    [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0], [92, 92, 255], [255, 0, 255], [0, 255, 255], [255, 255, 255],
  ]
}
