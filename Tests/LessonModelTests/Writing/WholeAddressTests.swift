import LessonModel
import Testing

@Suite("Whole addresses")
struct WholeAddressTests {
  @Test(arguments: [
    ("https://e.org/a-b_c~d?e=f&g#h", "https://e.org/a-b_c~d?e=f&g#h"), ("http://[::1]:80/a[b]", "http://[::1]:80/a%5Bb%5D"),
    ("https://e.org/a b\"<>\\^`{|}#c#d", "https://e.org/a%20b%22%3C%3E%5C%5E%60%7B%7C%7D#c%23d"),
    ("https://e.org/%41%4%", "https://e.org/%41%254%25"), ("https://e.org/ä", "https://e.org/ä"),
    ("mailto:a b@e.org", "mailto:a%20b@e.org"),
    ("", ""), ("%", "%25"),
  ])
  func areCompleted(address: String, expected: String) {
    #expect(WebAddress.completed(address) == expected)
    #expect(WebAddress.completed(expected) == expected)
  }

  @Test(arguments: [
    "http://[::1", "http://[zz]/", "http://[1]", "https://", "https:///a", "https:a", "http://:80", "http://a b/",
    "http://a:b/",
    "http://a:65536", "http://a%20b/", "http://u@/", "http://[::1]a",
  ])
  func areRefused(address: String) { #expect(WebAddress.fault(of: address) != nil) }

  @Test(arguments: [
    "http://[::1]:80/a", "https://e.org", "https://e.org:/", "https://u:p@e.org:65535/?a", "http://münchen.de#a",
    "http://1.2.3.4",
  ])
  func areLetThrough(address: String) { #expect(WebAddress.fault(of: address) == nil) }
}
