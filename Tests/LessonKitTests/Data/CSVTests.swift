import Foundation
import LessonKit
import Testing

/// Comma-separated values, as RFC 4180 has them and as programs write them.
@Suite struct CSVTests {
  @Test(
    arguments: [
      // The seven definitions of section 2 of the RFC.
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n", ["aaa", "bbb", "ccc"], [["zzz", "yyy", "xxx"]]),
      ("aaa,bbb,ccc\r\nzzz,yyy,xxx", ["aaa", "bbb", "ccc"], [["zzz", "yyy", "xxx"]]),
      ("aaa,b bb \r\n zzz,yyy", ["aaa", "b bb "], [[" zzz", "yyy"]]),
      ("\"aaa\",\"bbb\"\r\nzzz,\"yyy\"", ["aaa", "bbb"], [["zzz", "yyy"]]),
      ("a,b\r\n\"b\r\nbb\",ccc\r\n", ["a", "b"], [["b\nbb", "ccc"]]),
      ("a\n\"b\"\"bb\"\n", ["a"], [["b\"bb"]]), ("a,b\n\"1,5\",\"\"\n", ["a", "b"], [["1,5", ""]]),
      // What programs write.
      ("\u{FEFF}a,b\n1,2\n\n3,4\n\n", ["a", "b"], [["1", "2"], ["3", "4"]]),
      ("a,b\r1,2\r3,4", ["a", "b"], [["1", "2"], ["3", "4"]]),
      ("größe,日本\n1,é\"x\n", ["größe", "日本"], [["1", "é\"x"]]), ("a,b\n,\n", ["a", "b"], [["", ""]]), ("a,b", ["a", "b"], []),
    ] as [(String, [String], [[String]])])
  func isRead(text: String, columns: [String], rows: [[String]]) throws {
    let csv = try CSV(text)
    #expect(csv.columns == columns && csv.rows == rows)
  }

  @Test func otherSeparators() throws {
    #expect(try CSV("a;b\n1,5;2\n", separator: ";").rows == [["1,5", "2"]])
    #expect(try CSV("a\tb\n1\t2\n", separator: "\t").ints("b") == [2])
  }

  @Test(
    arguments: [
      ("", .empty), ("\n\n", .empty), ("a,b\n1\n", .ragged(line: 2, count: 1, expected: 2)),
      ("a,b\n\"x\ny\",2\n1,2,3\n", .ragged(line: 4, count: 3, expected: 2)), ("a\n\"1\n2\n", .unclosedQuote(line: 2)),
      ("a\n\"1\"x\n", .strayText(line: 2)), ("a,b,a\n", .repeatedColumn("a")),
    ] as [(String, CSVError)])
  func isRefused(text: String, error: CSVError) { #expect(throws: error) { try CSV(text) } }

  /// What is shown is as it was written, with numbers in line; what looks like one and is written otherwise stays words.
  @Test(
    arguments: [
      ("kind,height\noak,21.50\nbirch,\npine,9.25\n", 2, "The first 2 of 3 rows\n\nkind    height\noak      21.50\nbirch"),
      ("n,x\n1,1e1\n20,007\n", 5, " n  x\n 1  1e1\n20  007"), ("x\n-1.0\n10\n0.25\n", 3, "    x\n-1.0\n10\n 0.25"),
      ("x,y\n,\n", 1, "x  y\n"), ("a,b", 9, "a  b"), ("a\n1\n", 0, "The first 0 of 1 rows\n\na"),
    ] as [(String, Int, String)])
  func isShownByItsHead(text: String, count: Int, table: String) throws {
    let csv = try CSV(text)
    #expect(csv.head(count).text == table)
    #expect(csv.head(count).rows.count == min(count, csv.rows.count))
  }

  @Test func tenRowsAreShownUnasked() throws {
    let csv = try CSV("n\n" + (1...12).map { "\($0)\n" }.joined())
    #expect("\(csv)".hasPrefix("The first 10 of 12 rows\n\n") && "\(csv)".hasSuffix("\n10"))
    #expect(csv.figure == csv.head().figure && csv.figure.data?.rows.count == 10)
  }

  private static let trees = "kind,height,age\noak, 21.5 ,120\npine,1e1,NA\nbirch,,-40\n"

  @Test func columnsHaveTypes() throws {
    let csv = try CSV(Self.trees)
    #expect(try csv.strings("kind") == ["oak", "pine", "birch"])
    #expect(try csv.doubles("height", missing: -1) == [21.5, 10, -1])
    #expect(try csv.ints("age", missing: 0) == [120, 0, -40])
    #expect(try csv.strings("age") == ["120", "", "-40"])
    #expect(try csv.complete("height").rows.count == 2 && csv.complete().rows.count == 1)
  }

  @Test func whatIsNoNumberHasAPlace() throws {
    let csv = try CSV(Self.trees)
    #expect(throws: CSVError.missing(row: 3, column: "height")) { try csv.doubles("height") }
    #expect(throws: CSVError.missing(row: 2, column: "age")) { try csv.ints("age") }
    #expect(throws: CSVError.notANumber("oak", row: 1, column: "kind")) { try csv.doubles("kind") }
    #expect(throws: CSVError.notAnInteger(" 21.5 ", row: 1, column: "height")) { try csv.ints("height") }
    #expect(throws: CSVError.noColumn("hight", columns: ["kind", "height", "age"])) { try csv.doubles("hight") }
    #expect(
      CSVError.missing(row: 3, column: "height").description == "row 3 has no 'height'; say what stands for it with missing:")
  }

