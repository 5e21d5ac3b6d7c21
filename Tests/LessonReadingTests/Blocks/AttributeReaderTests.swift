import LessonModel
import TestSupport
import Testing

@Suite("Attributes of blocks")
struct AttributeReaderTests {
  private static func attributes(_ change: (inout BlockAttributes) -> Void) -> BlockAttributes {
    var attributes = BlockAttributes()
    change(&attributes)
    return attributes
  }

  /// What stands behind the word `swift`, and what it means.
  static let good: [(String, BlockAttributes)] = [
    ("", BlockAttributes()), (" {}", BlockAttributes()), ("  {  } ", BlockAttributes()),
    ("{#a}", attributes { $0.name = "a" }), (" {#größe-1_b.c}", attributes { $0.name = "größe-1_b.c" }),
    (" {run=false}", attributes { $0.runs = false }), (" {run=\"true\"}", BlockAttributes()),
    (" {code=fold output=hide}", attributes { ($0.code, $0.output) = (.fold, .hide) }),
    (" {expect=trap}", attributes { $0.expectation = .trap }),
    (" {\texpect=compile-error\t}", attributes { $0.expectation = .compileError }),
    (" {session=b}", attributes { $0.session = "b" }),
    (" {timeout=1.5s}", attributes { $0.timeout = TimeLimit(milliseconds: 1_500) }),
    (" {timeout=10m}", attributes { $0.timeout = TimeLimit(milliseconds: 600_000) }),
    (" {timeout=250ms}", attributes { $0.timeout = TimeLimit(milliseconds: 250) }),
    (" {tolerance=1e-6}", attributes { $0.tolerance = Tolerance("1e-6") }),
    (" {tolerance=0}", attributes { $0.tolerance = Tolerance("0") }),
    (" {volatile}", attributes { $0.isVolatile = true }), (" {volatile=false}", BlockAttributes()),
    (" {trace}", attributes { $0.isTraced = true }), (" {trace=true}", attributes { $0.isTraced = true }),
    (" {trace=false}", BlockAttributes()), (" {value=hide}", attributes { $0.hidesValue = true }),
    (" {value=show}", BlockAttributes()),
    (" {stderr=show}", attributes { $0.showsStandardError = true }), (" {stderr=hide}", BlockAttributes()),
    (" {warnings=allow}", attributes { $0.allowsWarnings = true }), (" {warnings=tell}", BlockAttributes()),
    (" {caption=x}", attributes { $0.caption = BlockAttributes.Caption(text: "x", offset: 23) }),
    (#" {caption="a \"b\" \\ \alpha {c=d}"}"#, attributes { $0.caption = .init(text: #"a "b" \ \alpha {c=d}"#, offset: 24) }),
    (
      " {#a code=hide volatile timeout=2 caption=\"\u{E9}\"}",
      attributes {
        ($0.name, $0.code, $0.isVolatile, $0.timeout) = ("a", .hide, true, TimeLimit(milliseconds: 2_000))
        $0.caption = .init(text: "\u{E9}", offset: 56)
      }
    ),
  ]

  @Test(arguments: good)
  func meanWhatTheySay(text: String, attributes: BlockAttributes) throws {
    let read = readLesson("# A\n\n```swift\(text)\n1\n```\n")
    #expect(read.diagnostics.isEmpty, "\(read.diagnostics)")
    #expect(read.lesson?.blocks.map(\.attributes) == [attributes])
  }

  static let mistakes: [(String, String)] = [
    (" {«1»tiemout=1s}", "unknown attribute 'tiemout'; did you mean 'timeout'?"),
    (" {«1»file=/etc/passwd}", "unknown attribute 'file'"),
    (" {«1»path=/etc}", "unknown attribute 'path'; known: run, code, output, expect, session"),
    (" {«1».wide}", "classes have no meaning here; remove '.wide'"),
    (" {session=my «1»session}", "write session=\"my session\""), (" {caption=My «1»figure}", "write caption=\"My figure\""),
    (" {code=fold «1»code=hide}", "the attribute 'code' is written twice"),
    (" {#a «1»#b}", "the attribute '#name' is written twice"), (" {«1»#}", "a name must follow '#'"),
    (" {#«1»a/b}", "a name must be letters, digits, '-', '_' and '.', at most 80, not 'a/b'"),
    (" {session=«1»a/b}", "'session' must be letters"), (" {«1»session=}", "'session' needs a value: session=letters"),
    (" {«1»caption}", "'caption' needs a value: caption=\"...\""), (" {run=«1»no}", "'run' must be true or false, not 'no'"),
    (" {code=«1»hied}", "must be show, fold or hide, not 'hied'; did you mean 'hide'?"),
    (" {expect=«1»crash}", "must be trap or compile-error, not 'crash'"), (" {expect=«1»trp}", "did you mean 'trap'?"),
    (" {value=«1»no}", "'value' must be show or hide, not 'no'"), (" {stderr=«1»hid}", "did you mean 'hide'?"),
    (" {warnings=«1»deny}", "'warnings' must be tell or allow, not 'deny'"),
    (" {trace=«1»line}", "'trace' stands alone or is true or false, not 'line'"),
    (" {«1»traec}", "unknown attribute 'traec'; did you mean 'trace'?"),
    (" {volatile=«1»maybe}", "'volatile' stands alone or is true or false, not 'maybe'"),
    (" {timeout=«1»-1s}", "'timeout' must be a time such as 500ms, 10s or 2m, at most 10m"),
    (" {timeout=«1»0s}", "must be a time"),
    (" {timeout=«1»9999999999999999999999s}", "at most 10m, not '9999999999999999999999s'"), (" {timeout=«1»11m}", "not '11m'"),
    (" {tolerance=«1»nan}", "a finite number, not negative, such as 1e-6, not 'nan'"),
    (" {tolerance=«1»inf}", "a finite number"),
    (" {tolerance=«1»1e999}", "a finite number"), (" {tolerance=«1»-1e-6}", "a finite number"),
    (" «1»{#a", "this '{' is never closed; end the line with '}'"),
    (" {caption=«1»\"a b}", "this quotation mark is never closed"),
    (" «1»fold", "attributes go in braces: write 'swift {fold}' or leave 'fold' out"),
    (" «1»run=false", "write 'swift {run=false}' or leave 'run=false' out"),
    (
      " «1»#a explore=\"r: 0...1 = 0\" code=fold of it",
      "write 'swift {#a explore=\"r: 0...1 = 0\" code=fold}' or leave"
    ),
    (" {#«1»a, code=fold}", "not 'a,'; blanks part attributes, and no commas"),
    (" {#a «1», code=fold}", "blanks part attributes, and no commas"),
    (" {caption=\"The «1»\"best\" one\"}", "this quotation mark ends the text of 'caption'; one inside of it is written \\\""),
    (" {#a} «1»b", "nothing may follow the closing '}'"),
    (" {#a «1»=b}", "expected an attribute such as #name or key=value"),
    (" «1»\(String(repeating: "a", count: 5_000))", "this info string has 5001 bytes; the limit is 4096"),
  ]

  @Test(arguments: mistakes)
  func mistakesAreToldAtTheirPlaces(marked: String, part: String) {
    expectOne(MarkedText("# A\n\n```swift\(marked)\n1\n```\n"), .attribute, part)
  }

  @Test func allOfThemAreTold() {
    let read = readLesson("# A\n\n```swift {run=no fold #a#b}\n1\n```\n")
    #expect(read.diagnostics.map(\.message.first) == ["'", "u", "a"])
  }

  @Test func whatNeverRunsCannotFail() {
    expectOne(
      MarkedText("# A\n\n«1»```swift {run=false expect=trap}\n1\n```\n"), .attribute,
      "'run=false' and 'expect' exclude each other: a block that never runs cannot fail")
  }
}
