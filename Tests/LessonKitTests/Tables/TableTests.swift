import LessonKit
import Testing

@Suite struct TableTests {
  @Test func alignsWordsLeftAndNumbersAtTheirPoint() {
    let table = Table(
      "Surprise", columns: ["outcome", "p", "count"],
      rows: [["heads", 0.5, 12], ["熵", 0.125, 3], ["none", .text("-"), .number(.nan)]])
    #expect(
      table.text == """
        Surprise

        outcome       p   count
        heads     0.5        12
        熵        0.125       3
        none          -     nan
        """)
    #expect(table.alignments == [.leading, .trailing, .trailing])
    #expect(table.description == table.text)
  }

  @Test func literalsMakeCellsAndArraysMakeNumbers() {
    let literal = Table(columns: ["x", "x squared"], rows: [[1, 1], [2, 4]])
    #expect(literal.rows == [[.integer(1), .integer(1)], [.integer(2), .integer(4)]])
    let numbers: [[Double]] = [[1, 0.5], [2, 0.25]]
    #expect(Table(columns: ["x", "y"], rows: numbers).rows[1] == [.number(2), .number(0.25)])
    #expect(Table(columns: ["x", "y"], rows: numbers, digits: 1).rows[1][1] == .number(0.25, .fixed(1)))
    let named = Table(["step": [0, 1, 2], "loss": [56, 12.25]], format: .significant(3))
    #expect(named.columns == ["step", "loss"])
    #expect(named.rows[2] == [.number(2, .significant(3)), .text("")])
  }

  @Test func raggedRowsAreFilledUp() {
    let table = Table(columns: ["a"], rows: [["x"], [], ["y", "z"]])
    #expect(table.columns == ["a", ""])
    #expect(table.rows == [["x", ""], ["", ""], ["y", "z"]])
    #expect(table.text == "a\nx\n\ny  z")
  }

  @Test(arguments: [
    (Table(columns: [], rows: [[Cell]]()), "", "Table, 0 rows."),
    (Table(columns: ["", ""], rows: [["a", 1]]), "a   1", "Table, 1 row."),
    (Table("T", columns: ["n"], rows: [[Cell]]()), "T\n\nn", "Table of n, 0 rows."),
    (Table("two\nlines", columns: ["a\tb"], rows: [["c\nd"]]), "two lines\n\na b\nc d", "Table of a b, 1 row."),
    (Table(columns: ["v"], rows: [[1e-7], [0.5]]), "    v\n1e-07\n  0.5", "Table of v, 2 rows."),
  ])
  func oddTables(table: Table, text: String, summary: String) {
    #expect(table.text == text)
    #expect(table.summary == summary)
  }

  @Test func aFigureCarriesTheTable() {
    let table = Table("Squares", columns: ["x", "y"], rows: [[1, 1], [2, 4]])
    let figure = table.figure
    #expect(figure.kind == .table)
    #expect(figure.title == "Squares")
    #expect(figure.text == table.text)
    #expect(figure.data == table)
    #expect(figure.svg == nil)
  }
}
