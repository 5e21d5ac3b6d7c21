extension Table {
  /// The table as aligned text: title and a blank line if there is a title, the names of the columns, the rows.
  ///
  /// A column of words stands two spaces from the column before it, a column of numbers three. No line ends in a space.
  /// Complexity: O(n) for n characters.
  public var text: String {
    let alignments = self.alignments
    var padded: [[String]] = []
    for column in columns.indices {
      padded.append(lines(of: column, alignment: alignments[column]))
    }
    var lines: [String] = title.isEmpty ? [] : [title.oneLine, ""]
    for row in (columns.allSatisfy { $0.isEmpty } ? 1 : 0)..<(rows.count + 1) {
      var line = ""
      for column in columns.indices {
        if column > 0 { line += alignments[column] == .trailing ? "   " : "  " }
        line += padded[column][row]
      }
      lines.append(line.withoutTrailingSpaces)
    }
    return lines.joined(separator: "\n")
  }

  /// The name and the entries of one column, all of the same width.
  private func lines(of column: Int, alignment: TextAlignment) -> [String] {
    var entries = rows.map { $0[column].text }
    if alignment == .trailing { alignDecimalPoints(of: &entries, column: column) }
    entries.insert(columns[column].oneLine, at: 0)
    let width = entries.reduce(0) { max($0, $1.displayWidth) }
    return entries.map { $0.padded(to: width, alignment) }
  }

  /// Adds spaces behind numbers with fewer decimals; not where one has an exponent, whose digits weigh differently.
  private func alignDecimalPoints(of entries: inout [String], column: Int) {
    let numbers = rows.indices.filter { rows[$0][column].isNumber }
    guard numbers.allSatisfy({ !entries[$0].utf8.contains(UInt8(ascii: "e")) }) else { return }
    let decimals = numbers.map { entries[$0].widthFromPoint }
    let widest = decimals.reduce(0, max)
    for (row, width) in zip(numbers, decimals) {
      entries[row] += String(repeating: " ", count: widest - width)
    }
  }
}

extension String {
  /// The length from the decimal point on, 0 for an integer.
  fileprivate var widthFromPoint: Int {
    guard let point = utf8.firstIndex(of: UInt8(ascii: ".")) else { return 0 }
    return utf8.distance(from: point, to: utf8.endIndex)
  }
}
