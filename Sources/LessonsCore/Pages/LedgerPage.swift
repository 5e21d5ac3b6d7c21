/// The ledger of numbers: an overview of the course, and a page of tables for each lesson.
enum LedgerPage {
  /// All numbers of one lesson.
  static func page(_ chapter: Chapter, of course: Course, _ bibliography: Bibliography, _ resolver: LinkResolver) -> Page {
    let shell = PageShell(course: course, root: "../")
    let title = "Numbers of “\(chapter.lesson.title)”"
    let summary = "Every number that the lesson computes: as written, as computed, and how the two compare."
    let main: HTML = """
      <h1>\(title)</h1>
      <p>\(sentence(chapter.ledger.counts)) Read <a href="../lessons/\(chapter.file)">the lesson</a>, \
      or see <a href="../numbers.html">all lessons</a> and how a number is compared.</p>
      \(values(chapter, bibliography))\(comments(chapter))\(outputs(chapter))
      """
    return Page(
      path: "numbers/\(chapter.lesson.slug).html",
      html: shell.html(
        title: title, description: summary, current: nil, navigation: shell.navigation(current: nil, resolver: resolver),
        main: main))
  }

  /// What the course has, lesson by lesson, and the rules.
  static func overview(_ chapters: [Chapter]) -> HTML {
    let total = chapters.reduce(LessonLedger.Counts()) { $0 + $1.ledger.counts }
    var html: HTML = """
      <p>\(sentence(total)) Each build computes them again.</p>
      <div class="table" tabindex="0"><table class="ledger">
      <caption>Numbers by lesson</caption>
      <thead><tr><th scope="col">Lesson</th><th scope="col" class="right">Computed</th><th scope="col" class="right">Published, \
      confirmed</th><th scope="col" class="right">Published, wrong</th><th scope="col" class="right">Given</th>\
      <th scope="col" class="right">In results</th><th scope="col" class="right">In comments</th></tr></thead>
      <tbody>

      """
    for chapter in chapters where chapter.ledger.counts != LessonLedger.Counts() {
      let name: HTML =
        chapter.ledger.values.isEmpty
        ? "<a href=\"lessons/\(chapter.file)\">\(chapter.lesson.title)</a>"
        : "<a href=\"numbers/\(chapter.file)\">\(chapter.lesson.title)</a>"
      html += "<tr><th scope=\"row\">\(name)</th>\(cells(chapter.ledger.counts))</tr>\n"
    }
    return html + """
      </tbody>
      <tfoot><tr><th scope="row">All</th>\(cells(total))</tr></tfoot></table></div>
      <h2 id="rules">How a number is compared</h2>
      <ul>
      <li>A decimal must be within half a unit of the last digit written, <b>by digits</b>: 0.811 within 0.0005.</li>
      <li>A whole number must be <b>equal</b>; a computed one that is not whole may be rounded to it. Words must be equal, too.</li>
      <li>Where an author allows a distance, it is that distance that is <b>allowed</b>.</li>
      <li>A number that is published and wrong must <b>not</b> match: then the build fails if it turns out right.</li>
      <li>Given numbers stand in the text as they are: they are chosen, not computed.</li>
      </ul>

      """
  }

  private static func cells(_ counts: LessonLedger.Counts) -> HTML {
    let numbers = [counts.computed, counts.published, counts.refuted, counts.given, counts.results, counts.comments]
    return numbers.map { count -> HTML in "<td class=\"right\">\(count)</td>" }.joined()
  }

  /// Whose the numbers of a page are, in words.
  static func sentence(_ counts: LessonLedger.Counts) -> HTML {
    var parts = ["\(counts.computed) computed", "\(counts.published) published and confirmed"]
    parts.append("\(counts.refuted) published and wrong")
    if counts.failed > 0 { parts.append("\(counts.failed) not as computed") }
    parts.append("\(counts.given) given")
    var text = "Numbers in the text: " + parts.joined(separator: ", ") + "."
    var results: [String] = []
    if counts.results > 0 { results.append("\(counts.results) in the results of the code") }
    if counts.comments > 0 { results.append("\(counts.comments) in its comments") }
    if !results.isEmpty { text += " Recomputed besides: " + results.joined(separator: ", ") + "." }
    return "\(text)"
  }

