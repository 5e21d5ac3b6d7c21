/// What a page needs in order to show a value: the same thing drawn, spoken and tabulated.
///
/// A figure holds finished renderings and no code, so a runtime can write it down and a page can be made from it later.
public struct Figure: Sendable, Hashable {
  /// Which kind of value the figure shows.
  public enum Kind: String, Sendable, Hashable {
    case chart, table, diagram
  }

  /// What kind of value the figure shows.
  public var kind: Kind
  /// The caption, empty if the value has no title.
  public var title: String
  /// Exactly what `show` prints, without the last line feed.
  public var text: String
  /// An SVG document for embedding in HTML, without ids; `nil` for a table.
  public var svg: String?
  /// The same for a column as narrow as a phone; `nil` where there is no other drawing for it.
  public var narrowSVG: String?
  /// One paragraph in plain words, for those who hear the page.
  public var summary: String
  /// The numbers behind the picture.
  public var data: Table?

  /// A figure from its finished renderings.
  public init(
    kind: Kind, title: String, text: String, svg: String? = nil, narrowSVG: String? = nil, summary: String, data: Table? = nil
  ) {
    self.kind = kind
    self.title = title
    self.text = text
    self.svg = svg
    self.narrowSVG = narrowSVG
    self.summary = summary
    self.data = data
  }
}

/// A value that a lesson can `show`: a `Chart`, a `Table`, a `Diagram`.
public protocol Showable: Sendable {
  /// The kind of figure this value becomes.
  static var figureKind: Figure.Kind { get }
  /// The picture in fixed-width characters, without a line feed at the end.
  var text: String { get }
  /// One paragraph in plain words.
  var summary: String { get }
  /// Every rendering at once, which costs more than `text` alone.
  var figure: Figure { get }
}

extension Table: Showable {
  public static var figureKind: Figure.Kind { .table }
  public var figure: Figure { Figure(kind: .table, title: title.oneLine, text: text, summary: summary, data: self) }
}
