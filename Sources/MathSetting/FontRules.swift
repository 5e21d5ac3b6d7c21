package import LessonModel

/// Which of KaTeX's fonts a formula asks for, and for which characters, by the rules of KaTeX's style.
///
/// A face that no character needs is not declared: until each face that a family may load is there, a browser lays out all that
/// is set in it anew whenever any font of the page arrives.
package struct FontRules: Sendable, Equatable {
  /// The font of what no rule speaks of.
  package static let root = "KaTeX_Main"

  private struct Rule: Equatable {
    /// The classes of the element that it is for.
    var classes: Set<String>
    /// Whether it also asks for something around that element, which is not looked for: the font may or may not be set in it.
    var isConditional: Bool
    var font: String
  }

  private var rules: [Rule] = []

  /// - Parameter style: KaTeX's own.
  package init(style: String) {
    for rule in style.matches(of: /([^{}]*)\{[^{}]*font-family:([A-Za-z0-9_]+)/) where !rule.1.contains("@") {
      for selector in rule.1.split(separator: ",") {
        let compounds = selector.split { $0 == " " || $0 == ">" }.map { StyleClasses.named(in: " \($0)") }
        guard let place = compounds.lastIndex(where: { !$0.isEmpty }) else { continue }
        let isPlain = place == compounds.count - 1 && compounds[..<place].allSatisfy { $0 == ["katex"] }
        rules.append(Rule(classes: compounds[place], isConditional: !isPlain, font: String(rule.2)))
      }
    }
  }

  /// What is set in which font, the fonts in the order of their names.
  ///
  /// - Parameter html: As ``StyleClasses/moved(_:named:)`` leaves it.
  package func lettering(of html: String) -> [Lettering] {
    guard let start = html.firstRange(ofBytes: "<span class=katex-html")?.lowerBound else { return [] }
    var found: [String: Set<Unicode.Scalar>] = [:]
    add(FormulaNode.nodes(of: html[start...]), in: [Self.root], to: &found)
    return found.sorted { $0.key < $1.key }.map { font, scalars in
      Lettering(font: font, characters: String(String.UnicodeScalarView(scalars.sorted { $0.value < $1.value })))
    }
  }

  private func add(_ nodes: [FormulaNode], in fonts: Set<String>, to found: inout [String: Set<Unicode.Scalar>]) {
    for node in nodes {
      switch node {
      case .text(let text):
        let scalars = Self.plain(text).unicodeScalars
        for font in fonts { found[font, default: []].formUnion(scalars) }
      case .element(let element):
        let own = rules.filter { $0.classes.isSubset(of: element.classes) }
        let certain = Set(own.filter { !$0.isConditional }.map(\.font))
        let possible = own.filter(\.isConditional).map(\.font)
        add(element.children, in: (certain.isEmpty ? fonts : certain).union(possible), to: &found)
      }
    }
  }

  /// Text with the characters that KaTeX writes as references.
  private static func plain(_ text: String) -> String {
    guard text.contains("&") else { return text }
    return [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#x27;", "'"), ("&amp;", "&")].reduce(text) {
      $0.replacing($1.0, with: $1.1)
    }
  }
}
