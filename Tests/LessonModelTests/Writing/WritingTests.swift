import LessonModel
import Testing

@Suite("Writing JSON and addresses")
struct WritingTests {
  @Test func objectsKeepTheirOrder() {
    let json = JSON.object([
      ("b", .integer(1)), ("a", .array([.null, .bool(true), .number(.nan), .number(0.5), .optional(nil)])), ("", .object([])),
      ("c", .string("\"\\\n\t\u{1}\u{2028}é")),
    ])
    #expect(json.text == #"{"b": 1, "a": [null, true, null, 0.5, null], "": {}, "c": "\"\\\n\t\u0001\u2028é"}"#)
  }

  @Test(arguments: ["a b/c", "größe", "a%b", "", "ä?#&", "~-_."]) func addressesAreReadBack(text: String) {
    #expect(WebAddress.decoded(WebAddress.encodedPath(text)) == text)
    #expect(WebAddress.encoded(text).utf8.allSatisfy { $0 < 128 && $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") })
  }

  @Test func whatIsNoPercentCodeStays() { #expect(WebAddress.decoded("%41%zz%4") == "A%zz%4") }
}
