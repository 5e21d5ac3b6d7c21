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
        document @1:1-4:4
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
      testDescription: "a footnote", markdown: "a[^x]\n\n[^x]: b\n",
      tree: """
        document @1:1-3:7
          paragraph @1:1-1:5
            text "a"
            footnoteReference("1")
          footnoteDefinition @3:7-3:7
            paragraph @3:7-3:7
              text "b"
        """),
    Case(
      testDescription: "a fence in a list", markdown: "- a\n\n  ```swift {#x}\n  let a = 1\n  ```\n",
      tree: """
        document @1:1-5:5
          list @1:1-5:5
            item @1:1-5:5
              paragraph @1:3-1:3
                text "a"
              code block fenced [swift {#x}] "let a = 1\\n" @3:3-5:5
        """),
    Case(
      testDescription: "a fence in a quotation", markdown: "> ~~~~output\n> ```\n> ~~~~\n",
      tree: """
        document @1:1-3:6
          quote @1:1-3:6
            code block fenced [output] "```\\n" @1:3-3:6
        """),
    Case(
      testDescription: "an indented block", markdown: "    ```swift\n    1\n    ```\n",
      tree: """
        document @1:1-3:7
          code block indented [] "```swift\\n1\\n```\\n" @1:5-3:7
        """),
    Case(
      testDescription: "a table with a value", markdown: "| a | b |\n|--:|---|\n| [1](<swift:x \\| y> \"±2\") | c |\n",
      tree: """
        document @1:1-3:33
          table right none @1:1-3:33
            header row @1:1-1:9
              cell @1:2-1:4
                text "a"
              cell @1:6-1:8
                text "b"
            row @3:1-3:33
              cell @3:2-3:28
                link <swift:x | y> "±2"
                  text "1"
              cell @3:30-3:32
                text "c"
        """),
    Case(
      testDescription: "tasks", markdown: "- [x] yes\n- [ ] no\n",
      tree: """
        document @1:1-2:8
          list @1:1-2:8
            task true @1:1-1:9
              paragraph @1:7-1:9
                text "yes"
            task false @2:1-2:8
              paragraph @2:7-2:8
                text "no"
        """),
    // The parser's own extension finds none of these.
    Case(
      testDescription: "tasks in a quotation",
      markdown: "> - [x] *yes*\n>   more\n> - [ ] no\n> - \\[ ] text\n> - [x]text\n> - [X] [deep](a)\n",
      tree: """
        document @1:1-6:17
          quote @1:1-6:17
            list @1:3-6:17
              task true @1:3-2:8
                paragraph @1:9-2:8
                  emphasis
                    text "yes"
                  softBreak
                  text "more"
              task false @3:3-3:10
                paragraph @3:9-3:10
                  text "no"
              item @4:3-4:13
                paragraph @4:5-4:13
                  text "[ ] text"
              item @5:3-5:11
                paragraph @5:5-5:11
                  text "[x]text"
              task true @6:3-6:17
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
    let events = try MarkdownReader.events(of: Array("see https://example.org now".utf8))
    #expect(
      !events.contains {
        if case .link = $0.node { true } else { false }
      })
  }

  /// A tree a hundred levels deep is a flat list; the walk must neither recurse nor lose an exit.
  @Test func everyEntranceHasItsExit() throws {
    let markdown = String(repeating: "> ", count: 60) + "- a\n" + String(repeating: "*x ", count: 40)
    let events = try MarkdownReader.events(of: Array(markdown.utf8))
    #expect(events.count { $0.phase == .enter } == events.count { $0.phase == .exit })
  }
}