  @Test(arguments: ["1,5", "nan", "inf", "0x10", "1 000", "--1", "1e", "e5", ".", "1.2.3", "1e400", "١"])
  func isNoNumber(text: String) throws {
    let csv = try CSV("x;y\n\(text);1\n", separator: ";")
    #expect(throws: CSVError.notANumber(text, row: 1, column: "x")) { try csv.doubles("x") }
  }

  /// Tables as programs of continental Europe write them: the messages lead to both parameters.
  @Test(
    arguments: [
      ("year;cpi\n2020;101,5\n", "the header has one column and a ';' in it; give separator: \";\""),
      ("year;cpi\n2020;101\n", "there is no column 'cpi'; the header has one column and a ';' in it; give separator: \";\""),
      ("year\tcpi\n2020\t101,5\n", "the header has one column and a tab in it; give separator: \"\\t\""),
      ("cpi\n\"101,5\"\n", "'101,5' in row 1 of 'cpi' is not a number; if its comma is a decimal one, say decimal: \",\""),
      ("cpi\n1;5\n", "'1;5' in row 1 of 'cpi' is not a number"), ("cpi\n1,5\n", "line 2 has 2 cells, and there is 1 column"),
      ("a,b\n1\n", "line 2 has 1 cell, and there are 2 columns"),
      ("a,b\n", "there is no column 'cpi'; the columns are a, b"), ("a\n", "there is no column 'cpi'; the only column is 'a'"),
    ])
  func aMistakeSaysItsWayOut(text: String, message: String) {
    #expect {
      _ = try CSV(text).doubles("cpi")
    } throws: {
      "\($0)" == message
    }
  }

  @Test func decimalCommas() throws {
    let csv = try CSV("year;cpi\n2020; -101,5 \n2021;1e2\n2022;\n2023;1,25E1\n", separator: ";")
    #expect(try csv.doubles("cpi", missing: 0, decimal: ",") == [-101.5, 100, 0, 12.5])
    let points = try CSV("x\n1.5\n")
    #expect(throws: CSVError.notANumber("1.5", row: 1, column: "x")) { try points.doubles("x", decimal: ",") }
  }

  @Test func aFileIsRead() throws {
    let path = NSTemporaryDirectory() + "lessonkit-\(UUID().uuidString).csv"
    try Data(Self.trees.utf8).write(to: URL(fileURLWithPath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    #expect(try CSV(contentsOf: path) == CSV(Self.trees))
    #expect(throws: CSVError.unreadable(path: path + "x")) { try CSV(contentsOf: path + "x") }
    #expect(throws: CSVError.unreadable(path: "/")) { try CSV(contentsOf: "/") }
  }
}
