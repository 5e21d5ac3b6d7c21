extension CSV {
  /// The first rows as a table: words to the left, numbers to the right with as many digits as are written.
  ///
  /// ```swift
  /// print(try CSV("kind,height\noak,21.50\nbirch,\npine,9.25\n").head(2))
  /// // Prints "The first 2 of 3 rows"
  /// // Prints ""
  /// // Prints "kind    height"
  /// // Prints "oak      21.50"
  /// // Prints "birch"
  /// ```
  ///
  /// - Parameter count: How many rows at most; a table of them all has no title.
  public func head(_ count: Int = 10) -> Table {
    let shown = rows.prefix(max(count, 0))
    let title = shown.count < rows.count ? "The first \(shown.count) of \(rows.count) rows" : ""
    return Table(title, columns: columns, rows: shown.map { row in row.map(Self.cell) })
  }

  /// A cell as a number where that writes it as it is written.
  private static func cell(_ text: String) -> Cell {
    guard let number = DecimalNumeral(trimmed(text)), number.value.isFinite else { return .text(text) }
    let decimals = text.utf8.split(separator: 46, omittingEmptySubsequences: false).dropFirst().first?.count ?? 0
    let cell = Cell.number(number.value, .fixed(decimals))
    return cell.text.utf8.elementsEqual(text.utf8) ? cell : .text(text)
  }
}

/// A block that ends with a table of data shows its first rows; `head` takes others.
extension CSV: Showable, CustomStringConvertible {
  public static var figureKind: Figure.Kind { .table }
  public var text: String { head().text }
  public var description: String { text }
  public var summary: String { head().summary }
  public var figure: Figure { head().figure }
}
