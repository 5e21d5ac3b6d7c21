import CSystem
import Machine
import TestSupport
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  /// FIPS 180-4 test vectors, as NIST publishes them with the standard.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
  ])
  func publishedVectors(text: String, digest: String) {
    #expect(SHA256.digest(Array(text.utf8)) == digest)
  }

  /// The processor's own instructions, where it has them, and the plain rounds.
  @Test func allWaysAreOne() {
    var random = NumberGenerator(seed: 6)
    for blocks in [1, 2, 3, 17, 64] {
      let bytes = (0..<64 * blocks).map { _ in UInt8(truncatingIfNeeded: random.next()) }
      let start = (0..<8).map { _ in UInt32(truncatingIfNeeded: random.next()) }
      var (fast, plain) = (start, start)
      csystem_sha256(&fast, bytes, blocks)
      csystem_sha256_plain(&plain, bytes, blocks)
      #expect(fast == plain && fast != start)
    }
  }

  @Test func piecesMakeTheDigestOfTheWhole() {
    let bytes = (0..<1_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var digest = SHA256()
    for start in stride(from: 0, to: bytes.count, by: 37) { digest.update(bytes[start..<min(start + 37, bytes.count)]) }
    #expect(digest.finish() == SHA256.digest(bytes))
  }

  @Test func fieldsInARowNeverReadLikeOthers() {
    func digest(_ fields: [String]) -> String {
      var digest = SHA256()
      for field in fields { digest.update(field: field) }
      return digest.finish()
    }
    let rows = [["ab", "c"], ["a", "bc"], ["abc"], ["", "abc"], ["abc", ""], ["a2:bc"], []]
    #expect(Set(rows.map(digest)).count == rows.count)
    var bytes = SHA256()
    bytes.update(field: Array("é".utf8))
    #expect(bytes.finish() == digest(["é"]))
  }
}
