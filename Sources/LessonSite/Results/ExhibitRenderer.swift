import LessonModel

/// A chart, table or diagram in the page: the picture in characters, its drawing, its summary and its numbers.
///
/// One of the two pictures is shown. A checkbox beside each figure shows the other one, a checkbox at the top of the page
/// does so for all, and style alone does the switching. The drawing is a file of its own, which is loaded when it is shown.
enum ExhibitRenderer {
  static func html(_ figure: Figure, _ writer: AddressWriter, _ words: PageWords) -> HTML {
    switch figure.exhibit.kind {
    case .table: table(figure)
    case .chart, .diagram: picture(figure, writer, words)
    }
  }

  private static func picture(_ figure: Figure, _ writer: AddressWriter, _ words: PageWords) -> HTML {
    let exhibit = figure.exhibit
    let title = figure.title.isEmpty ? words[.figure] : figure.title
    let (titleID, summaryID) = (writer.id(figure.id + "-t"), writer.id(figure.id + "-d"))
    var html: HTML = """
      <figure class="chart" aria-labelledby="\(titleID)">
      <figcaption id="\(titleID)">\(title)</figcaption>

      """
    if figure.drawing != nil {
      html += """
        <label class="chart-switch"><input type="checkbox" aria-label="\(words[.textOrDrawing])">\
        <span>\(words[.text])</span><span>\(words[.drawing])</span></label>

        """
    }
    let text = exhibit.body.joined(separator: "\n")
    html += """
      <pre class="chart-text c\(step(CharacterWidth.columns(of: text)))" role="img" aria-labelledby="\(titleID)" \
      aria-describedby="\(summaryID)" tabindex="0">\(CharacterGrid.html(text))</pre>

      """
    if let drawing = figure.drawing {
      // A diagram without a narrow form scrolls, which the keyboard must be able to do too.
      html += figure.narrow == nil ? "<picture class=\"chart-drawing\" tabindex=\"0\">" : "<picture class=\"chart-drawing\">"
      if let narrow = figure.narrow {
        html += """
          <source media="(max-width: 34rem)" srcset="\(writer.drawing(narrow.name))" width="\(narrow.width)" \
          height="\(narrow.height)">
          """
      }
      html += """
        <img src="\(writer.drawing(drawing.name))" alt="\(title)" width="\(drawing.width)" height="\(drawing.height)" \
        loading="lazy"></picture>

        """
    }
    // What a machine says of the picture stands with its numbers: beside the picture its author has the word.
    html += """
      <details><summary>\(words[exhibit.data == nil ? .description : .data])</summary>
      <p id="\(summaryID)" class="chart-summary">\(figure.summary)</p>
      \(figure.data.map { table($0, caption: "") } ?? "")</details>

      """
    return html + "</figure>\n"
  }

  /// The nearest width for which the style has a size of letters.
  private static func step(_ columns: Int) -> Int { [40, 48, 56, 64, 72, 80, 96].first { columns <= $0 } ?? 120 }

  private static func table(_ figure: Figure) -> HTML {
    guard let data = figure.data else {
      return "<pre class=\"output\" tabindex=\"0\"><samp>\(figure.exhibit.text)</samp></pre>\n"
    }
    return table(data, caption: figure.title)
  }

  /// Rows and cells end where the next one begins, as HTML has it: a page with many charts has many of them.
  private static func table(_ data: Exhibit.Data, caption: String) -> HTML {
    // Where all columns but perhaps the first have numbers, the table says so once.
    let isOfNumbers = data.isNumeric.count > 1 && data.isNumeric.dropFirst().allSatisfy { $0 } || data.isNumeric == [true]
    let isNamed = isOfNumbers && data.isNumeric.first == false
    func alignment(_ column: Int) -> HTML { data.isNumeric[column] && !isOfNumbers ? " class=\"right\"" : "" }
    let css: HTML = isOfNumbers ? " class=\"numbers\(isNamed ? " named" : "")\"" : ""
    var html: HTML = "<div class=\"table\" tabindex=\"0\"><table\(css)>\n"
    if !caption.isEmpty { html += "<caption>\(caption)</caption>\n" }
    html += "<thead><tr>"
    for (column, name) in data.columns.enumerated() {
      // A header without words is no header to a screen reader.
      html += name.isEmpty ? "<td>" : "<th scope=\"col\"\(alignment(column))>\(name)"
    }
    html += "\n<tbody>\n"
    for row in data.rows {
      html += "<tr>"
      for (column, cell) in row.enumerated() {
        let isHeader = column == 0 && !data.isNumeric[column]
        html += isHeader ? "<th scope=\"row\">\(cell)" : "<td\(alignment(column))>\(cell)"
      }
      html += "\n"
    }
    return html + "</table></div>\n"
  }
}

/// Text in which every character takes a whole number of columns: pictures in characters, tables, source lines.
enum CharacterGrid {
  /// The text with each character of two columns in a box of two columns, for no fixed-width face draws it so by itself.
  static func html(_ text: String) -> HTML {
    guard text.unicodeScalars.contains(where: { $0.value >= 0x1100 }), text.contains(where: CharacterWidth.isWide) else {
      return HTML(escaping: text)
    }
    var html: HTML = ""
    var plain = ""
    for character in text {
      if CharacterWidth.isWide(character) {
        html += "\(plain)<span class=\"w\">\(String(character))</span>"
        plain = ""
      } else {
        plain.append(character)
      }
    }
    return html + "\(plain)"
  }
}

extension Exhibit {
  /// The lines of the picture without its own title, which the caption says.
  var body: [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    return title.isEmpty || lines.first != title ? lines : Array(lines.dropFirst().drop { $0.isEmpty })
  }
}