  /// Rows and cells end where the next one begins, as HTML has it.
  private static func values(_ chapter: Chapter, _ bibliography: Bibliography) -> HTML {
    var html = head(
      "In the text", ["Line", "Written", "Computed", "Within", "Off by", "Whose", "Expression", "Block"], css: "ledger exact")
    for value in chapter.ledger.values {
      let id = chapter.anchors.values[value.index] ?? ""
      html += """
        <tr id="\(id)"><th scope="row"><a href="../lessons/\(chapter.file)#\(id)">\(value.line)</a>\
        <td>\(ValueRenderer.cut(value.written, 60))<td>\(value.computed.map { ValueRenderer.cut($0, 80) } ?? "–")\
        <td>\(tolerance(value))<td>\(gap(value))<td>\(whose(value, bibliography))\
        <td><code>\(ValueRenderer.cut(value.expression, 160))</code>\
        <td>\(value.block.map { chapter.lesson.blocks[$0].name } ?? "")

        """
    }
    return html + "</tbody></table></div>\n"
  }

  private static func tolerance(_ value: LessonLedger.Value) -> String {
    switch value.tolerance {
    case .given(let amount): "±\(amount) allowed"
    case .halfUnit(let amount): "±\(amount) by digits"
    case .exact: "equal"
    }
  }

  /// How far a value is from what is written, absolute and relative.
  static func gap(_ value: LessonLedger.Value) -> String {
    guard let gap = value.difference else { return "–" }
    if gap.absolute == "0" { return "0" }
    return gap.absolute + (gap.relative.map { " (\($0) %)" } ?? "")
  }

  private static func whose(_ value: LessonLedger.Value, _ bibliography: Bibliography) -> HTML {
    var html: HTML
    switch value.publication {
    case .own: html = "ours"
    case .published(let key): html = "published: \(source(key, bibliography))"
    case .refuted(let key): html = "<b>wrong</b> in \(source(key, bibliography))"
    }
    if value.status != .ok { html += ", <b>\(value.status.rawValue)</b>" }
    return html
  }

  private static func source(_ key: String, _ bibliography: Bibliography) -> HTML {
    guard let entry = bibliography[key] else { return "\(key)" }
    return "<a href=\"\(CitationRenderer.address(entry, root: "../"))\">\(entry.label)</a>"
  }

  private static func comments(_ chapter: Chapter) -> HTML {
    if chapter.ledger.comments.isEmpty { return "" }
    var html = head("In the comments of the code", ["Line", "Written", "Computed", "Block"])
    for comment in chapter.ledger.comments {
      let verdict = comment.status == .ok ? "" : ", \(comment.status.rawValue)"
      html += """
        <tr><th scope="row">\(comment.line)<td>\(ValueRenderer.cut(comment.written, 120))\
        <td>\(comment.computed.map { ValueRenderer.cut($0, 120) } ?? "–")\(verdict)\
        <td>\(chapter.lesson.blocks[comment.block].name)

        """
    }
    return html + "</tbody></table></div>\n"
  }

  private static func outputs(_ chapter: Chapter) -> HTML {
    if chapter.ledger.outputs.isEmpty { return "" }
    var html = head("In the results of the code", ["Line", "Block", "Numbers", "Compared"])
    for output in chapter.ledger.outputs {
      let verdict = output.isVolatile ? "not compared" : output.status == .ok ? "as recorded" : output.status.rawValue
      html += """
        <tr><th scope="row">\(output.line)</th><td>\(block(chapter, output.block))</td><td>\(output.numbers)</td>\
        <td>\(verdict)</td></tr>

        """
    }
    return html + "</tbody></table></div>\n"
  }

  private static func block(_ chapter: Chapter, _ index: Int) -> HTML {
    "<a href=\"../lessons/\(chapter.file)#\(chapter.anchors.blocks[index] ?? "")\">\(chapter.lesson.blocks[index].name)</a>"
  }

  private static func head(_ caption: String, _ columns: [String], css: String = "ledger") -> HTML {
    var html: HTML = "<div class=\"table\" tabindex=\"0\"><table class=\"\(css)\">\n<caption>\(caption)</caption>\n<thead><tr>"
    for column in columns { html += "<th scope=\"col\">\(column)</th>" }
    return html + "</tr></thead>\n<tbody>\n"
  }
}
