/// A figure made of marks on two axes, as a plain value.
///
/// A chart holds data and wishes, nothing drawn. The pictures are functions of it: first the layout (size, ticks, names), then
/// the text (`text`, also `description`, so `print(chart)` draws it). Every call below returns a changed copy, so a figure reads
/// as one chained expression.
///
/// ```swift
/// Chart("Loss").line([2.3, 1.1, 0.6, 0.4], "train").x("epoch").y("loss", 0...2.5).summary
/// // => "Line chart. x: epoch, 0 to 3. y: loss, 0 to 2.5. train falls from 2.3 to 0.4."
/// ```
///
/// Two charts are equal when their data are; since NaN is not equal to itself, a chart with a missing value is not equal
/// to its own copy.
public struct Chart: Sendable, Hashable {
  /// The line above the picture; empty for none.
  public var title: String
  /// What is drawn, in the order of the calls; later marks lie on top.
  public var marks: [Mark] = []
  /// The horizontal axis as wished.
  public var x = Axis()
  /// The vertical axis as wished.
  public var y = Axis()
  /// How large the text may become.
  public var size = Size()
  /// Which characters draw the data.
  public var glyphs = Glyphs.ascii
  /// The author's own words for readers who do not see the picture; they replace the computed summary.
  public var spokenDescription: String?

  /// Creates an empty chart.
  public init(_ title: String = "") { self.title = title }
}

extension Chart {
  /// How values become places along an axis.
  public enum Scale: Sendable, Hashable {
    /// Equal differences are equally far apart.
    case linear
    /// Equal ratios are equally far apart; values at or below zero have no place and count as missing.
    case log
    /// One place for each name, in the order given.
    case category
  }

  /// What the author says about one axis.
  public struct Axis: Sendable, Hashable {
    /// The name of the quantity, with its unit.
    public var label = ""
    /// How values become places.
    public var scale = Scale.linear
    /// The fixed range, or nil to take it from the data. Data outside a fixed range are clipped and counted.
    public var range: ClosedRange<Double>?
  }

  /// The room for the text.
  public struct Size: Sendable, Hashable {
    /// The columns of the whole text, names and tick labels included: 24 to 120, never exceeded.
    public var width = 72
    /// The wanted rows of the plot alone, or nil for 13 (17 for contours). Ticks decide the exact number.
    public var height: Int?
  }

  /// The characters that draw the data; labels, ticks and widths are the same in all three.
  public enum Glyphs: Sendable, Hashable {
    /// Printable ASCII alone.
    case ascii
    /// Block elements (U+2580 to U+259F): eighths of a cell in bars, halves of a cell in lines, four shades.
    case blocks
    /// Braille patterns (U+2800 to U+28FF): two by four dots in a cell.
    case braille
  }
}

extension Chart {
  /// Names the horizontal axis and sets its scale and, if wished, its range.
  public func x(_ label: String = "", _ scale: Scale = .linear, _ range: ClosedRange<Double>? = nil) -> Chart {
    changed { $0.x = Axis(label: label, scale: scale, range: range) }
  }

  /// Names the horizontal axis, linear over a fixed range.
  public func x(_ label: String = "", _ range: ClosedRange<Double>) -> Chart { x(label, .linear, range) }

  /// Names the vertical axis and sets its scale and, if wished, its range.
  public func y(_ label: String = "", _ scale: Scale = .linear, _ range: ClosedRange<Double>? = nil) -> Chart {
    changed { $0.y = Axis(label: label, scale: scale, range: range) }
  }

  /// Names the vertical axis, linear over a fixed range.
  public func y(_ label: String = "", _ range: ClosedRange<Double>) -> Chart { y(label, .linear, range) }

  /// Sets the title.
  public func title(_ title: String) -> Chart { changed { $0.title = title } }

  /// Sets the columns of the whole text (kept within 24...120) and the wanted rows of the plot (within 3...60).
  public func size(width: Int = 72, height: Int? = nil) -> Chart {
    changed {
      $0.size = Size(width: Swift.min(120, Swift.max(24, width)), height: height.map { Swift.min(60, Swift.max(3, $0)) })
    }
  }

  /// Chooses the characters that draw the data.
  public func glyphs(_ glyphs: Glyphs) -> Chart { changed { $0.glyphs = glyphs } }

  /// Replaces the computed summary by the author's own words.
  public func describe(_ words: String) -> Chart { changed { $0.spokenDescription = words } }

  /// A copy with one change.
  func changed(_ change: (inout Chart) -> Void) -> Chart {
    var copy = self
    change(&copy)
    return copy
  }

  func adding(_ mark: Mark) -> Chart { changed { $0.marks.append(mark) } }
}
