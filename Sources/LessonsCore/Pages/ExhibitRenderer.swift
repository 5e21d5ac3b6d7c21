/// A chart, table or diagram in the page: the picture in characters, its drawing, its summary and its numbers.
///
/// Both pictures are in the page and one is shown. A checkbox beside each figure shows the other one, a checkbox at the top
/// of the page does so for all, and style alone does the switching.
enum ExhibitRenderer {
  static func html(_ exhibit: Exhibit, id: String) -> HTML {
    switch exhibit.kind {
    case .table: table(exhibit)
    case .chart, .diagram: picture(exhibit, id: id)
    }
  }

  private static func picture(_ exhibit: Exhibit, id: String) -> HTML {
    let title = exhibit.title.isEmpty ? "Figure" : exhibit.title
    let drawing = exhibit.svg.flatMap { SVGFilter.clean($0, id: id) }
    var html: HTML = """
      <figure class="chart" aria-labelledby="\(id)-t">
      <figcaption id="\(id)-t">\(title)</figcaption>

      """
    if drawing != nil {
      html += """
        <label class="chart-switch"><input type="checkbox" aria-label="Text or drawing: show the other"><span>Text</span>\
        <span>Drawing</span></label>

        """
    }
    let text = body(of: exhibit)
    html += """
      <pre class="chart-text c\(step(CharacterGrid.columns(of: text)))" role="img" aria-labelledby="\(id)-t" \
      aria-describedby="\(id)-d" tabindex="0">\(CharacterGrid.html(text))</pre>

      """
    if let drawing { html += "\(unsafe: drawing)\n" }
    html += "<p id=\"\(id)-d\" class=\"chart-summary\">\(exhibit.summary)</p>\n"
    if let data = exhibit.data {
      html += "<details><summary>Data</summary>\n\(table(data, caption: ""))</details>\n"
    }
    return html + "</figure>\n"
  }

  /// The width for which the style has a size of letters: every fourth column up to 120.
  private static func step(_ columns: Int) -> Int { min(max((columns + 3) / 4 * 4, 40), 120) }

  /// The picture without its own title, which the caption says.
  private static func body(of exhibit: Exhibit) -> String {
    let lines = exhibit.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard !exhibit.title.isEmpty, lines.first == exhibit.title else { return exhibit.text }
    return lines.dropFirst().drop { $0.isEmpty }.joined(separator: "\n")
  }

  private static func table(_ exhibit: Exhibit) -> HTML {
    guard let data = exhibit.data else { return "<pre class=\"output\" tabindex=\"0\"><samp>\(exhibit.text)</samp></pre>\n" }
    return table(data, caption: exhibit.title)
  }

  private static func table(_ data: Exhibit.Data, caption: String) -> HTML {
    var html: HTML = "<div class=\"table\" tabindex=\"0\"><table>\n"
    if !caption.isEmpty { html += "<caption>\(caption)</caption>\n" }
    html += "<thead><tr>"
    for (column, name) in data.columns.enumerated() {
      // A header without words is no header to a screen reader.
      html += name.isEmpty ? "<td></td>" : "<th scope=\"col\"\(alignment(data, column))>\(name)</th>"
    }
    html += "</tr></thead>\n<tbody>\n"
    for row in data.rows {
      html += "<tr>"
      for (column, cell) in row.enumerated() {
        let isHeader = column == 0 && !data.isNumeric[column]
        html +=
          isHeader ? "<th scope=\"row\"\(alignment(data, column))>\(cell)</th>" : "<td\(alignment(data, column))>\(cell)</td>"
      }
      html += "</tr>\n"
    }
    return html + "</tbody></table></div>\n"
  }

  private static func alignment(_ data: Exhibit.Data, _ column: Int) -> HTML {
    data.isNumeric[column] ? " class=\"right\"" : ""
  }
}
