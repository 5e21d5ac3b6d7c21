import LessonModel
import MarkdownReading
import Testing

@Suite("Reading Markdown")
struct MarkdownReaderTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var markdown: String
    var tree: String
  }

  static let cases = [
    Case(
      testDescription: "heading and paragraph", markdown: "# A *b*\n\ntext\nmore\n",
      tree: """
        heading 1 @1:1-1:7
          text "A "
          emphasis
            text "b"
        paragraph @3:1-4:4
          text "text"
          softBreak
          text "more"
        """),
    Case(
      testDescription: "headings with a line below", markdown: "a\nb\n===\n> c\n> ---\n\n[d]: /e\nf\n-----\ng\n===",
      tree: """
        heading 1 @1:1-3:3
          text "a"
          softBreak
          text "b"
        quote @4:1-5:5
          heading 2 @4:3-5:5
            text "c"
        heading 2 @8:1-9:5
          text "f"
        heading 1 @10:1-11:3
          text "g"
        """),
    Case(
      testDescription: "a footnote", markdown: "a[^x]\n\n[^x]: b\n",
      tree: """
        paragraph @1:1-1:5
          text "a"
          noteReference "1"
        footnote @3:1-3:7
          paragraph @3:7-3:7
            text "b"
        """),
    Case(
      testDescription: "a fence in a list", markdown: "- a\n\n  ```swift {#x}\n  let a = 1\n  ```\n",
      tree: """
        list @1:1-5:5
          item
            paragraph @1:3-1:3
              text "a"
            code block fenced [swift {#x}] "let a = 1\\n" @3:3-5:5
        """),
    Case(
      testDescription: "a fence in a quotation", markdown: "> ~~~~output\n> ```\n> ~~~~\n",
      tree: """
        quote @1:1-3:6
          code block fenced [output] "```\\n" @1:3-3:6
        """),
    Case(
      testDescription: "an indented block", markdown: "    ```swift\n    1\n    ```\n",
      tree: """
        code block indented [] "```swift\\n1\\n```\\n" @1:5-3:7
        """),
    Case(
      testDescription: "blocks that empty lines follow",
      markdown: "- a\n- b\n\n\n    c\n\n\nd\n\n    e\n\n\n<!-- f\n-->\n\n<p>\n\n***",
      tree: """
        list @1:1-5:5
          item
            paragraph @1:3-1:3
              text "a"
          item
            paragraph @2:3-2:3
              text "b"
            paragraph @5:5-5:5
              text "c"
        paragraph @8:1-8:1
          text "d"
        code block indented [] "e\\n" @10:5-10:5
        html "<!-- f\\n-->\\n" @13:1-14:3
        html "<p>\\n" @16:1-16:3
        rule @18:1-18:3
        """),
    Case(
      testDescription: "a table with a value", markdown: "| a | b |\n|--:|---|\n| [1](<swift:x \\| y> \"±2\") | c |\n",
      tree: """
        table right none @1:1-3:33
          header row @1:1-1:9
            cell
              text "a"
            cell
              text "b"
          row @3:1-3:33
            cell
              value <x | y> "±2"
                text "1"
            cell
              text "c"
        """),
    Case(
      testDescription: "a table below words", markdown: "> w $x$\n> a | b\n> --|--\n> c | [1](swift:2)\nd",
      tree: """
        quote @1:1-4:18
          paragraph @1:3-1:7
            text "w "
            math "x"
          table none none @2:3-4:18
            header row @2:3-2:7
              cell
                text "a"
              cell
                text "b"
            row @4:3-4:18
              cell
                text "c"
              cell
                value <2> ""
                  text "1"
        paragraph @5:1-5:1
          text "d"
        """),
    Case(
      testDescription: "tasks", markdown: "- [x] yes\n- [ ] no\n",
      tree: """
        list @1:1-2:8
          task true
            paragraph @1:7-1:9
              text "yes"
          task false
            paragraph @2:7-2:8
              text "no"
        """),
    // The parser's own extension finds none of these.
    Case(
      testDescription: "tasks in a quotation",
      markdown: "> - [x] *yes*\n>   more\n> - [ ] no\n> - \\[ ] text\n> - [x]text\n> - [X] [deep](a)\n",
      tree: """
        quote @1:1-6:17
          list @1:3-6:17
            task true
              paragraph @1:9-2:8
                emphasis
                  text "yes"
                softBreak
                text "more"
            task false
              paragraph @3:9-3:10
                text "no"
            item
              paragraph @4:5-4:13
                text "[ ] text"
            item
              paragraph @5:5-5:11
                text "[x]text"
            task true
              paragraph @6:9-6:17
                link <a> ""
                  text "deep"
        """),
  ]

  @Test(arguments: cases)
  func treeWithPlaces(example: Case) throws {
    let drawn = try MarkdownTree.text(example.markdown)
    #expect(drawn == example.tree, "\(drawn)")
  }

  @Test func addressesInTheTextStayText() throws {
    #expect(
      try MarkdownTree.text("see https://example.org now") == "paragraph @1:1-1:27\n  text \"see https://example.org now\"")
  }

  /// A tree near the limit of depth is walked by recursion.
  @Test func whatIsDeepIsRead() throws {
    let markdown = String(repeating: "> ", count: 60) + "- a\n" + String(repeating: "*x ", count: 40)
    var blocks = try MarkdownReader.document(SourceText(path: "a.md", text: markdown)).blocks
    var depth = 0
    while case .quotation(let inside)? = blocks.first?.kind {
      blocks = inside
      depth += 1
    }
    #expect(depth == 60)
  }

  /// How a file ends its lines, and what stands before its first, change places but not the tree.
  @Test(arguments: ["\n", "\r\n", "\r"])
  func lineEndsAndMarksAreNoText(lineEnd: String) throws {
    let lines = [
      "# a", "", "> b [1](swift:2)", "> $x", "> y$ [@k]", "", "```swift", "let c = 1", "```", "", "| d |", "|---|", "| e |",
    ]
    let text = lines.joined(separator: lineEnd)
    let plain = SourceText(path: "a.md", text: text)
    let marked = SourceText(path: "a.md", bytes: SourceText.byteOrderMark + Array(text.utf8))
    let document = try MarkdownReader.document(plain)
    #expect(try MarkdownTree.text(text) == MarkdownTree.text(lines.joined(separator: "\n")))
    #expect(
      try MarkdownReader.document(marked).blocks.map { plain.text($0.range.lowerBound - 3..<$0.range.upperBound - 3) }
        == document.blocks.map { plain.text($0.range) })
    let code = document.blocks.compactMap { if case .code(let code) = $0.kind { code } else { nil } }
    #expect(code.map(\.literal) == ["let c = 1\n"])
    let fence = try #require(code.first?.fence)
    #expect(plain.text(fence.info) == "swift" && plain.text(fence.contentRange) == "let c = 1" + lineEnd && fence.isClosed)
    #expect(fence.code.lineOffsets.map { plain.text($0..<($0 + 9)) } == ["let c = 1"])
  }

  /// What is read from some line on keeps the places of the whole file.
  @Test func whatStandsBeforeIsLeftOut() throws {
    let source = SourceText(path: "a.md", text: "---\nx: |\n---\n# a\n\nb $c$ [d](e)\n")
    let document = try MarkdownReader.document(source, from: 13)
    #expect(document.blocks.map { source.text($0.range) } == ["# a", "b $c$ [d](e)"])
    let inlines = try #require(document.blocks.last?.texts.first)
    guard inlines.count == 4, case .formula(let formula) = inlines[1], case .link(let link) = inlines[3] else {
      Issue.record("\(inlines)")
      return
    }
    #expect(source.text((formula.offsets.first ?? 0)..<(formula.offsets.last ?? 0)) == "c")
    #expect(source.text(link.offset..<(link.offset + 1)) == "e")
  }

  @Test func captionsStandSomewhereElse() throws {
    let before = "0123456789"
    let caption = "A *b* $x$ [1](swift:2 \"±1\") [see @k] [l](m) <i> <!-- covers: S1 -->"
    let source = SourceText(path: "a.md", text: before + caption)
    let moved = try #require(MarkdownReader.inlines(caption, at: before.count))
    let inlines = try #require(MarkdownReader.document(source).blocks.first?.texts.first)
    #expect(moved.dropFirst() == inlines.dropFirst() && moved.count == 14)
    #expect(MarkdownReader.inlines("", at: 5) == [])
    #expect(MarkdownReader.inlines(String(repeating: "[", count: 5_000), at: 5) == nil)
  }

  @Test func htmlKnowsItsPlace() throws {
    let source = SourceText(path: "a.md", text: "a <b> `<b>` <b>\n| c |\n|---|\n| <b> <!-- Cover: x,y --> |\n")
    let document = try MarkdownReader.document(source)
    var places: [Int] = []
    document.blocks.walkInlines { inline in
      switch inline {
      case .html(let html): places.append(html.offset)
      case .coverage(let comment):
        places.append(comment.offset)
        #expect(comment.keyword == "Cover:" && comment.names == ["x", "y"] && !comment.isMark)
      default: break
      }
    }
    #expect(places == [2, 12, 30, 34])
  }

  /// Where a link's destination is written; by reference, where it begins; so for an address.
  @Test(arguments: [
    ("a [b](c)", 6), ("a [b](<c d> 'e')", 6), ("> a [b](\n>  c)", 12), ("a ![b](c)", 7), ("- a [b]\n\n[b]: c", 4),
    ("a [b][c]\n\n[c]: d", 2),
    ("a <https://b.org>", 2), ("| a | [b][] |\n|-|-|\n\n[b]: c", 6),
    ("a [`]`](\\c)", 8), ("| a |\n|-|\n| [b](c\\|d) |", 16),
  ])
  func linksKnowTheirPlace(markdown: String, place: Int) throws {
    var places: [Int] = []
    try MarkdownReader.document(SourceText(path: "a.md", text: markdown)).blocks.walkInlines { inline in
      switch inline {
      case .link(let link), .image(let link): places.append(link.offset)
      default: break
      }
    }
    #expect(places == [place])
  }
}
