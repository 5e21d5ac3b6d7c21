import LessonModel
import TestSupport
import Testing

@Suite("What a reader may explore")
struct ParameterReaderTests {
  /// What stands behind `explore=`: the declarations, the controls' words, and the settings of the check.
  static let good: [(String, [String], [String], [[String]])] = [
    (
      "rate: 0.01...1.2 step 0.01 = 0.1", ["let rate: Double = 0.1"], ["rate"],
      [["0.01", "0.20", "0.40", "0.60", "0.80", "1.00", "1.20"]]
    ),
    ("n: 1...4 = 2", ["let n: Int = 2"], ["n"], [["1", "2", "3", "4"]]),
    ("n: 0...10 step 5 = 5 px", ["let n: Int = 5"], ["n"], [["0", "5", "10"]]),
    ("x: -1...1 step 0.5 = 0", ["let x: Double = 0"], ["x"], [["-1.0", "-0.5", "0.0", "0.5", "1.0"]]),
    ("x: 1e-3...3e-3 step 1e-3 = 0.002", ["let x: Double = 0.002"], ["x"], [["0.001", "0.002", "0.003"]]),
    ("isNoisy: Bool = false;", ["let isNoisy: Bool = false"], ["is noisy"], [["false", "true"]]),
    ("way: plain | Adam = Adam", ["let way: String = \"Adam\""], ["way"], [["plain", "Adam"]]),
    ("n: 10 | 100 = 10", ["let n: Int = 10"], ["n"], [["10", "100"]]),
    ("b: 0.9 | 0.99 = 0.99", ["let b: Double = 0.99"], ["b"], [["0.9", "0.99"]]),
    (
      "learningRate (step size): 1...2 = 1; \u{DF}: 1...2 = 1", ["let learningRate: Int = 1", "let \u{DF}: Int = 1"],
      ["step size", "\u{DF}"], [["1", "2"], ["1", "2"]]
    ),
  ]

  @Test(arguments: good)
  func isRead(text: String, declarations: [String], labels: [String], samples: [[String]]) throws {
    let read = readLesson("# A\n\n```swift {explore=\"\(text)\"}\n1\n```\n")
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    let parameters = try #require(read.lesson).parameters
    #expect(parameters.map(\.declaration) == declarations)
    #expect(parameters.map(\.label) == labels)
    #expect(parameters.map { parameter in parameter.samples.map(parameter.text) } == samples)
  }

  /// How many decimals tell one step of a range from the next.
  @Test(arguments: [
    ("1.0...500 step 1 = 10", 0), ("0.5...2.5 step 1 = 1.5", 1), ("0...1.00 step 0.10 = 0", 1), ("0...0.5 step 0.25 = 0", 2),
    ("1...9 = 3", 0),
  ])
  func stepsDifferInSomeDecimals(range: String, decimals: Int) throws {
    let read = readLesson("# A\n\n```swift {explore=\"x: \(range)\"}\n1\n```\n")
    guard case .range(let steps)? = read.lesson?.parameters.first?.domain else {
      Issue.record("\(read.diagnostics)")
      return
    }
    #expect(steps.decimals == decimals)
  }

  static let mistakes: [(String, String)] = [
    ("«1»rate", "a parameter is a name, ':' and what it may be"),
    ("«1»2x: 1...2 = 1", "'2x' cannot be the name of a constant"), ("«1»let: 1...2 = 1", "'let' cannot be the name"),
    ("rate:«1» 1...2", "'rate' has no default"), ("a: 1...2 = 1; ;«1» b: 1...2 = 1", "a parameter is missing here"),
    ("a: «1»2...1 = 1", "the smaller end comes first"), ("a: «1»0.1...1 = 0.1", "a range of decimals needs a step"),
    ("a: 0...1 step «1»0.3 = 0", "no whole number of steps of 0.3 leads from 0 to 1"),
    ("a: 0...1 step «1»0 = 0", "a step must be larger than 0"),
    ("a: 0...1 step 0.1 = «1»2", "the default 2 is outside of 0...1"),
    ("a: 0...1 step 0.1 = «1»0.15", "is between two steps"), ("a: «1»0..<3 = 1", "write '...'"),
    ("a: «1».5...1 step 0.5 = 1", "'.5' is no number; write 0.5"), ("a: «1»bool = true", "did you mean 'Bool'?"),
    ("a: Bool = «1»on", "true or false, not 'on'"), ("a: plain | Adam = «1»Adm", "did you mean 'Adam'?"),
    ("a: x | «1»x = x", "'x' is a choice already"), ("a: 1...2 = 1; «1»a: 1...2 = 1", "'a' is written twice"),
    ("a: «1»0...1000000 = 1", "a slider has at most 10000"), ("a «1»(: 1...2 = 1", "a label stands in parentheses"),
  ]

  @Test(arguments: mistakes)
  func mistakesAreToldAtTheirPlaces(marked: String, part: String) {
    let text = marked.contains(";«1»") ? marked.replacing(";«1»", with: "«1»;") : marked.replacing(":«1» ", with: ": «1»")
    expectOne(MarkedText("# A\n\n```swift {explore=\"\(text)\"}\n1\n```\n"), .explore, part)
  }

  static let misplaced: [(String, DiagnosticKind, String)] = [
    ("```swift {run=false explore=\"«1»a: 1...2 = 1\"}\n1\n```\n", .explore, "'run=false' and 'explore'"),
    ("```swift {session=b explore=\"«1»a: 1...2 = 1\"}\n1\n```\n", .explore, "'session' and 'explore'"),
    ("```swift {volatile explore=\"«1»a: 1...2 = 1\"}\n1\n```\n", .explore, "'volatile' and 'explore'"),
    ("```swift {expect=trap explore=\"«1»a: 1...2 = 1\"}\n1\n```\n", .explore, "'expect' and 'explore'"),
    ("```swift {explore=\"«1»a: 1...2 = 1\"}\nlet a = 1\n```\n", .duplicateName, "'a' is declared in line 4 too"),
    (
      "```swift {explore=\"a: 1...2 = 1\"}\n1\n```\n\n```swift {explore=\"«1»a: 1...2 = 1\"}\n1\n```\n", .duplicateName,
      "the parameter 'a' is used twice"
    ),
    ("```swift\n«1»a\n```\n\n```swift {explore=\"a: 1...2 = 1\"}\na\n```\n", .earlyRead, "'a' is read here"),
  ]

  @Test(arguments: misplaced)
  func standsWhereItCanDoSomething(marked: String, kind: DiagnosticKind, part: String) {
    expectOne(MarkedText("# A\n\n" + marked), kind, part)
  }
}
